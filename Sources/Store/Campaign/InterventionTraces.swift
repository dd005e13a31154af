import Kernel
import Prophylaxis

/// A remark that stays with an intervention: why it was added, withdrawn, given another laboratory.
package struct InterventionNote: Sendable, Hashable {
    package let id: Int64
    package let campaign: Int64
    package let intervention: Int64
    /// `added`, `withdrawn`, `laboratory`, …
    package let kind: String
    package let writtenAt: String
    package let writtenBy: String
    package let text: String

    package init(
        id: Int64, of intervention: InterventionRow, kind: String, written: (by: String, at: String), text: String
    ) {
        self.init(id: id, of: (intervention.campaign, intervention.id), kind: kind, written: written, text: text)
    }

    init(
        id: Int64, of intervention: (campaign: Int64, id: Int64), kind: String, written: (by: String, at: String),
        text: String
    ) {
        self.id = id
        (campaign, self.intervention) = intervention
        self.kind = kind
        (writtenBy, writtenAt) = written
        self.text = text
    }
}

extension Connection {
    package func insert(_ notes: [InterventionNote]) throws {
        let columns = ["id", "campaign_id", "intervention_id", "kind", "written_at", "written_by", "text"]
        try bulkInsert(into: "note", columns: columns) { writer in
            for note in notes {
                writer.int(note.id)
                writer.int(note.campaign)
                writer.int(note.intervention)
                writer.text(note.kind)
                writer.text(note.writtenAt)
                writer.text(note.writtenBy)
                writer.text(note.text)
                try writer.endRow()
            }
        }
    }

    /// The notes of an intervention, the first one first.
    package func notes(campaign: Int64, intervention: Int64) throws -> [InterventionNote] {
        try all(
            """
            SELECT id, kind, written_at, written_by, text FROM note
            WHERE campaign_id = ? AND intervention_id = ? ORDER BY written_at, id
            """, [.int(campaign), .int(intervention)]
        ) { row in
            InterventionNote(
                id: row.int(0), of: (campaign, intervention), kind: row.text(1),
                written: (by: row.text(3), at: row.text(2)), text: row.text(4))
        }
    }

    /// Whether anything was done or found for the intervention: then it is never withdrawn.
    ///
    /// - Parameter milkFrom: reading window of milk, which belongs to the holding rather than to the intervention.
    package func hasResults(_ intervention: InterventionRow, milkFrom start: Day, to end: Day) throws -> Bool {
        let tables = ["visit", "blood_result", "tuberculin_report", "evaluation", "inspection_report", "retest"]
        for table in tables {
            let found = try count(
                "SELECT count(*) FROM \(table) WHERE campaign_id = ? AND intervention_id = ?",
                [.int(intervention.campaign), .int(intervention.id)])
            if found > 0 { return true }
        }
        return try count(
            """
            SELECT count(*) FROM requested_plan p
            JOIN intervention i ON i.campaign_id = p.campaign_id AND i.id = p.intervention_id
            JOIN herd h ON h.id = i.herd_id
            JOIN milk_result m ON m.holding_id = h.holding_id AND m.disease = p.disease
            WHERE p.campaign_id = ? AND p.intervention_id = ? AND p.matrix = 'milk'
                AND m.sampled_on >= ? AND m.sampled_on <= ?
            """, [.int(intervention.campaign), .int(intervention.id), .day(start), .day(end)]) > 0
    }

    /// Ids of the campaign's interventions that have a validated sampling document.
    package func interventionsWithDocument(of campaign: Int64) throws -> Set<Int64> {
        Set(
            try all(
                "SELECT DISTINCT intervention_id FROM edition WHERE campaign_id = ? AND state = 'validated'",
                [.int(campaign)]
            ) { $0.int(0) })
    }

    package func herdID(_ reference: HerdReference, department: String) throws -> Int64? {
        try first(
            """
            SELECT h.id FROM herd h JOIN holding g ON g.id = h.holding_id
            WHERE g.number = ? AND h.code = ? AND h.department = ?
            """, [.text(reference.holding), .text(reference.herd), .text(department)]
        ) { $0.int(0) }
    }
}
