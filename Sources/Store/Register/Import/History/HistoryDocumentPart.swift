/// Sampling documents as they were issued.
package enum HistoryDocumentPart: ImportPart {
    package static let table = StagedTable(
        "documents", "in_document",
        [
            "number", .int("edition"), "intervention", .day("reference_date"), .day("edited_on"),
            .day("validated_on"), .int("animals"), "file",
        ],
        derived: Connection.interventionColumns)

    static func judge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.refuseDuplicates(table, key: ["number", "edition"], column: "number")
        try connection.refuseDuplicates(table, key: ["intervention", "edition"], column: "edition")
        try connection.dropRefused(table)
        try connection.resolveInterventions(table)
    }

    /// The number of the paper and its animals stand in the trace: our own editions need neither.
    static func merge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.execute(
            """
            INSERT INTO edition (campaign_id, intervention_id, number, state, edited_on, reference_date, display, seed,
                rule_version, request_trace, validated_at, validated_by)
            SELECT s.campaign_id, s.intervention_id, s.edition, 'validated',
                COALESCE(s.edited_on, s.validated_on, s.reference_date, c.starts_on),
                COALESCE(s.reference_date, s.edited_on, s.validated_on, c.starts_on), 'all', 0, 0,
                'document ' || s.number || CASE WHEN s.animals IS NOT NULL
                    THEN ', bovins : ' || CAST(s.animals AS TEXT) ELSE '' END,
                CAST(s.validated_on AS TEXT) || 'T00:00:00Z', ?
            FROM in_document s JOIN campaign c ON c.id = s.campaign_id
            WHERE 1 = 1 ORDER BY 1, 2, 3
            ON CONFLICT (campaign_id, intervention_id, number) DO UPDATE SET edited_on = excluded.edited_on,
                reference_date = excluded.reference_date, request_trace = excluded.request_trace,
                validated_at = excluded.validated_at
            """, [.text(scope.actor)])
    }
}

/// A document of an earlier campaign that the bundle says it holds.
package struct HistoryDocumentFile: Sendable {
    package let campaign: Int64
    package let intervention: Int64
    package let edition: Int
    package let line: Int
    package let file: String
}

extension Connection {
    package func historyDocumentFiles() throws -> [HistoryDocumentFile] {
        try all(
            """
            SELECT campaign_id, intervention_id, edition, line, file FROM in_document
            WHERE file IS NOT NULL ORDER BY line
            """
        ) {
            HistoryDocumentFile(
                campaign: $0.int(0), intervention: $0.int(1), edition: Int($0.int(2)), line: Int($0.int(3)),
                file: $0.text(4))
        }
    }

    package func setDocument(_ digest: ContentDigest, of document: HistoryDocumentFile) throws {
        try execute(
            """
            UPDATE edition SET document_digest = ? WHERE campaign_id = ? AND intervention_id = ? AND number = ?
            """,
            [SQLValue(digest), .int(document.campaign), .int(document.intervention), .int(document.edition)])
    }
}
