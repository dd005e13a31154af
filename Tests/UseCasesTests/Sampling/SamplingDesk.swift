import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import UseCases

/// A department in the middle of its campaign, and the hands of a person who edits its documents.
struct SamplingDesk: Sendable {
    let database: Database
    var today = "2020-11-15"

    static let year = 2021
    static let campaign = CampaignSelector(department: Fixture.department, year: year)

    static func parameters(_ change: (inout CampaignParameters) -> Void = { _ in }) -> CampaignParameters {
        var parameters = CampaignParameters(department: Fixture.department, prophylaxisYear: year)
        change(&parameters)
        return parameters
    }

    /// Opens a fresh department, filled by `fill`, and hands over its desk.
    static func open(
        _ engine: Engine, _ fill: @escaping @Sendable (Fixture) throws -> Void,
        _ body: (SamplingDesk) async throws -> Void
    ) async throws {
        try await withDatabase(engine) { database in
            try await database.write { try fill(Fixture($0)) }
            try await body(SamplingDesk(database: database))
        }
    }

    func on(_ day: String) -> SamplingDesk { SamplingDesk(database: database, today: day) }

    @discardableResult
    func edit(
        _ numbers: [String] = [], _ change: (inout EditChoice) -> Void = { _ in }
    ) async throws -> EditionOutcome {
        var choice = EditChoice()
        choice.seed = 42
        change(&choice)
        return try await EditDocuments(
            campaign: Self.campaign, filter: DocumentFilter(numbers: numbers),
            choice: choice
        ).perform(context(database, today: today))
    }

    @discardableResult
    func validate(
        _ numbers: [String] = [], _ change: (inout ValidateChoice) -> Void = { _ in }
    ) async throws -> EditionOutcome {
        var choice = ValidateChoice()
        change(&choice)
        return try await ValidateDocuments(
            campaign: Self.campaign, filter: DocumentFilter(numbers: numbers),
            choice: choice
        ).perform(context(database, today: today))
    }

    // MARK: What is there afterwards

    /// Last digits of the number → diseases as bits, of the rows that are not cancelled.
    func list() async throws -> [String: Int] {
        try await database.read { connection in
            var list: [String: Int] = [:]
            try connection.rows(
                """
                SELECT a.working_number, r.diseases FROM requested_animal r JOIN animal a ON a.id = r.animal_id
                WHERE r.cancelled_on IS NULL
                """
            ) { list[$0.text(0)] = Int($0.int(1)) }
            return list
        }
    }

    /// Numbers of all interventions, in the order of their ids.
    func numbers() async throws -> [String] {
        try await database.read { try $0.all("SELECT number FROM intervention ORDER BY id") { $0.text(0) } }
    }

    func count(_ sql: String) async throws -> Int { try await database.read { try $0.count(sql) } }

    func editions() async throws -> [EditionRow] {
        try await database.read { connection in
            var editions: [EditionRow] = []
            let campaigns = try connection.all("SELECT id FROM campaign") { $0.int(0) }
            for campaign in campaigns {
                try connection.eachEdition(campaign, .range(0...1_000_000)) { _, edition in editions.append(edition) }
            }
            return editions
        }
    }

    func frozen(_ edition: EditionRow) async throws -> FrozenDocument {
        let bytes = try await bytes(edition)
        return try CanonicalJSON.decode(FrozenDocument.self, from: bytes)
    }

    func bytes(_ edition: EditionRow) async throws -> [UInt8] {
        guard let digest = edition.factsDigest.flatMap({ ContentDigest(hex: $0) }) else { return [] }
        return try await database.read { try $0.blob(digest).bytes }
    }
}

extension EditionOutcome {
    var codes: [String] { findings.map(\.code) }
}
