import Kernel
import Register
import Store
import UseCases

/// Who acts in a demonstration, and on which day: the ordinary accounts, with their ordinary rights.
struct DemoCast: Sendable {
    enum Part: String, CaseIterable { case administrator, authority, inspector }

    let database: Database
    let department: String

    /// The first account needs no right; it adds the others.
    func enrol() async throws {
        for part in Part.allCases {
            let account = AccountRow(
                login: part.login, name: part.name, role: part.role, scope: .departments([department]))
            let adder = part == .administrator ? nil : Part.administrator.login
            try await AddAccount(account: account).perform(by: adder, at: "2026-09-01T08:00:00Z", in: database)
        }
    }

    /// - Parameter day: the day that the demonstration has come to.
    func context(_ part: Part, on day: Day) async throws -> Context {
        let actor = try await Accounts.actor(login: part.login, in: database)
        return Context(database: database, actor: actor, today: day, now: "\(day)T08:00:00Z")
    }
}

extension DemoCast.Part {
    var login: String {
        switch self {
        case .administrator: "admin"
        case .authority: "ddpp"
        case .inspector: "inspecteur"
        }
    }

    var name: String {
        switch self {
        case .administrator: "Administration (démonstration)"
        case .authority: "Béatrice Malaval (démonstration)"
        case .inspector: "Denis Orcival (démonstration)"
        }
    }

    var role: Role {
        switch self {
        case .administrator: .administrator
        case .authority: .authority
        case .inspector: .inspector
        }
    }
}
