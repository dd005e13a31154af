import Foundation
import Kernel
import Prophylaxis
import Register
import Store
import TestSupport

/// A department whose campaign has been executed, its laboratories, and the program run on it.
struct ResultScene: Sendable {
    let url: DatabaseURL
    let folder: String
    static let cows = 3

    var address: String {
        switch url {
        case .sqlite(let path): "sqlite:\(path)"
        case .postgres(let uri): uri
        }
    }

    var environment: [String: String] {
        ["VIGIE_DATABASE": address, "VIGIE_USER": "gds", "VIGIE_TODAY": "2021-03-15"]
    }

    /// A scene with the accounts `gds` and `ddpp`, and what `fill` writes.
    static func with(
        _ engine: Engine, fill: @escaping @Sendable (Fixture, Connection) throws -> Void,
        _ body: (ResultScene) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            try await withDatabaseURL(engine) { url in
                let database = try await Database.open(url)
                // Identifiers of what the program makes must not meet the fixture's.
                _ = try await database.ids(1_000_000)
                try await database.write { connection in
                    for (login, role) in [("gds", Role.inspector), ("ddpp", .authority), ("admin", .administrator)] {
                        try connection.insert(
                            AccountRow(
                                login: login, name: "Personne fictive", role: role, scope: .departments(["63"])))
                    }
                    try fill(Fixture(connection), connection)
                }
                try await database.close()
                try await body(ResultScene(url: url, folder: folder))
            }
        }
    }

    /// Beef herds with blood plans for BRU and LEU and their documents, or dairy herds with milk plans.
    static func with(
        _ engine: Engine, herds: Int, matrix: Matrix, _ body: (ResultScene) async throws -> Void
    ) async throws {
        try await with(
            engine,
            fill: { fixture, _ in
                let campaign = try fixture.campaign(CampaignParameters(department: "63", prophylaxisYear: 2021))
                _ = try fixture.laboratory("LDA99")
                _ = try fixture.laboratory("LIAL99", kind: "dairy-laboratory")
                for herdIndex in 0..<herds {
                    let holding = try fixture.holding(ResultScene.holding(herdIndex))
                    let herd = try fixture.herd(in: holding, herdClass: matrix == .milk ? .dairy : .beef)
                    let intervention = try fixture.intervention(in: campaign, of: herd)
                    try fixture.execute(
                        "UPDATE intervention SET number = ? WHERE id = ?",
                        [.text(ResultScene.intervention(herdIndex)), .int(intervention)])
                    for disease in [Disease.brucellosis, .leukosis] {
                        try fixture.plan(disease, matrix, in: campaign, intervention)
                    }
                    guard matrix == .blood else { continue }
                    let animals = try (0..<cows).map { try fixture.animal(ResultScene.cow($0, herdIndex), in: herd) }
                    try fixture.document(
                        in: campaign, intervention, animals: animals, for: [.brucellosis, .leukosis], on: "2020-11-01")
                }
            }, body)
    }

    static func holding(_ herd: Int) -> String { "99\(100_000 + herd)" }
    static func intervention(_ herd: Int) -> String { "9900\(10_000_000 + herd)" }
    static func cow(_ cow: Int, _ herd: Int) -> String { "FR99\(10_000_000 + herd * 10 + cow)" }

    @discardableResult
    func vigie(_ arguments: [String], as user: String? = nil) async throws -> ProcessOutcome {
        var environment = environment
        if let user { environment["VIGIE_USER"] = user }
        return try await VigieProgram.run(arguments, environment: environment, in: folder)
    }

    func killed(_ arguments: [String], after moment: Duration) async throws -> Bool {
        try await KilledRun.kill(arguments, environment, after: moment)
    }

    /// A worker that goes on until it is told to stop, and takes over from one that has been silent for two seconds.
    func worker(_ options: [String] = [], _ more: [String: String] = [:]) throws -> BackgroundRun {
        try BackgroundRun.start(["worker", "--lease", "2"] + options, environment.merging(more) { $1 })
    }

    func file(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
        let path = "\(folder)/\(name)"
        try Data(bytes).write(to: URL(filePath: path))
        return path
    }

    func count(_ sql: String) async throws -> Int { try await read { try $0.count(sql) } }

    func texts(_ sql: String) async throws -> [String] {
        try await read { connection in try connection.all(sql) { $0.text(0) } }
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
}
