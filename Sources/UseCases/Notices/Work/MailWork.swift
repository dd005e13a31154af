import Kernel
import Mail
import Register
import Store

/// One mail of the outbox.
///
/// Sent, then noted at once. A process that dies between the two sends it again, under the same Message-ID, when its
/// lease has run out: at least once, and once for mail servers and readers that know a message when they see it again.
package struct MailWork: HouseWork {
    package static let kind = JobKind.mail
    let notice: Int64

    /// What is older when its turn comes is no news any more.
    static let freshSeconds = 7 * 86_400

    package func run(in installation: Installation) async throws -> JobReport {
        guard let office = installation.mail else { throw Refused(NoticeFinding.mailNotConfigured) }
        let (notice, now) = (notice, installation.clock())
        let letter = try await installation.database.read { connection -> Letter? in
            guard let mail = try connection.outgoingMail(notice),
                mail.notice.state == .waiting || mail.notice.state == .failed
            else { return nil }
            return try Letter(mail, in: connection, at: now)
        }
        guard let letter else { return JobReport() }
        guard let address = letter.address else {
            try await settle(letter.isLate ? .expired : .withdrawn, installation)
            return JobReport(counts: ["withdrawn": 1], findings: [], hasRefusals: false)
        }
        let message = letter.message(to: address, office)
        do {
            try await office.client.send(message, at: now)
        } catch let fault as MailFault {
            try await settle(fault, installation)
        }
        try await settle(.done, installation)
        return JobReport(counts: ["mails": 1], findings: [], hasRefusals: false)
    }

    private func settle(_ state: NoticeRow.State, fault: String? = nil, _ installation: Installation) async throws {
        let (notice, now) = (notice, installation.clock())
        try await installation.database.write { try $0.settleMail(notice, state, fault: fault, at: now) }
    }

    /// - Throws: always: `Refused` where trying again is no use, else the fault.
    private func settle(_ fault: MailFault, _ installation: Installation) async throws {
        let notice = notice
        guard case .refused(let answer) = fault else {
            try await installation.database.write { try $0.noteMailFault(notice, fault.code) }
            throw fault
        }
        try await settle(.failed, fault: fault.code, installation)
        throw Refused(NoticeFinding.mailRefused, ["answer": String(answer)])
    }
}

/// What of a notice may go, now that it is its turn: the account, its address and its rights as they are.
private struct Letter {
    let mails: [OutgoingMail]
    let notice: Int64
    /// nil: it must not go.
    let address: MailAddress?
    let isLate: Bool

    init(_ mail: OutgoingMail, in connection: Connection, at now: Int) throws {
        let account = try connection.contact(of: mail)?.account
        notice = mail.notice.id
        mails = ([mail] + (try connection.carriedMails(by: mail.notice.id))).filter { mail in
            guard let account, let kind = NoticeKind(rawValue: mail.event.kind) else { return false }
            // A laboratory's own files are its own in any department.
            let isNear =
                kind == .refusedFile && account.role.isLaboratory
                || mail.event.department.map { account.scope.covers($0) } ?? true
            return NoticeKind.of(account.role).contains(kind) && isNear
        }
        isLate = now - mail.event.at > MailWork.freshSeconds || mail.needsSecret && mail.notice.secret == nil
        let text = mail.notice.mail ?? account?.mail
        address = mails.isEmpty || isLate ? nil : text.flatMap { MailAddress($0) }
    }

    func message(to address: MailAddress, _ office: MailOffice) -> MailMessage {
        let text = MailText(mails, publicAddress: office.publicAddress)
        return MailMessage(
            to: address, subject: text.subject, text: text.body, reference: office.reference(of: notice))
    }
}

extension Connection {
    /// Whose mail it is, if the account may act, or if that it may not is what the mail tells.
    fileprivate func contact(of mail: OutgoingMail) throws -> NoticeContact? {
        mail.event.topic == NoticeTopic.accountDisabled.rawValue
            ? try formerContact(login: mail.notice.login, kind: mail.event.kind)
            : try noticeContact(login: mail.notice.login, kind: mail.event.kind)
    }
}

extension OutgoingMail {
    fileprivate var needsSecret: Bool {
        event.topic == NoticeTopic.mailToConfirm.rawValue
    }
}
