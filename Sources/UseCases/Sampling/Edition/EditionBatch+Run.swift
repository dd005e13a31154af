import Kernel
import Store

extension EditionBatch {
    /// Interventions in one transaction: some 30,000 animals, a tenth of a second.
    static let chunkSize = 200

    /// Walks the documents in chunks.
    /// - Throws: `Refused` when none of the named interventions is known, or the filter names none at all.
    func run(_ filter: DocumentFilter, _ database: Database) async throws -> EditionOutcome {
        let campaign = campaign.id
        let (ids, unknown) = try await database.read { connection in
            (
                try connection.interventions(campaign: campaign, matching: filter),
                try connection.unknownNumbers(campaign: campaign, among: filter.numbers)
            )
        }
        var outcome = EditionOutcome()
        outcome.findings = unknown.map { Finding(SamplingFinding.interventionUnknown, .refused, ["intervention": $0]) }
        guard !ids.isEmpty else {
            throw outcome.findings.isEmpty ? Refused(SamplingFinding.nothingSelected) : Refused(outcome.findings)
        }
        for chunk in ids.chunks(of: EditionBatch.chunkSize) {
            let audit = try await database.id()
            outcome.join(
                try await database.write { try EditionDesk.run(chunk, $0, self, auditID: audit) })
        }
        return outcome
    }
}
