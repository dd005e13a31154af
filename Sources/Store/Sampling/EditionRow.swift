import Kernel

/// One edition of an intervention's sampling document.
package struct EditionRow: Sendable, Hashable {
    package enum State: String, Sendable, CaseIterable {
        /// May differ the next time (PRO-124).
        case draft
        /// Frozen.
        case validated
        /// Its whole list was cancelled before the first visit (PRO-127, decision 7).
        case cancelled
    }

    package let intervention: Int64
    /// From 1.
    package let number: Int
    package var state: State
    package var editedOn: Day
    package var referenceDate: Day
    /// Text of a `DocumentDisplay`.
    package var display: String
    package var seed: Int64
    package var ruleVersion: Int
    /// The veterinarian who asked for a re-edition, and how (PRO-132).
    package var requestedBy: String?
    package var requestTrace: String?
    package var validUntil: Day?
    package var validatedAt: String?
    package var validatedBy: String?
    /// Of the canonical JSON of facts and decision. A draft has the digest only, a validated edition the bytes too.
    package var factsDigest: String?
    /// Of the PDF that was issued for it by itself; nil before.
    package var documentDigest: String?

    package init(intervention: Int64, number: Int, state: State, editedOn: Day, referenceDate: Day) {
        self.intervention = intervention
        self.number = number
        self.state = state
        self.editedOn = editedOn
        self.referenceDate = referenceDate
        display = "all"
        seed = 0
        ruleVersion = 1
    }
}

extension EditionRow {
    static let columns = [
        "campaign_id", "intervention_id", "number", "state", "edited_on", "reference_date", "display", "seed",
        "rule_version", "requested_by", "request_trace", "valid_until", "validated_at", "validated_by", "facts_digest",
        "document_digest",
    ]

    /// From the columns after `campaign_id`, in their order.
    init(_ row: borrowing Row) throws {
        guard let state = State(rawValue: row.text(2)) else {
            throw StoreError.unreadable(column: "state", found: row.text(2))
        }
        self.init(
            intervention: row.int(0), number: Int(row.int(1)), state: state, editedOn: row.day(3),
            referenceDate: row.day(4))
        display = row.text(5)
        seed = row.int(6)
        ruleVersion = Int(row.int(7))
        requestedBy = row.textOrNil(8)
        requestTrace = row.textOrNil(9)
        validUntil = row.dayOrNil(10)
        validatedAt = row.textOrNil(11)
        validatedBy = row.textOrNil(12)
        factsDigest = row.textOrNil(13)
        documentDigest = row.textOrNil(14)
    }
}

extension Connection {
    package func eachEdition(
        _ campaign: Int64, _ filter: InterventionFilter, _ body: (Int64, EditionRow) throws -> Void
    ) throws {
        let condition = filter.condition(on: "intervention_id")
        try rows(
            """
            SELECT \(EditionRow.columns.dropFirst().joined(separator: ", ")) FROM edition
            WHERE campaign_id = ? AND \(condition.sql) ORDER BY intervention_id, number
            """, [.int(campaign)] + condition.arguments
        ) { row in
            let edition = try EditionRow(row)
            try body(edition.intervention, edition)
        }
    }

    /// Writes editions, in ascending order of intervention and number. Drafts of the same interventions go: an edition
    /// that is not validated leaves nothing behind.
    package func writeEditions(campaign: Int64, _ editions: [EditionRow]) throws {
        guard !editions.isEmpty else { return }
        for part in editions.chunks(of: InterventionFilter.idLimit) {
            let condition = InterventionFilter.ids(part.map(\.intervention)).condition(on: "intervention_id")
            try execute(
                "DELETE FROM edition WHERE campaign_id = ? AND state = 'draft' AND \(condition.sql)",
                [.int(campaign)] + condition.arguments)
        }
        try bulkInsert(into: "edition", columns: EditionRow.columns) { writer in
            for edition in editions { try edition.write(campaign, to: &writer) }
        }
    }

    /// Marks the standing editions of an intervention as cancelled.
    package func cancelEditions(campaign: Int64, intervention: Int64) throws {
        try execute(
            """
            UPDATE edition SET state = 'cancelled'
            WHERE campaign_id = ? AND intervention_id = ? AND state = 'validated'
            """, [.int(campaign), .int(intervention)])
    }

    /// Remembers the PDF that was issued for an edition; the first one stays.
    package func setDocument(campaign: Int64, of edition: EditionRow, digest: ContentDigest) throws {
        try execute(
            """
            UPDATE edition SET document_digest = ?
            WHERE campaign_id = ? AND intervention_id = ? AND number = ? AND document_digest IS NULL
            """, [SQLValue(digest), .int(campaign), .int(edition.intervention), .int(edition.number)])
    }
}

extension EditionRow {
    fileprivate func write(_ campaign: Int64, to writer: inout BulkWriter) throws {
        writer.int(campaign)
        writer.int(intervention)
        writer.int(number)
        writer.text(state.rawValue)
        writer.day(editedOn)
        writer.day(referenceDate)
        writer.text(display)
        writer.int(seed)
        writer.int(ruleVersion)
        writer.text(requestedBy)
        writer.text(requestTrace)
        writer.day(validUntil)
        writer.text(validatedAt)
        writer.text(validatedBy)
        writer.text(factsDigest)
        writer.text(documentDigest)
        try writer.endRow()
    }
}
