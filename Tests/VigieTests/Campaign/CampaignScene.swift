import Foundation
import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing

/// A database with a small department, and the program run on it.
struct CampaignScene: Sendable {
    let url: DatabaseURL
    let folder: String

    private var address: String {
        switch url {
        case .sqlite(let path): "sqlite:\(path)"
        case .postgres(let uri): uri
        }
    }

    /// - Parameter herds: beef herds in commune 63113, screened every year.
    static func with<T>(
        _ engine: Engine, herds: Int = 3, _ body: (CampaignScene) async throws -> T
    ) async throws -> T {
        try await withTemporaryFolder { folder in
            try await withDatabaseURL(engine) { url in
                try await fill(url, herds: herds)
                return try await body(CampaignScene(url: url, folder: folder))
            }
        }
    }

    private static func fill(_ url: DatabaseURL, herds: Int) async throws {
        let database = try await Database.open(url)
        _ = try await database.ids(1)
        try await database.write { connection in
            for (login, role) in [("ddpp", Role.authority), ("gds", .inspector)] {
                try connection.insert(
                    AccountRow(login: login, name: "Personne fictive", role: role, scope: .departments(["63"])))
            }
            try connection.execute("INSERT INTO commune VALUES ('63113', 'Commune', '63', 'COMMUNE')")
            for disease in Disease.allCases {
                try connection.execute(
                    "INSERT INTO screening (department, insee, disease, interval_years, phase) VALUES (?, ?, ?, 1, 0)",
                    ["63", "63113", .text(disease.rawValue)])
            }
            for number in 1...herds {
                let id = Int64(1_000_000 + number)
                try connection.execute(
                    """
                    INSERT INTO holding (id, number, name, insee, department, search_name)
                    VALUES (?, ?, 'Ferme fictive', '63113', '63', 'ferme fictive')
                    """, [.int(id), .text("99" + String(String(1_000_000 + number).suffix(6)))])
                try connection.execute(
                    """
                    INSERT INTO herd (id, holding_id, code, class, orientation, department)
                    VALUES (?, ?, 'A', 'beef', 'beef', '63')
                    """, [.int(id), .int(id)])
            }
        }
        try await database.close()
    }

    /// Runs `vigie campaign …` on 10 September 2020 unless said otherwise.
    @discardableResult
    func vigie(
        _ arguments: String..., as user: String = "gds", today: String = "2020-09-10"
    ) async throws -> ProcessOutcome {
        try await VigieProgram.run(
            ["campaign"] + arguments,
            environment: ["VIGIE_DATABASE": address, "VIGIE_USER": user, "VIGIE_TODAY": today], in: folder)
    }

    func file(_ name: String, _ text: String) throws -> String {
        let path = "\(folder)/\(name)"
        try Data(text.utf8).write(to: URL(filePath: path))
        return path
    }

    func text(of name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: "\(folder)/\(name)")), as: UTF8.self)
    }

    func count(_ sql: String) async throws -> Int {
        let database = try await Database.open(url)
        let count = try await database.read { try $0.count(sql) }
        try await database.close()
        return count
    }

    /// What the program left in the tables of the campaign, in one text.
    func tables() async throws -> String {
        let database = try await Database.open(url)
        let text = try await database.read { connection in
            let rows = try connection.all(
                """
                SELECT i.number, i.herd_id, p.disease, p.matrix, p.method FROM intervention i
                JOIN requested_plan p ON p.campaign_id = i.campaign_id AND p.intervention_id = i.id
                ORDER BY i.number, p.disease
                """
            ) { "\($0.text(0)) \($0.int(1)) \($0.text(2)) \($0.text(3)) \($0.text(4))" }
            let state = try connection.all("SELECT state FROM campaign") { $0.text(0) }
            return (rows + state).joined(separator: "\n")
        }
        try await database.close()
        return text
    }
}

extension CampaignScene {
    /// The same scene with the rhythm of leukosis gone.
    func withoutRhythm() async throws -> CampaignScene {
        let database = try await Database.open(url)
        try await database.write { try $0.execute("DELETE FROM screening WHERE disease = 'LEU'") }
        try await database.close()
        return self
    }

    /// Starts the execution and kills it with SIGKILL after so many milliseconds.
    func killExecution(after milliseconds: Int) async throws {
        _ = try await KilledRun.kill(
            ["campaign", "execute", "--department", "63"],
            ["VIGIE_DATABASE": address, "VIGIE_USER": "gds", "VIGIE_TODAY": "2020-09-10"],
            after: .milliseconds(milliseconds))
    }
}
