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
    private let source: Source
    /// Seconds since 1970.
    package let expiresAt: Int

    private enum Source {
        case table(ByteSource)
        case person(InvitedAccountRow)
    }

    /// - Parameter source: a table of `InvitedAccountRow`.
    package init(_ source: ByteSource, until expiresAt: Int) {
        self.source = .table(source)
        self.expiresAt = expiresAt
    }

    /// One person.
    package init(_ row: InvitedAccountRow, until expiresAt: Int) {
        source = .person(row)
        self.expiresAt = expiresAt
    }

    package func run(_ context: Context) async throws -> Outcome {
        let (rows, findings) = read(context)
        guard !findings.contains(where: { $0.severity == .fatal }) else { throw Refused(findings) }
        let (id, now, actor) = (try await context.database.id(), context.now, context.actor)
        let expiresAt = expiresAt
        let (invited, told) = try await context.database.write { connection in
            var (invited, told): ([Invited], [Finding]) = ([], [])
            for (row, place) in rows {
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
                    if row.lacksTie {
                        told.append(
                            Finding(
                                AccountFinding.tieMissing, .warning, at: place,
                                ["login": account.login, "role": account.role.rawValue]))
                    }
                } catch let fault as Refused {
                    told += fault.findings.map { finding in
                        var finding = finding
                        finding.place = place
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
            return (invited, told)
        }
        return Outcome(invited: invited, findings: findings + told)
    }

    private func read(_ context: Context) -> (rows: [(InvitedAccountRow, Place?)], findings: [Finding]) {
        switch source {
        case .person(let row): ([(row, nil)], [])
        case .table(let table): read(table, context)
        }
    }

    private func read(
        _ source: ByteSource, _ context: Context
    ) -> (rows: [(InvitedAccountRow, Place?)], findings: [Finding]) {
        let reader = TableReader<InvitedAccountRow>(source, ReadingOptions(asOf: context.today))
        var (rows, findings): ([(InvitedAccountRow, Place?)], [Finding]) = ([], [])
        var logins: Set<String> = []
        while let outcome = reader.next() {
            switch outcome {
            case .refused(let line): findings += line.findings
            case .accepted(let row, let line, _):
                let place = Place(file: source.name, line: line)
                guard logins.insert(row.login).inserted else {
                    findings.append(Finding(AccountFinding.loginTwice, .refused, at: place, ["login": row.login]))
                    continue
                }
                rows.append((row, place))
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

    /// A veterinarian or a keeper who would see no herd.
    fileprivate var lacksTie: Bool { [.veterinarian, .keeper].contains(role) && accountTies.isEmpty }

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
