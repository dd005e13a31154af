import Foundation
import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import UseCases

/// A department with an executed campaign, and the program run on it.
struct DocumentScene: Sendable {
    let url: DatabaseURL
    let folder: String

    private var address: String {
        switch url {
        case .sqlite(let path): "sqlite:\(path)"
        case .postgres(let uri): uri
        }
    }

    private var environment: [String: String] {
        ["VIGIE_DATABASE": address, "VIGIE_USER": "gds", "VIGIE_TODAY": "2020-11-15"]
    }

    /// - Parameters:
    ///   - herds: herds with blood plans at one laboratory, all of one veterinarian.
    ///   - cows: in each herd; the last herd has a calf only.
    static func with<T>(
        _ engine: Engine, herds: Int, cows: Int, _ body: (DocumentScene) async throws -> T
    ) async throws -> T {
        try await withTemporaryFolder { folder in
            try await withDatabaseURL(engine) { url in
                try await fill(url, herds: herds, cows: cows)
                return try await body(DocumentScene(url: url, folder: folder))
            }
        }
    }

    private static func fill(_ url: DatabaseURL, herds: Int, cows: Int) async throws {
        let database = try await Database.open(url)
        try await database.write { connection in
            for login in ["gds", "gds2"] {
                try connection.insert(
                    AccountRow(login: login, name: "Personne fictive", role: .inspector, scope: .departments(["63"])))
            }
            let fixture = Fixture(connection)
            let campaign = try fixture.campaign(CampaignParameters(department: "63", prophylaxisYear: 2021))
            try fixture.execute("UPDATE campaign SET name = 'PB'", [])
            let laboratory = try fixture.laboratory()
            let veterinarian = try fixture.veterinarian()
            for herdIndex in 0..<herds {
                let herd = try fixture.herd(in: fixture.holding("99\(100_000 + herdIndex)"))
                let intervention = try fixture.sampling(in: campaign, of: herd, laboratory: laboratory)
                try fixture.plan(visit: "2020-12-10", veterinarian: veterinarian, of: intervention)
                let isYoung = herdIndex == herds - 1
                for cow in 0..<(isYoung ? 1 : cows) {
                    _ = try fixture.animal(
                        "FR99\(10_000_000 + herdIndex * 1000 + cow)", in: herd,
                        born: isYoung ? "2020-10-01" : "2016-02-01")
                }
            }
        }
        try await database.close()
    }

    @discardableResult
    func vigie(_ arguments: String..., as user: String? = nil) async throws -> ProcessOutcome {
        try await vigie(arguments, as: user)
    }

    /// Runs `vigie document …` on the campaign.
    @discardableResult
    func vigie(_ arguments: [String], as user: String? = nil, input: [UInt8] = []) async throws -> ProcessOutcome {
        var environment = environment
        if let user { environment["VIGIE_USER"] = user }
        return try await VigieProgram.run(
            ["document"] + arguments + ["--department", "63"], input: input, environment: environment, in: folder)
    }

    /// Starts the program and kills it with SIGKILL after so many milliseconds.
    func killed(_ arguments: [String], after milliseconds: Int) async throws {
        _ = try await KilledRun.kill(
            ["document"] + arguments + ["--department", "63"], environment, after: .milliseconds(milliseconds))
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T {
        let database = try await Database.open(url)
        let value = try await database.read(body)
        try await database.close()
        return value
    }

    func write(_ body: @escaping @Sendable (Connection) throws -> Void) async throws {
        let database = try await Database.open(url)
        try await database.write(body)
        try await database.close()
    }

    func count(_ sql: String) async throws -> Int { try await read { try $0.count(sql) } }

    func numbers() async throws -> [String] {
        try await read { try $0.all("SELECT number FROM intervention ORDER BY id") { $0.text(0) } }
    }
}
