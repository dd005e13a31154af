import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@Suite("Issue 3 §3: search from everywhere") struct SearchTests {
    /// Three holdings; the veterinarian and the keeper have the first.
    private func search(
        _ engine: Engine, _ texts: [String],
        _ scope: @escaping @Sendable (Int64) -> Scope = { _ in .departments(["63"]) }
    ) async throws -> [SearchEverything.Outcome] {
        try await withDatabase(engine) { database in
            let vet = try await database.write { connection in
                let fixture = Fixture(connection)
                let farms = [
                    ("99000001", "GAEC de l'Étang", "GAEC DE L ETANG", "63113"),
                    ("99000002", "Ferme du Moulin", "FERME DU MOULIN", "63001"),
                    ("99000003", "EARL Moulin-Étang", "EARL MOULIN ETANG", "63113"),
                ]
                try fixture.insertRow(
                    "commune",
                    [
                        "insee": "63113", "name": "Châtel-Guyon", "department": "63", "search_name": "CHATEL GUYON",
                    ])
                var herds: [Int64] = []
                for (index, (number, name, searchName, insee)) in farms.enumerated() {
                    let holding = try fixture.insert(
                        "holding",
                        [
                            "number": .text(number), "name": .text(name), "department": "63",
                            "search_name": .text(searchName), "insee": .text(insee),
                        ])
                    herds.append(try fixture.herd(in: holding))
                    let cow = try fixture.animal("FR990000\(1000 + index)", in: herds[index])
                    try fixture.insertRow(
                        "stay",
                        [
                            "animal_id": .int(cow), "entered_on": "2015-02-01", "holding_id": .int(holding),
                            "entry_cause": "N",
                        ])
                    try fixture.execute(
                        "UPDATE animal SET working_number = '1000' WHERE id = ?", [.int(cow)])
                    if index == 0 { try fixture.keeper("eleveur", holding) }
                }
                let campaign = try fixture.campaign(
                    CampaignParameters(department: Fixture.department, prophylaxisYear: 2021))
                _ = try fixture.intervention(in: campaign, of: herds[0])
                let vet = try fixture.veterinarian()
                try fixture.relation(of: vet, with: herds[0])
                return vet
            }
            let scope = scope(vet)
            let role: Role =
                switch scope {
                case .holdings: .keeper
                case .relations, .nothing: .veterinarian
                default: .inspector
                }
            let today = try #require(Day("2021-02-15"))
            let context = Context(
                database: database, actor: Actor(login: "essai", name: "Essai", role: role, scope: scope),
                today: today, now: "\(today)T08:00:00Z")
            var outcomes: [SearchEverything.Outcome] = []
            for text in texts { outcomes.append(try await SearchEverything(SearchText(text)).perform(context)) }
            return outcomes
        }
    }

    @Test(
        "CAL-30: a number is found whatever its spaces and case, and leads to its page", arguments: Engine.allCases)
    func exact(_ engine: Engine) async throws {
        let found = try await search(
            engine, ["99 000 001", "99000001", "fr 99 0000 1000", "9900001000", "99-0000-1000"])
        #expect(
            found.map(\.exact) == [
                .holding("99000001"), .holding("99000001"), .animal("FR9900001000"), .animal("FR9900001000"),
                .animal("FR9900001000"),
            ])
    }

    @Test(
        "CAL-30: names and communes are found whatever their accents, case and order of words",
        arguments: Engine.allCases)
    func words(_ engine: Engine) async throws {
        let found = try await search(
            engine, ["étang", "ETANG  moulin", "chatel-guyon", "Châtel", "moulin", "9900000", "rien de tel", "%", "''"])
        #expect(
            found.map { $0.holdings.map(\.number) } == [
                ["99000001", "99000003"], ["99000003"], ["99000001", "99000003"], ["99000001", "99000003"],
                ["99000002", "99000003"], ["99000001", "99000002", "99000003"], [], [], [],
            ])
    }

    @Test("CAL-30: four digits are a working number: the animals that are present", arguments: Engine.allCases)
    func working(_ engine: Engine) async throws {
        let found = try await search(engine, ["1000", "1 000", "4321"])
        #expect(found.map { $0.animals.count } == [3, 3, 0])
        #expect(found[0].animals.first?.holding == "99000001")
    }

    @Test("CAL-43: keepers and veterinarians find what is theirs, and nothing else", arguments: Engine.allCases)
    func own(_ engine: Engine) async throws {
        let texts = ["99000001", "99000002", "FR9900001001", "etang", "1000", "9900"]
        for scope: @Sendable (Int64) -> Scope in [{ .relations(of: $0) }, { _ in .holdings(of: "eleveur") }] {
            let found = try await search(engine, texts, scope)
            #expect(found.map(\.exact) == [.holding("99000001"), nil, nil, nil, nil, nil])
            #expect(found.map { $0.holdings.map(\.number) } == [[], [], [], ["99000001"], [], ["99000001"]])
            #expect(found.map { $0.animals.map(\.number) } == [[], [], [], [], ["FR9900001000"], []])
        }
        let nothing = try await search(engine, texts) { _ in .nothing }
        #expect(nothing.allSatisfy { $0.exact == nil && $0.holdings.isEmpty && $0.animals.isEmpty })
        let elsewhere = try await search(engine, texts) { _ in .departments(["15"]) }
        #expect(elsewhere.allSatisfy { $0.exact == nil && $0.holdings.isEmpty && $0.animals.isEmpty })
    }
}
