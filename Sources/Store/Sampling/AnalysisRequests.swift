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
    /// When its laboratory fetched it, and which account; nil before.
    package var fetchedAt: String?
    package var fetchedBy: String?

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
                document_digest, fetched_at, fetched_by
            FROM analysis_request WHERE campaign_id = ? AND \(condition.sql)
            ORDER BY intervention_id, edition, laboratory_id
            """, [.int(campaign)] + condition.arguments
        ) { AnalysisRequestRow($0) }
    }

    /// All requests of a campaign for its sending register, the first one first.
    package func requestLines(
        campaign: Int64
    ) throws -> [(request: AnalysisRequestRow, number: String, laboratory: String)] {
        try all(
            """
            SELECT q.intervention_id, q.edition, q.laboratory_id, q.diseases, q.animals, q.issued_at, q.issued_by,
                q.written_at, q.document_digest, q.fetched_at, q.fetched_by, i.number, o.name
            FROM analysis_request q
            JOIN intervention i ON i.campaign_id = q.campaign_id AND i.id = q.intervention_id
            JOIN organisation o ON o.id = q.laboratory_id
            WHERE q.campaign_id = ? ORDER BY q.issued_at, i.number, q.edition, o.name
            """, [.int(campaign)]
        ) { row in (AnalysisRequestRow(row), row.text(11), row.text(12)) }
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

extension AnalysisRequestRow {
    /// In the order of the columns that both queries name.
    fileprivate init(_ row: borrowing Row) {
        self.init(
            intervention: row.int(0), edition: Int(row.int(1)), laboratory: row.int(2), diseases: Int(row.int(3)),
            animals: Int(row.int(4)), issuedAt: row.text(5), issuedBy: row.text(6))
        (writtenAt, documentDigest) = (row.textOrNil(7), row.textOrNil(8))
        (fetchedAt, fetchedBy) = (row.textOrNil(9), row.textOrNil(10))
    }
}
