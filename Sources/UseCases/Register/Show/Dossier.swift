/// All there is to know about one subject, with its history: facts first, then one table a theme. The same value is
/// printed for people and as JSON for scripts.
package struct Dossier: Codable, Sendable, Hashable {
    package struct Fact: Codable, Sendable, Hashable {
        package let label: String
        package let value: String
    }

    package struct Section: Codable, Sendable, Hashable {
        package let title: String
        package let columns: [String]
        package let rows: [[String]]

        package init(title: String, columns: [String], rows: [[String]]) {
            self.title = title
            self.columns = columns
            self.rows = rows
        }

        package func firstColumns(_ count: Int) -> Section {
            Section(title: title, columns: Array(columns.prefix(count)), rows: rows.map { Array($0.prefix(count)) })
        }
    }

    package let title: String
    package var facts: [Fact] = []
    package var sections: [Section] = []

    package init(_ title: String) { self.title = title }

    /// Adds a fact that is known.
    package mutating func add(_ label: String, _ value: String?) {
        if let value, !value.isEmpty { facts.append(Fact(label: label, value: value)) }
    }

    /// Adds a table that has rows.
    package mutating func add(_ title: String, _ columns: [String], _ rows: [[String]]) {
        if !rows.isEmpty { sections.append(Section(title: title, columns: columns, rows: rows)) }
    }
}
