/// An intervention by its number, with the campaign it belongs to.
package struct InterventionIdentity: Sendable, Hashable {
    package let campaign: Int64
    package let id: Int64
    package let number: String
    package let department: String

    package init(campaign: Int64, id: Int64, number: String, department: String) {
        (self.campaign, self.id, self.number, self.department) = (campaign, id, number, department)
    }
}

extension Connection {
    /// Numbers are unique in a campaign only: history may repeat one. The last campaign comes first.
    package func interventions(numbered number: String, within reach: Reach) throws -> [InterventionIdentity] {
        let own = reach.intervention("i")
        return try all(
            """
            SELECT i.campaign_id, i.id, i.number, i.department FROM intervention i
            JOIN campaign c ON c.id = i.campaign_id WHERE i.number = ? AND \(own.sql)
            ORDER BY c.prophylaxis_year DESC, i.department, i.id
            """, [.text(number)] + own.arguments
        ) {
            InterventionIdentity(
                campaign: $0.int(0), id: $0.int(1), number: $0.text(2), department: $0.text(3))
        }
    }

    /// The rows of one theme, as text. A theme asks by campaign and intervention, and for what `more` holds after them.
    package func history(
        of intervention: InterventionIdentity, _ theme: InterventionTheme, _ more: [SQLValue] = []
    ) throws -> [[String]] {
        let places = theme.sql.utf8.count { $0 == UInt8(ascii: "?") } - more.count
        let pair: [SQLValue] = [.int(intervention.campaign), .int(intervention.id)]
        let arguments = (0..<places / 2).flatMap { _ in pair } + more
        return try textRows(theme.sql, arguments, columns: theme.columns.count)
    }
}

/// What is known of an intervention: one table of its dossier.
package struct InterventionTheme: Sendable {
    /// A column, what programs call it, and whose codes it holds.
    package struct Column: Sendable {
        package let title: String
        package let field: RecordField
        package let words: Vocabulary?

        init(_ title: String, _ field: RecordField, _ words: Vocabulary? = nil) {
            self.title = title
            self.field = field
            self.words = words
        }
    }

    /// Codes that have words of their own.
    package enum Vocabulary: Sendable {
        case matrix, method, kind, interventionState, origin, documentState, copy, diseases, outcome, authorisation,
            work
        case retest, nonCompletion, followUp, audience, workState, movement, note, herdClass, yesNo, visit, dysfunction,
            evidence
    }

    /// What programs call it.
    package let name: String
    package let title: String
    package let columns: [Column]
    let sql: String

    static let kinds = ["main", "retest", "outside"]
    static let states = ["planned", "withdrawn"]

    package var fields: [RecordField] { columns.map(\.field) }

    init(_ name: String, _ title: String, _ columns: [Column], _ sql: String) {
        self.name = name
        self.title = title
        self.columns = columns
        self.sql = sql
    }
}
