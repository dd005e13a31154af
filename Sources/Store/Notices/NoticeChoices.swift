/// How somebody wants to be told of a kind of event; without a row the default holds.
package struct NoticeChoiceRow: Sendable, Hashable {
    package let login: String
    package let kind: String
    package let inApp: Bool
    package let byMail: Bool

    package init(login: String, kind: String, inApp: Bool, byMail: Bool) {
        self.login = login
        self.kind = kind
        self.inApp = inApp
        self.byMail = byMail
    }
}

/// An address that somebody gave and has not confirmed yet.
package struct MailConfirmationRow: Sendable, Hashable {
    package let login: String
    package let mail: String
    /// What the link in the mail holds. It opens nothing: who uses it is signed in.
    package let token: String
    /// Seconds since 1970.
    package let expiresAt: Int

    package init(login: String, mail: String, token: String, expiresAt: Int) {
        self.login = login
        self.mail = mail
        self.token = token
        self.expiresAt = expiresAt
    }
}

extension Connection {
    package func noticeChoices(of login: String) throws -> [NoticeChoiceRow] {
        try all("SELECT login, kind, in_app, by_mail FROM notice_choice WHERE login = ?", [.text(login)]) {
            NoticeChoiceRow(login: $0.text(0), kind: $0.text(1), inApp: $0.flag(2), byMail: $0.flag(3))
        }
    }

    package func set(_ choice: NoticeChoiceRow) throws {
        try execute(
            """
            INSERT INTO notice_choice (login, kind, in_app, by_mail) VALUES (?, ?, ?, ?)
            ON CONFLICT (login, kind) DO UPDATE SET in_app = excluded.in_app, by_mail = excluded.by_mail
            """, [.text(choice.login), .text(choice.kind), .flag(choice.inApp), .flag(choice.byMail)])
    }

    /// - Parameter mail: nil: none any more.
    package func setMail(_ mail: String?, of login: String) throws {
        try execute("UPDATE user_account SET mail = ? WHERE login = ?", [SQLValue(mail), .text(login)])
    }

    package func set(_ confirmation: MailConfirmationRow) throws {
        try execute(
            """
            INSERT INTO mail_confirmation (login, mail, token, expires_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (login) DO UPDATE SET mail = excluded.mail, token = excluded.token,
                expires_at = excluded.expires_at
            """,
            [
                .text(confirmation.login), .text(confirmation.mail), .text(confirmation.token),
                .int(confirmation.expiresAt),
            ])
    }

    package func mailConfirmation(of login: String) throws -> MailConfirmationRow? {
        try first(
            "SELECT login, mail, token, expires_at FROM mail_confirmation WHERE login = ?", [.text(login)]
        ) {
            MailConfirmationRow(login: $0.text(0), mail: $0.text(1), token: $0.text(2), expiresAt: Int($0.int(3)))
        }
    }

    package func withdrawMailConfirmation(of login: String) throws {
        try execute("DELETE FROM mail_confirmation WHERE login = ?", [.text(login)])
    }
}
