import Kernel
import Mail
import Register
import Secrets
import Store

/// What somebody chose to be told of, and where mails go.
package struct ReadNoticeSettings: UseCase {
    package struct Line: Sendable {
        package let kind: NoticeKind
        package let inApp: Bool
        package let byMail: Bool
    }

    package struct Outcome: Sendable {
        package let lines: [Line]
        package let mail: String?
        /// An address that was given and not confirmed yet.
        package let awaited: String?
    }

    package let intention = Intention.noticeRead
    package let department: String? = nil

    package init() {}

    package func run(_ context: Context) async throws -> Outcome {
        let (actor, now) = (context.actor, context.moment.seconds)
        return try await context.database.read { connection in
            let choices = Dictionary(
                try connection.noticeChoices(of: actor.login).map { ($0.kind, $0) },
                uniquingKeysWith: { first, _ in first })
            let awaited = try connection.mailConfirmation(of: actor.login)
            return Outcome(
                lines: NoticeKind.of(actor.role).map { kind in
                    let wish = kind.wish(choices[kind.rawValue])
                    return Line(kind: kind, inApp: wish.inApp, byMail: wish.byMail)
                },
                mail: try connection.account(login: actor.login)?.mail,
                awaited: awaited.flatMap { now < $0.expiresAt ? $0.mail : nil })
        }
    }
}

/// Chooses what to be told of, and how. What concerns the own account is always shown.
package struct ChooseNotices: UseCase {
    package let intention = Intention.noticeSet
    package let department: String? = nil
    package let inApp: Set<NoticeKind>
    package let byMail: Set<NoticeKind>

    package init(inApp: Set<NoticeKind>, byMail: Set<NoticeKind>) {
        self.inApp = inApp
        self.byMail = byMail
    }

    package func run(_ context: Context) async throws {
        let (useCase, actor, id) = (self, context.actor, try await context.database.id())
        try await context.database.write { connection in
            for kind in NoticeKind.of(actor.role) {
                try connection.set(
                    NoticeChoiceRow(
                        login: actor.login, kind: kind.rawValue,
                        inApp: useCase.inApp.contains(kind) || kind.isAlwaysInApp,
                        byMail: useCase.byMail.contains(kind)))
            }
            try connection.audit(
                AuditEntry("chosen", on: actor.login, .noticeSet, by: actor, as: (id, context.now)))
        }
    }
}

/// Changes where one's own mails go: a new address counts when the link that is sent to it was used. The one that is
/// left is told (ASVS 2.2.3).
package struct ChangeOwnMail: UseCase {
    package enum Change: Sendable {
        case ask(String)
        /// The link's secret.
        case confirm(String)
        case remove
    }

    package static let confirmationSeconds = 2 * 86_400

    package let intention = Intention.noticeSet
    package let department: String? = nil
    package let change: Change

    package init(_ change: Change) { self.change = change }

    package func run(_ context: Context) async throws {
        let (actor, now, id) = (context.actor, context.moment, try await context.database.id())
        switch change {
        case .ask(let text):
            guard let address = MailAddress(text)?.description else { throw Refused(NoticeFinding.mailUnfit) }
            let row = MailConfirmationRow(
                login: actor.login, mail: address, token: Token.make(),
                expiresAt: now.seconds + ChangeOwnMail.confirmationSeconds)
            try await context.database.write { connection in
                try connection.set(row)
                try connection.tell(.mailToConfirm, of: actor.login, once: String(id), at: now) {
                    ($0.mail, $0.secret, $0.onlyMail, $0.isAsked) = (address, row.token, true, true)
                }
                try connection.audit(
                    AuditEntry("mail-asked", on: actor.login, .noticeSet, by: actor, as: (id, context.now)))
            }
        case .confirm(let token):
            try await context.database.write { connection in
                guard let row = try connection.mailConfirmation(of: actor.login), now.seconds < row.expiresAt,
                    Token.equal(row.token, token)
                else { throw Refused(NoticeFinding.confirmationGone) }
                try connection.changeMail(of: actor.login, to: row.mail, as: id, at: now)
                try connection.audit(
                    AuditEntry("mail-set", on: actor.login, .noticeSet, by: actor, as: (id, context.now)))
            }
        case .remove:
            try await context.database.write { connection in
                try connection.changeMail(of: actor.login, to: nil, as: id, at: now)
                try connection.audit(
                    AuditEntry("mail-removed", on: actor.login, .noticeSet, by: actor, as: (id, context.now)))
            }
        }
    }

    /// The address that waits for the link, for the page on which its owner confirms it.
    /// - Throws: `Refused`: used, late and foreign links answer alike.
    package static func awaited(_ token: String, _ context: Context) async throws -> String {
        let (login, now) = (context.actor.login, context.moment.seconds)
        let row = try await context.database.read { try $0.mailConfirmation(of: login) }
        guard let row, now < row.expiresAt, Token.equal(row.token, token) else {
            throw Refused(NoticeFinding.confirmationGone)
        }
        return row.mail
    }
}

extension Connection {
    /// Sets the address of an account, and tells it: here, and at the address that is left.
    /// - Parameter id: of the audit entry.
    func changeMail(
        of login: String, to mail: String?, as id: Int64, at now: (text: String, seconds: Int)
    ) throws {
        let former = try account(login: login)?.mail
        try withdrawMailConfirmation(of: login)
        guard former != mail else { return }
        // Before it changes: who had no address is told here only.
        try tell(.mailChanged, of: login, once: String(id), at: now) {
            ($0.mail, $0.isAsked) = (former, former != nil)
        }
        try setMail(mail, of: login)
    }
}
