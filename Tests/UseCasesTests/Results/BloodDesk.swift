import Exchange
import Kernel
import Prophylaxis
import Store
import TestSupport
import UseCases

/// A beef herd with four cows, three of them on the document for BRU and LEU, and a laboratory.
struct BloodDesk: Sendable {
    let database: Database
    var campaign: Int64 = 0
    var intervention: Int64 = 0
    var number = ""
    var cows: [Int64] = []
    static let code = "LDA99"

    static func animal(_ index: Int) -> String { "FR99000\(10000 + index)" }

    static func with(_ engine: Engine, _ body: (BloodDesk) async throws -> Void) async throws {
        try await withDatabase(engine) { database in
            let desk = try await database.write { connection in
                let fixture = Fixture(connection)
                var desk = BloodDesk(database: database)
                let herd = try fixture.herd(in: fixture.holding())
                _ = try fixture.laboratory(code)
                desk.campaign = try fixture.campaign(
                    CampaignParameters(department: Fixture.department, prophylaxisYear: 2021))
                desk.intervention = try fixture.intervention(in: desk.campaign, of: herd)
                desk.number = fixture.number(of: desk.intervention)
                for disease in [Disease.brucellosis, .leukosis] {
                    try fixture.plan(disease, .blood, in: desk.campaign, desk.intervention)
                }
                desk.cows = try (0..<4).map { try fixture.animal(BloodDesk.animal($0), in: herd) }
                try fixture.document(
                    in: desk.campaign, desk.intervention, animals: Array(desk.cows.prefix(3)),
                    for: [.brucellosis, .leukosis], on: "2020-11-01")
                return desk
            }
            try await body(desk)
        }
    }

    /// One sample with one result.
    struct Line {
        var animal = BloodDesk.animal(0)
        var disease = "BRU"
        var matrix = "blood"
        var interpretation = "NEG"
        var reason = ""
        var sample = ""
        var sampledOn = "2020-11-02"
        var number: String?
    }

    func xml(_ lines: [Line], sender: String = BloodDesk.code, reference: String = "R1") -> String {
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <analysis-report xmlns="urn:vigie:analysis-report:1" version="1">
            <envelope sender="\(sender)" recipient="63" created-on="2020-11-10" reference="\(reference)"/>

            """
        for line in lines {
            let number = (line.number ?? self.number).isEmpty ? "" : " intervention=\"\(line.number ?? self.number)\""
            let sample = line.sample.isEmpty ? "S" + line.animal : line.sample
            let said = line.reason.isEmpty ? "interpretation=\"\(line.interpretation)\"" : "reason=\"\(line.reason)\""
            text += """
                <request\(number)><sample number="\(sample)" animal="\(line.animal)" sampled-on="\(line.sampledOn)">\
                <result disease="\(line.disease)" method="EAT" matrix="\(line.matrix)" \(said) \
                analysed-on="2020-11-09"/></sample></request>

                """
        }
        return text + "</analysis-report>\n"
    }

    func send(_ lines: [Line], today: String = "2020-11-20", reference: String = "R1") async throws
        -> ResultImportOutcome
    { try await send(xml(lines, reference: reference), today: today) }

    func send(_ text: String, today: String = "2020-11-20") async throws -> ResultImportOutcome {
        try await ImportAnalysisReport(.text(text, name: "rai.xml"), department: Fixture.department, fictitious: true)
            .perform(context(database, today: today))
    }

    func count(_ sql: String) async throws -> Int { try await database.read { try $0.count(sql) } }

    func texts(_ sql: String) async throws -> [String] {
        try await database.read { connection in try connection.all(sql) { $0.text(0) } }
    }
}
