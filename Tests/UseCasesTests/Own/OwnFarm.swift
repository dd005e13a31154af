import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

/// A herd with a tuberculin plan and a validated document of four cows; its health veterinarian, its keeper, and a
/// stranger's herd beside it.
struct OwnFarm: Sendable {
    let database: Database
    let veterinarian: Int64
    let intervention: InterventionIdentity
    let foreign: InterventionIdentity

    static let cows = ["FR9900001001", "FR9900001002", "FR9900001003", "FR9900001004"]

    static func run(_ engine: Engine, _ body: @Sendable (OwnFarm) async throws -> Void) async throws {
        try await withDatabase(engine) { database in
            let (vet, found) = try await database.write { connection in
                let fixture = Fixture(connection)
                let holdings = [try fixture.holding(), try fixture.holding("99000002")]
                let herds = try holdings.map { try fixture.herd(in: $0) }
                let vet = try fixture.veterinarian("99001")
                try fixture.relation(of: vet, with: herds[0])
                try fixture.keeper("eleveur", holdings[0])
                try fixture.insertRow(
                    "user_account",
                    [
                        "login": "veto", "name": "Vétérinaire fictif", "role": "veterinarian",
                        "veterinarian_id": .int(vet),
                    ])
                try fixture.insertRow("user_account", ["login": "essai", "name": "E", "role": "inspector"])
                let campaign = try fixture.campaign(
                    CampaignParameters(department: Fixture.department, prophylaxisYear: 2021))
                var found: [InterventionIdentity] = []
                for herd in herds {
                    let id = try fixture.intervention(in: campaign, of: herd)
                    try fixture.plan(.tuberculosis, .skin, in: campaign, id)
                    found.append(
                        InterventionIdentity(
                            campaign: campaign, id: id,
                            number: try connection.first(
                                "SELECT number FROM intervention WHERE id = ?", [.int(id)]
                            ) { $0.text(0) } ?? "",
                            department: Fixture.department))
                }
                let animals = try OwnFarm.cows.map { try fixture.animal($0, in: herds[0]) }
                try fixture.document(
                    in: campaign, found[0].id, animals: animals, for: [.tuberculosis], on: "2021-01-04")
                return (vet, found)
            }
            _ = try await database.ids(1000)
            try await body(
                OwnFarm(database: database, veterinarian: vet, intervention: found[0], foreign: found[1]))
        }
    }

    func context(_ role: Role = .veterinarian, today: String = "2021-02-18") throws -> Context {
        let day = try #require(Day(today))
        let (login, scope): (String, Scope) =
            switch role {
            case .veterinarian: ("veto", .relations(of: veterinarian))
            case .keeper: ("eleveur", .holdings(of: "eleveur"))
            default: ("essai", .departments([Fixture.department]))
            }
        return Context(
            database: database, actor: Actor(login: login, name: "Personne fictive", role: role, scope: scope),
            today: day, now: "\(today)T09:30:00Z")
    }

    func refusal(_ body: () async throws -> Void) async throws -> String? {
        do {
            try await body()
            return nil
        } catch let refused as Refused {
            return refused.findings.first?.code
        }
    }
}
