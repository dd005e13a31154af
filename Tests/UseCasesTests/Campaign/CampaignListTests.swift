import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

/// The lists that a campaign gives out.
@Suite struct CampaignListTests {
    private func list(
        _ desk: SetupDesk, _ kind: CampaignListKind, month: String? = nil
    ) async throws -> CampaignList {
        try await desk.perform(ListCampaign(selector: desk.selector, kind: kind, month: month.flatMap { Day($0) }))
    }

    @Test(
        "PRO-111, PRO-112: holdings to visit by practice, with their tests; bulk milk needs no visit",
        arguments: Engine.allCases)
    func practices(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.write { fixture, _ in
                for disease in [Disease.tuberculosis] {
                    try fixture.rhythm(disease, every: 0, phase: 0, herd: desk.ids.dairy)
                }
                _ = try fixture.campaignHerd("99000050", "A", .beef)
            }
            try await desk.execute()
            let list = try await list(desk, .practices)
            #expect(list.sections.map(\.recipient) == ["CAB99", nil])
            #expect(list.sections.map(\.title) == ["Cabinet fictif", "sans cabinet"])
            #expect(list.sections[0].rows.map { $0[3] } == ["99000001"])
            #expect(list.sections[0].rows[0][8] == "BRU sang (EAT), LEU sang (ELISA), TUB peau (IDC)")
            #expect(list.sections[1].rows.map { $0[3] } == ["99000050"])
            let csv = String(decoding: try list.csv(list.sections[0]), as: UTF8.self)
            #expect(csv.hasPrefix("cabinet;veterinaire;intervention;ede;"))
            #expect(csv.split(separator: "\n").count == 2)
        }
    }

    @Test("PRO-106, PRO-108: the milk programme by dairy laboratory and month", arguments: Engine.allCases)
    func milk(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.write { fixture, _ in
                let herd = try fixture.campaignHerd("99000051", "L", .dairy, delivery: .dairy)
                try fixture.authorise(herd, .bloodTestExemption)
            }
            try await desk.prepare()
            try await desk.set("milk.leukosisMonth", "janvier")
            try await desk.perform(ValidateCampaign(selector: desk.selector))
            try await desk.perform(ExecuteCampaign(selector: desk.selector))
            let all = try await list(desk, .milk)
            #expect(all.sections.map(\.recipient) == ["LIAL99", nil])
            #expect(
                all.sections[0].rows.map { Array($0[1...4]) } == [
                    ["2020-11", "BRU", "P2", "99000002"], ["2021-01", "LEU", "P2", "99000002"],
                ])
            let november = try await list(desk, .milk, month: "2020-11-01")
            #expect(november.sections.map { $0.rows.map { $0[2] } } == [["BRU"], ["BRU"]])
        }
    }

    @Test(
        "PRO-117, PRO-120, PRO-200: what was not sampled is asked for the month after, then goes to blood",
        arguments: Engine.allCases)
    func reprogram(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.execute()
            try await desk.write { fixture, connection in
                let dairy = try connection.int("SELECT holding_id FROM herd WHERE id = ?", [.int(desk.ids.dairy)])
                let beef = try connection.int("SELECT holding_id FROM herd WHERE id = ?", [.int(desk.ids.beef)])
                try fixture.milk("BRU", of: dairy, "2020-11-10", "NEG", by: desk.ids.dairyLaboratory)
                try fixture.milk("LEU", of: beef, "2020-11-30", "NEG", by: desk.ids.dairyLaboratory)
            }
            func next(_ day: String, _ month: String? = nil) async throws -> [[String]] {
                try await list(desk.on(day), .reprogram, month: month).sections.flatMap(\.rows).map { [$0[1], $0[8]] }
            }
            // In December the month in question is November.
            #expect(try await next("2020-12-03") == [["LEU", "2020-12"]])
            #expect(try await next("2021-03-03", "2020-12-01") == [["LEU", "2021-01"]])
            #expect(try await next("2021-03-03", "2021-01-01") == [["LEU", "sur sang"]])
            #expect(try await next("2020-11-03").isEmpty)
            let gap = try await list(desk.on("2020-12-03"), .milkGap).sections[0].rows.map { Array($0[0...2]) }
            #expect(
                gap == [
                    ["programmé, non collecté", "LEU", "99000002"], ["collecté, non programmé", "LEU", "99000001"],
                ])
        }
    }

    @Test("PRO-82, PRO-83: herds in requalification and at risk, and whether they are in", arguments: Engine.allCases)
    func named(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.write { fixture, _ in
                let requalified = try fixture.campaignHerd("99000052", "A", .beef)
                try fixture.authorise(requalified, .requalification, .tuberculosis, since: "2020-06-01")
                try fixture.authorise(requalified, .rawMilkSale)
                let risk = try fixture.campaignHerd("99000053", "A", .beef)
                try fixture.authorise(risk, .repopulated, .tuberculosis, since: "2019-06-01")
                let over = try fixture.campaignHerd("99000054", "A", .beef)
                try fixture.authorise(over, .repopulated, .tuberculosis, since: "2019-06-01", until: "2020-10-01")
            }
            try await desk.prepare()
            let requalification = try await list(desk, .requalification).sections[0].rows
            #expect(
                requalification.map { [$0[0], $0[4], $0[6], $0[7]] } == [
                    ["99000052", "TUB", "non", "protocole de requalification"]
                ])
            let risk = try await list(desk, .risk).sections[0].rows
            #expect(risk.map { [$0[0], $0[3], $0[6]] } == [["99000053", "repeuplé", "oui"]])
        }
    }

    @Test(
        "PRO-117: extraction BO 11 holds every intervention, withdrawn ones with their reason",
        arguments: Engine.allCases)
    func interventions(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.execute()
            try await desk.perform(WithdrawHerd(selector: desk.selector, number: "202100000001", reason: "cessation"))
            let list = try await list(desk, .interventions)
            let rows = list.sections[0].rows
            #expect(
                rows.map { [$0[0], $0[1], $0[17]] } == [
                    ["202100000001", "withdrawn", "cessation"], ["202100000002", "planned", ""],
                ])
            #expect(rows[1][11] == "lait de mélange ELISA")
            #expect(rows[1][12] == "rythme de dépistage, dérogation au contrôle sérologique")
            #expect(rows.allSatisfy { $0.count == list.columns.count })
        }
    }

    @Test("PRO-112: every list prints", arguments: CampaignListKind.allCases)
    func print(kind: CampaignListKind) async throws {
        try await SetupDesk.with(.sqlite) { desk in
            try await desk.execute()
            let list = try await list(desk, kind)
            for section in list.sections {
                #expect(String(decoding: try list.pdf(section).prefix(5), as: UTF8.self) == "%PDF-")
            }
        }
    }

    @Test("PRO-114: what was sent is kept: to whom, when, which bytes", arguments: Engine.allCases)
    func recorded(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.execute()
            let letters = try await desk.read { connection in
                try connection.all(
                    "SELECT kind, recipient, sent_on, document_digest FROM letter ORDER BY kind, recipient"
                ) { ($0.text(0), $0.text(1), $0.day(2).description, $0.text(3)) }
            }
            #expect(
                letters.map { [$0.0, $0.1, $0.2] } == [
                    ["information-campagne", "99000001", "2020-09-10"],
                    ["information-campagne", "99000002", "2020-09-10"],
                    ["practice-list", "CAB99", "2020-09-10"],
                ])
            let list = try await list(desk, .practices)
            let bytes = try list.csv(list.sections[0])
            #expect(letters[2].3 == ContentDigest(of: bytes).hex)
            let stored = try await desk.read { try $0.blob(ContentDigest(of: bytes)).bytes }
            #expect(stored == bytes)
        }
    }

    @Test(
        "PRO-112: one letter for each holding, with its tests, its vet and the campaign's dates",
        arguments: Engine.allCases)
    func farmers(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.execute()
            let list = try await list(desk, .farmers)
            #expect(list.sections.map(\.recipient) == ["99000001", "99000002"])
            let row = list.sections[1].rows[0]
            #expect(row[6] == "BRU lait de mélange (ELISA), LEU lait de mélange (ELISA), TUB peau (IDC)")
            #expect(Array(row[7...9]) == ["Dr Fictif", "2020-10-01", "2021-04-30"])
        }
    }

    @Test(
        "PRO-98, EX-31: the set-up is shown in words, with source and origin of each value", arguments: Engine.allCases)
    func show(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.prepare()
            try await desk.set("followUp.unfinishedDays", "60", because: "convention, article 4")
            let view = try await desk.perform(ShowCampaign(selector: desk.selector))
            let lines = view.groups.flatMap(\.lines)
            let unfinished = try #require(lines.first { $0.name == "followUp.unfinishedDays" })
            #expect(unfinished.value == "60 jours")
            #expect(unfinished.origin == "valeur locale : convention, article 4")
            #expect(unfinished.source == "10.6.3.2 tableau 6 (PRO-253)")
            let start = try #require(lines.first { $0.name == "startsOn" })
            #expect((start.value, start.origin) == ("01/10/2020", "valeur nationale"))
            #expect(
                view.deadlines.map(\.value) == [
                    "le 16/09/2020 au plus tard", "du 01/09/2020 au 30/06/2021", "du 30/05/2021 au 30/06/2021",
                    "jusqu'au 30/07/2021", "après le 15/09/2021",
                ])
        }
    }
}
