import Kernel

/// An analysis request (DAI) of one validated edition to one laboratory (PRO-166).
package struct AnalysisRequestRow: Sendable, Hashable {
    package let intervention: Int64
    package let edition: Int
    package let laboratory: Int64
    /// Bits of `Disease`: brucellosis, leukosis.
    package let diseases: Int
    package let animals: Int
    package let issuedAt: String
    package let issuedBy: String
    /// When its file was written for the laboratory, and that file; nil before.
    package var writtenAt: String?
    package var documentDigest: String?

    package init(
        intervention: Int64, edition: Int, laboratory: Int64, diseases: Int, animals: Int, issuedAt: String,
        issuedBy: String
    ) {
        self.intervention = intervention
        self.edition = edition
        self.laboratory = laboratory
        self.diseases = diseases
        self.animals = animals
        self.issuedAt = issuedAt
        self.issuedBy = issuedBy
    }
}

extension Connection {
    package func insertAnalysisRequests(campaign: Int64, _ requests: [AnalysisRequestRow]) throws {
        guard !requests.isEmpty else { return }
        let columns = [
            "campaign_id", "intervention_id", "edition", "laboratory_id", "diseases", "animals", "issued_at",
            "issued_by",
        ]
        try bulkInsert(into: "analysis_request", columns: columns) { writer in
            for request in requests {
                writer.int(campaign)
                writer.int(request.intervention)
                writer.int(request.edition)
                writer.int(request.laboratory)
                writer.int(request.diseases)
                writer.int(request.animals)
                writer.text(request.issuedAt)
                writer.text(request.issuedBy)
                try writer.endRow()
            }
        }
    }

    /// The requests of these interventions, by intervention, edition and laboratory.
    package func analysisRequests(campaign: Int64, _ filter: InterventionFilter) throws -> [AnalysisRequestRow] {
        let condition = filter.condition(on: "intervention_id")
        return try all(
            """
            SELECT intervention_id, edition, laboratory_id, diseases, animals, issued_at, issued_by, written_at,
                document_digest
            FROM analysis_request WHERE campaign_id = ? AND \(condition.sql)
            ORDER BY intervention_id, edition, laboratory_id
            """, [.int(campaign)] + condition.arguments
        ) { row in
            var request = AnalysisRequestRow(
                intervention: row.int(0), edition: Int(row.int(1)), laboratory: row.int(2), diseases: Int(row.int(3)),
                animals: Int(row.int(4)), issuedAt: row.text(5), issuedBy: row.text(6))
            request.writtenAt = row.textOrNil(7)
            request.documentDigest = row.textOrNil(8)
            return request
        }
    }

    /// Remembers the file that a request was written as.
    package func markWritten(
        campaign: Int64, _ request: AnalysisRequestRow, as digest: ContentDigest, at now: String
    ) throws {
        try execute(
            """
            UPDATE analysis_request SET written_at = ?, document_digest = ?
            WHERE campaign_id = ? AND intervention_id = ? AND edition = ? AND laboratory_id = ?
            """,
            [
                .text(now), SQLValue(digest), .int(campaign), .int(request.intervention), .int(request.edition),
                .int(request.laboratory),
            ])
    }

    package func organisationCode(_ id: Int64) throws -> String {
        guard let code = try first("SELECT code FROM organisation WHERE id = ?", [.int(id)], { $0.text(0) }) else {
            throw StoreError.noRow
        }
        return code
    }

    package func authorityCode(of department: String) throws -> String? {
        try first(
            "SELECT code FROM organisation WHERE kind = 'authority' AND department = ? ORDER BY code LIMIT 1",
            [.text(department)]
        ) { $0.text(0) }
    }
}
