import Exchange
import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import UseCases

/// A department with dairy herds on holdings 99000001 and 99000002, milk plans for both diseases, and a laboratory.
struct MilkDesk: Sendable {
    let database: Database
    var holdings: [Int64] = []
    var interventions: [Int64] = []
    var campaign: Int64 = 0
    var laboratory: Int64 = 0
    static let code = "LIAL99"

    /// `1;;;sampled;analysed;holding;siret;;;;;interpretation;dossier`
    static func line(
        _ holding: String = "99000001", _ interpretation: String = "NEG", dossier: String = "D1",
        sampled: String = "2020-11-10", analysed: String = "2020-11-12", nature: String = "LBRUBVS",
        siret: String = "", producer: String = ""
    ) -> String {
        "\(nature);;\(producer);\(sampled);\(analysed);\(holding);\(siret);;;;;\(interpretation);\(dossier)"
    }

    static func with(_ engine: Engine, _ body: (MilkDesk) async throws -> Void) async throws {
        try await withDatabase(engine) { database in
            let desk = try await database.write { connection in
                let fixture = Fixture(connection)
                var desk = MilkDesk(database: database)
                for number in ["99000001", "99000002"] { desk.holdings.append(try fixture.holding(number)) }
                desk.laboratory = try fixture.laboratory(code, kind: "dairy-laboratory")
                desk.campaign = try fixture.campaign(
                    CampaignParameters(department: Fixture.department, prophylaxisYear: 2021))
                for holding in desk.holdings {
                    let herd = try fixture.herd(in: holding, herdClass: .dairy)
                    let intervention = try fixture.intervention(in: desk.campaign, of: herd)
                    for disease in [Disease.brucellosis, .leukosis] {
                        try fixture.plan(disease, .milk, in: desk.campaign, intervention)
                    }
                    desk.interventions.append(intervention)
                }
                return desk
            }
            try await body(desk)
        }
    }

    var options: ImportMilkResults.Options {
        var options = ImportMilkResults.Options()
        options.profile.isSiretRequired = false
        options.fictitious = true
        return options
    }

    func send(
        _ lines: [String], today: String = "2020-11-20", policy: ResultRun.Policy? = nil, producerField: Int? = nil
    ) async throws -> ResultImportOutcome {
        var options = options
        options.policy = policy
        options.profile.producerField = producerField
        let source = ByteSource.text(lines.joined(separator: "\n") + "\n", name: "lait.txt")
        return try await ImportMilkResults(
            source, laboratory: MilkDesk.code, department: Fixture.department, options
        ).perform(context(database, today: today))
    }

    func count(_ sql: String) async throws -> Int { try await database.read { try $0.count(sql) } }

    func texts(_ sql: String) async throws -> [String] {
        try await database.read { connection in try connection.all(sql) { $0.text(0) } }
    }
}
