import FoundationEssentials
import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

/// Everything that someone may want to do, tried by everybody; and what veterinarians and keepers see of a herd.
@Suite("Issue 3 §2: rights") struct RightsTests {
    private struct Probe: UseCase {
        let intention: Intention
        var department: String? = Fixture.department
        var touched: Subject?
        func run(_ context: Context) async throws {}
    }

    private func refusal(_ body: () async throws -> Void) async throws -> String? {
        do {
            try await body()
            return nil
        } catch let refused as Refused {
            return refused.findings.first?.code
        }
    }

    private func context(_ database: Database, _ role: Role, _ scope: Scope) throws -> Context {
        let today = try #require(Day("2021-02-15"))
        return Context(
            database: database, actor: Actor(login: "essai", name: "Essai", role: role, scope: scope), today: today,
            now: "\(today)T08:00:00Z")
    }

    @Test("PRO-03, CAL-43: every intention by every role: allowed as the table says, and in the own territory only")
    func everyIntention() async throws {
        try await withDatabase(.sqlite) { database in
            for role in Role.allCases {
                for intention in Intention.allCases {
                    let label = Comment(rawValue: "\(intention.rawValue) by \(role.rawValue)")
                    let isAllowed = Policy.roles(for: intention).contains(role)
                    func answer(_ scope: Scope) async throws -> String? {
                        let context = try context(database, role, scope)
                        return try await refusal { try await Probe(intention: intention).perform(context) }
                    }
                    let here = try await answer(.departments(["63"]))
                    #expect(here == (isAllowed ? nil : "role-may-not"), label)
                    let scopes = [Scope.departments(["15"]), .nothing, .holdings(of: "essai"), .relations(of: 1)]
                    for scope in scopes {
                        let elsewhere = try await answer(scope)
                        #expect(elsewhere == (isAllowed ? "outside-scope" : "role-may-not"), label)
                    }
                }
            }
        }
    }

    @Test("the page of the documentation is the table that is applied")
    func documented() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let page = try Data(contentsOf: root.appending(path: "docs/rights.md"))
        #expect(String(decoding: page, as: UTF8.self) == PolicyPage.markdown, "vigie roles --markdown > docs/rights.md")
    }

    /// A herd whose veterinarian is 99001 and whose keeper is `eleveur`, and a neighbour's.
    private struct Farm: Sendable {
        let database: Database
        let vet: Int64
        let herds: [Int64]
    }

    private func withFarm(_ engine: Engine, _ body: @Sendable (Farm) async throws -> Void) async throws {
        try await withDatabase(engine) { database in
            let (vet, herds) = try await database.write { connection in
                let fixture = Fixture(connection)
                let (own, other) = (try fixture.holding(), try fixture.holding("99000002"))
                let herds = [try fixture.herd(in: own), try fixture.herd(in: other)]
                let vet = try fixture.veterinarian()
                try fixture.relation(of: vet, with: herds[0])
                try fixture.keeper("eleveur", own)
                let cow = try fixture.animal("FR9900000001", in: herds[0])
                for (holding, day, end) in [(other, "2015-02-01", "2018-05-01"), (own, "2018-05-01", nil)] {
                    try fixture.insertRow(
                        "stay",
                        [
                            "animal_id": .int(cow), "entered_on": .text(day), "holding_id": .int(holding),
                            "entry_cause": "A", "left_on": .textOrNull(end),
                        ])
                }
                try fixture.insert(
                    "herd_note",
                    [
                        "herd_id": .int(herds[0]), "kind": "cessation", "told_on": "2021-01-04",
                        "told_by": "keeper", "text": "à vérifier", "written_by": "inspecteur",
                        "written_at": "2021-01-04T08:00:00Z",
                    ])
                try fixture.insert(
                    "authorisation",
                    ["herd_id": .int(herds[0]), "kind": "raw-milk-sale", "since": "2019-01-01"])
                return (vet, herds)
            }
            try await body(Farm(database: database, vet: vet, herds: herds))
        }
    }

    @Test(
        "CAL-30: keeper and veterinarian see their herd, without the services' notes and without raw milk (PRO-53)",
        arguments: Engine.allCases)
    func ownHerd(_ engine: Engine) async throws {
        try await withFarm(engine) { farm in
            for (role, scope) in [
                (Role.veterinarian, Scope.relations(of: farm.vet)), (.keeper, .holdings(of: "eleveur")),
            ] {
                let context = try context(farm.database, role, scope)
                let dossier = try await ShowHerd(try await FindHerd("99000001").run(context)).perform(context)
                let titles = dossier.sections.map(\.title)
                #expect(titles.contains("Vétérinaires") && titles.contains("Bovins, présents d'abord"))
                #expect(!titles.contains("Informations reçues") && !titles.contains("Autorisations"))
                let cow = try await ShowAnimal(try await FindAnimal("FR9900000001").run(context)).perform(context)
                let stays = try #require(cow.sections.first { $0.title == "Présences" })
                #expect(stays.rows.map(\.first) == ["99000001"], "where it was before is another keeper's matter")
            }
            let authority = try context(farm.database, .authority, .departments(["63"]))
            let whole = try await ShowHerd(try await FindHerd("99000001").run(authority)).perform(authority)
            #expect(whole.sections.map(\.title).contains("Informations reçues"))
            #expect(whole.sections.map(\.title).contains("Autorisations"))
        }
    }

    @Test("CAL-43: a foreign herd answers like a missing one, found or named directly", arguments: Engine.allCases)
    func foreignHerd(_ engine: Engine) async throws {
        try await withFarm(engine) { farm in
            let service = try context(farm.database, .authority, .departments(["63"]))
            let foreign = try await FindHerd("99000002").run(service)
            for (role, scope) in [
                (Role.veterinarian, Scope.relations(of: farm.vet)), (.keeper, .holdings(of: "eleveur")),
            ] {
                let context = try context(farm.database, role, scope)
                for number in ["99000002", "99000003"] {
                    let code = try await refusal { _ = try await FindHerd(number).run(context) }
                    #expect(code == "register-herd-unknown")
                }
                #expect(try await refusal { _ = try await ShowHerd(foreign).perform(context) } == "outside-scope")
            }
        }
    }

    @Test("PRO-23: what is official is the health veterinarian's, not the treating one's", arguments: Engine.allCases)
    func official(_ engine: Engine) async throws {
        struct Official: UseCase {
            let intention = Intention.tuberculinReport
            let department: String? = Fixture.department
            let herd: Int64
            var touched: Subject? { .herd(herd) }
            let isOfficial = true
            func run(_ context: Context) async throws {}
        }
        try await withFarm(engine) { farm in
            try await farm.database.write { connection in
                let fixture = Fixture(connection, from: 500)
                try fixture.relation(of: farm.vet, with: farm.herds[1], role: "treating")
            }
            let context = try context(farm.database, .veterinarian, .relations(of: farm.vet))
            #expect(try await refusal { try await Official(herd: farm.herds[0]).perform(context) } == nil)
            #expect(try await refusal { try await Official(herd: farm.herds[1]).perform(context) } == "outside-scope")
        }
    }
}
