import Exchange
import Kernel
import Mail
import Register
import Secrets
import Store

/// Makes accounts and, for each, a link with which the person chooses a password: once, and not for long. Good lines
/// count, the others come back with their findings.
package struct InviteAccounts: UseCase {
    /// Somebody to send a link to.
    package struct Invited: Sendable {
        package let login: String
        package let name: String
        /// The secret of the link; it is not kept.
        package let token: String
    }

    package struct Outcome: Sendable {
        package let invited: [Invited]
        /// Lines that made no account, and what is wrong with the file.
        package let findings: [Finding]
    }

    /// The first line of the table.
    package static let header = InvitedAccountRow.Column.allCases.map(\.name).joined(separator: ";")

    package let intention = Intention.accountAdd
    package let department: String? = nil
    package let source: ByteSource
    /// Seconds since 1970.
    package let expiresAt: Int

    /// - Parameter source: a table of `InvitedAccountRow`.
    package init(_ source: ByteSource, until expiresAt: Int) {
        self.source = source
        self.expiresAt = expiresAt
    }

    /// One person.
    package init(_ row: InvitedAccountRow, until expiresAt: Int) {
        let line = InvitedAccountRow.Column.allCases.map { column in
            "\"\(row.field(column).replacing("\"", with: "\"\""))\""
        }
        self.init(.text("\(InviteAccounts.header)\n\(line.joined(separator: ";"))\n", name: "compte"), until: expiresAt)
    }

    package func run(_ context: Context) async throws -> Outcome {
        let (rows, findings) = read(context)
        guard !findings.contains(where: { $0.severity == .fatal }) else { throw Refused(findings) }
        let (id, now, actor) = (try await context.database.id(), context.now, context.actor)
        let (expiresAt, file) = (expiresAt, source.name)
        let (invited, refused) = try await context.database.write { connection in
            var (invited, refused): ([Invited], [Finding]) = ([], [])
            for (row, line) in rows {
                do {
                    let token = Token.make()
                    // What a line wrote before it was refused is undone with it.
                    let account = try connection.savepoint {
                        let account = try row.account(in: connection)
                        try connection.insert(account)
                        for tie in row.accountTies { try tie.carryOut(on: account, in: connection) }
                        try connection.invite(account.login, token, by: (actor.login, now), until: expiresAt)
                        try connection.tell(
                            .invited, of: account.login, once: "\(id):\(account.login)", at: context.moment
                        ) { $0.onlyMail = true }
                        return account
                    }
                    invited.append(Invited(login: account.login, name: account.name, token: token))
                } catch let fault as Refused {
                    refused += fault.findings.map { finding in
                        var finding = finding
                        finding.place = Place(file: file, line: line)
                        return finding
                    }
                }
            }
            var entry = AuditEntry(
                id: id, at: now, actor: actor.login, role: actor.role.rawValue, intention: Intention.accountAdd.rawValue
            )
            entry.subject = invited.count == 1 ? "account:\(invited[0].login)" : nil
            entry.details = invited.map { AuditDetail(subject: $0.login, outcome: "invited") }
            if !invited.isEmpty { try connection.audit(entry) }
            return (invited, refused)
        }
        return Outcome(invited: invited, findings: findings + refused)
    }

    private func read(_ context: Context) -> (rows: [(InvitedAccountRow, Int)], findings: [Finding]) {
        let reader = TableReader<InvitedAccountRow>(source, ReadingOptions(asOf: context.today))
        var (rows, findings): ([(InvitedAccountRow, Int)], [Finding]) = ([], [])
        var logins: Set<String> = []
        while let outcome = reader.next() {
            switch outcome {
            case .refused(let line): findings += line.findings
            case .accepted(let row, let line, _):
                guard logins.insert(row.login).inserted else {
                    findings.append(
                        Finding(
                            AccountFinding.loginTwice, .refused, at: Place(file: source.name, line: line),
                            ["login": row.login]))
                    continue
                }
                rows.append((row, line))
            }
        }
        return (rows, reader.outcome.findings + findings)
    }
}

extension InvitedAccountRow {
    fileprivate var accountTies: [AccountTie] {
        let numbers = (ties ?? "").split { $0 == "," || $0 == ";" }.map { String($0.filter { !$0.isWhitespace }) }
        return numbers.filter { !$0.isEmpty }.map { number in
            role == .veterinarian ? .veterinarian(orderNumber: number) : .holding(number)
        }
    }

    /// The account that it describes, checked before anything is written.
    fileprivate func account(in connection: Connection) throws -> AccountRow {
        let code = organisation ?? ""
        let found = try code.isEmpty ? nil : connection.organisationID(code: code)
        guard code.isEmpty || found != nil else {
            throw Refused(UseCaseFinding.organisationUnknown, ["code": code])
        }
        var account = AccountRow(
            login: login, name: name, role: role, scope: Scope(typed: departments ?? ""), organisation: found)
        if let mail, !mail.isEmpty {
            guard let address = MailAddress(mail) else { throw Refused(NoticeFinding.mailUnfit) }
            account.mail = address.description
        }
        try AccountRules.require(account)
        guard try connection.account(login: login) == nil else {
            throw Refused(UseCaseFinding.userExists, ["login": login])
        }
        return account
    }
}

extension Connection {
    /// - Parameter maker: who, and when.
    func invite(_ login: String, _ token: String, by maker: (String, String), until expiresAt: Int) throws {
        try set(
            InvitationRow(
                login: login, digest: Token.digest(token), made: (by: maker.0, at: maker.1), expiresAt: expiresAt))
    }
}
