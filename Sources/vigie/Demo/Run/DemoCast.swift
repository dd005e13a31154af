import Exchange
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
    func enrol(on day: Day) async throws {
        for part in Part.allCases {
            let account = AccountRow(
                login: part.login, name: part.name, role: part.role, scope: .departments([department]))
            let adder = part == .administrator ? nil : Part.administrator.login
            try await AddAccount(account: account).perform(by: adder, at: "\(day)T08:00:00Z", in: database)
        }
    }

    /// Each acts for an organisation, once the register has named them.
    func attach(on day: Day) async throws {
        let administrator = try await context(.administrator, on: day)
        for (part, code) in [(Part.authority, DemoParties.authority), (.inspector, DemoParties.section)] {
            try await ChangeAccount(login: part.login, .attach(organisation: code)).perform(administrator)
        }
    }

    /// Those whose rights come with the register: a veterinarian, a keeper, the laboratories, the region's delegate,
    /// and the ministry.
    func admitOutsiders(veterinarian: VeterinarianRow, keeperOf holding: DemoHolding, on day: Day) async throws {
        let organisations = try await database.read { connection in
            (
                try connection.organisationID(code: DemoParties.laboratory),
                try connection.organisationID(code: DemoParties.dairyLaboratory),
                try connection.organisationID(code: DemoParties.region)
            )
        }
        let outsiders: [(login: String, name: String, role: Role, organisation: Int64?, ties: [AccountTie])] = [
            (
                "veterinaire", veterinarian.name, .veterinarian, nil,
                [.veterinarian(orderNumber: veterinarian.orderNumber.description)]
            ),
            ("eleveur", holding.keeper, .keeper, nil, [.holding(holding.number.description)]),
            ("laboratoire", "Laboratoire fictif", .laboratory, organisations.0, []),
            ("lait", "Laboratoire laitier fictif", .dairyLaboratory, organisations.1, []),
            ("region", "Hélène Aubrac", .delegateRegion, organisations.2, []),
            ("dgal", "Administration centrale fictive", .nationalAuthority, nil, []),
        ]
        for outsider in outsiders {
            let account = AccountRow(
                login: outsider.login, name: outsider.name, role: outsider.role,
                scope: outsider.role == .delegateRegion ? .departments([department]) : .national,
                organisation: outsider.organisation)
            try await AddAccount(account: account, ties: outsider.ties)
                .perform(by: Part.administrator.login, at: "\(day)T08:00:00Z", in: database)
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
        case .administrator: "Administration fictive"
        case .authority: "Béatrice Malaval"
        case .inspector: "Denis Orcival"
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
