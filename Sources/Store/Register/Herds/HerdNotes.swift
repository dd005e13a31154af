import Kernel
import Register

/// Something that was told about a herd.
package struct HerdNoteRow: Sendable, Hashable {
    package let id: Int64
    package let herd: Int64
    package let kind: HerdNoteKind
    package let told: Told
    package let text: String
    package let writtenBy: String
    package let writtenAt: String

    /// Who said it, and when.
    package struct Told: Sendable, Hashable {
        package let day: Day
        package let source: HerdNoteSource

        package init(on day: Day, by source: HerdNoteSource) {
            self.day = day
            self.source = source
        }
    }

    package init(
        id: Int64, herd: Int64, _ kind: HerdNoteKind, told: Told, content: (text: String, by: String, at: String)
    ) {
        self.id = id
        self.herd = herd
        self.kind = kind
        self.told = told
        (text, writtenBy, writtenAt) = content
    }
}

extension Connection {
    package func insert(_ note: HerdNoteRow) throws {
        try execute(
            """
            INSERT INTO herd_note (id, herd_id, kind, told_on, told_by, text, written_by, written_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .int(note.id), .int(note.herd), .text(note.kind.rawValue), .day(note.told.day),
                .text(note.told.source.rawValue), .text(note.text), .text(note.writtenBy), .text(note.writtenAt),
            ])
    }

    /// What was told of the herds of these interventions and still stands: `veterinarian 2020-11-03 vide l'hiver`.
    package func standingNotes(
        campaign: Int64, _ filter: InterventionFilter
    ) throws -> [Int64: [String]] {
        let condition = filter.condition(on: "i.id")
        var notes: [Int64: [String]] = [:]
        try rows(
            """
            SELECT i.id, n.kind, n.told_by, n.told_on, n.text
            FROM intervention i JOIN herd_note n ON n.herd_id = i.herd_id
            WHERE i.campaign_id = ? AND \(condition.sql) AND n.withdrawn_at IS NULL AND n.kind <> 'enquiry'
            ORDER BY i.id, n.told_on, n.id
            """, [.int(campaign)] + condition.arguments
        ) { row in
            notes[row.int(0), default: []].append(
                "\(row.text(1)) \(row.text(2)) \(row.day(3)) \(row.text(4))")
        }
        return notes
    }

    /// The kinds of notes on a herd that stand.
    package func standingNotes(ofHerd id: Int64) throws -> Set<HerdNoteKind> {
        try Set(
            all("SELECT DISTINCT kind FROM herd_note WHERE herd_id = ? AND withdrawn_at IS NULL", [.int(id)]) {
                try $0.code(0)
            })
    }

    /// Takes back the standing notes of a kind; they stay readable. Returns how many there were.
    package func withdrawNotes(
        ofHerd id: Int64, _ kind: HerdNoteKind, by who: (actor: String, at: String)
    ) throws -> Int {
        try execute(
            """
            UPDATE herd_note SET withdrawn_by = ?, withdrawn_at = ?
            WHERE herd_id = ? AND kind = ? AND withdrawn_at IS NULL
            """, [.text(who.actor), .text(who.at), .int(id), .text(kind.rawValue)])
    }
}
