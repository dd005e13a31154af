import Kernel

/// One copy of a document in the sending register: who, when, which (PRO-162).
package struct DispatchRow: Sendable, Hashable {
    package enum Copy: String, Codable, Sendable, Hashable, CaseIterable {
        /// The veterinarian's, with labels.
        case labels
        case farmer
        /// The tuberculin report form alone.
        case tuberculin
    }

    package let id: Int64
    package let intervention: Int64
    package let edition: Int
    /// The print run. That of a file with one document is the intervention's number.
    package let batch: String
    /// Order number of the veterinarian, or number of the holding.
    package let recipient: String
    package var channel: String
    package let copy: Copy
    /// Of the file that was issued.
    package let documentDigest: String
    package var printedAt: String?
    package var sentOn: Day?
    package var sentBy: String?
    package var problem: String?

    package init(
        id: Int64, of edition: (intervention: Int64, number: Int), batch: String, to recipient: String, copy: Copy,
        document: ContentDigest
    ) {
        self.init(
            id: id, intervention: edition.intervention, edition: edition.number, batch: batch, recipient: recipient,
            copy: copy, documentDigest: document.hex)
    }

    fileprivate init(
        id: Int64, intervention: Int64, edition: Int, batch: String, recipient: String, copy: Copy,
        documentDigest: String
    ) {
        self.id = id
        self.intervention = intervention
        self.edition = edition
        self.batch = batch
        self.recipient = recipient
        channel = ""
        self.copy = copy
        self.documentDigest = documentDigest
    }
}

extension Connection {
    package func insertDispatches(campaign: Int64, _ dispatches: [DispatchRow]) throws {
        let columns = [
            "id", "campaign_id", "intervention_id", "edition", "batch", "recipient", "channel", "copy_kind",
            "document_digest", "printed_at", "sent_on", "sent_by", "problem",
        ]
        try bulkInsert(into: "dispatch", columns: columns) { writer in
            for dispatch in dispatches {
                writer.int(dispatch.id)
                writer.int(campaign)
                writer.int(dispatch.intervention)
                writer.int(dispatch.edition)
                writer.text(dispatch.batch)
                writer.text(dispatch.recipient)
                writer.text(dispatch.channel)
                writer.text(dispatch.copy.rawValue)
                writer.text(dispatch.documentDigest)
                writer.text(dispatch.printedAt)
                writer.day(dispatch.sentOn)
                writer.text(dispatch.sentBy)
                writer.text(dispatch.problem)
                try writer.endRow()
            }
        }
    }

    /// Copies of these interventions' documents, in the order in which they were made.
    package func dispatches(campaign: Int64, _ filter: InterventionFilter) throws -> [DispatchRow] {
        let condition = filter.condition(on: "intervention_id")
        return try all(
            "\(DispatchRow.select) WHERE campaign_id = ? AND \(condition.sql) ORDER BY id",
            [.int(campaign)] + condition.arguments
        ) { try DispatchRow($0) }
    }

    /// The copies of one print run.
    package func dispatches(campaign: Int64, batch: String) throws -> [DispatchRow] {
        try all(
            "\(DispatchRow.select) WHERE campaign_id = ? AND batch = ? ORDER BY id", [.int(campaign), .text(batch)]
        ) { try DispatchRow($0) }
    }

    /// The whole register of a campaign in the order of time, with the interventions' numbers (PRO-162).
    package func registerLines(campaign: Int64) throws -> [(number: String, dispatch: DispatchRow)] {
        let numbers = Dictionary(
            uniqueKeysWithValues: try all(
                "SELECT id, number FROM intervention WHERE campaign_id = ?", [.int(campaign)]
            ) { ($0.int(0), $0.text(1)) })
        return try all("\(DispatchRow.select) WHERE campaign_id = ? ORDER BY id", [.int(campaign)]) { row in
            let dispatch = try DispatchRow(row)
            return (number: numbers[dispatch.intervention] ?? "", dispatch: dispatch)
        }
    }

    /// Print runs of which some copies were sent and others not.
    package func partlySentBatches(campaign: Int64) throws -> [(batch: String, printed: Int, sent: Int)] {
        try all(
            """
            SELECT batch, count(*), count(sent_on) FROM dispatch WHERE campaign_id = ?
            GROUP BY batch HAVING count(DISTINCT intervention_id) > 1 AND count(sent_on) > 0
                AND count(sent_on) < count(*)
            ORDER BY batch
            """, [.int(campaign)]
        ) { (batch: $0.text(0), printed: Int($0.int(1)), sent: Int($0.int(2))) }
    }

    /// Overwrites what happened to a copy after it was printed.
    package func updateDispatch(_ dispatch: DispatchRow) throws {
        try execute(
            "UPDATE dispatch SET channel = ?, sent_on = ?, sent_by = ?, problem = ? WHERE id = ?",
            [
                .text(dispatch.channel), .dayOrNull(dispatch.sentOn), .textOrNull(dispatch.sentBy),
                .textOrNull(dispatch.problem), .int(dispatch.id),
            ])
    }
}

extension DispatchRow {
    fileprivate static let select = """
        SELECT id, intervention_id, edition, batch, recipient, channel, copy_kind, document_digest, printed_at, sent_on,
            sent_by, problem
        FROM dispatch
        """

    fileprivate init(_ row: borrowing Row) throws {
        guard let copy = Copy(rawValue: row.text(6)) else {
            throw StoreError.unreadable(column: "copy_kind", found: row.text(6))
        }
        self.init(
            id: row.int(0), intervention: row.int(1), edition: Int(row.int(2)), batch: row.text(3),
            recipient: row.text(4), copy: copy, documentDigest: row.text(7))
        channel = row.text(5)
        printedAt = row.textOrNil(8)
        sentOn = row.dayOrNil(9)
        sentBy = row.textOrNil(10)
        problem = row.textOrNil(11)
    }
}
