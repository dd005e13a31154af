import UseCases

/// A dossier on standard output: in words and tables, or as one line of JSON.
enum DossierPrinter {
    static func print(_ dossier: Dossier, json: Bool) throws {
        if json {
            Swift.print(try CanonicalJSON.string(dossier))
            return
        }
        let dossier = dossier.inWords
        Swift.print(dossier.title)
        for fact in dossier.facts { Swift.print("  \(fact.label) : \(fact.value)") }
        for section in dossier.sections {
            Swift.print("\n\(section.title) (\(section.rows.count))")
            for line in lines([section.columns] + section.rows) { Swift.print("  \(line)") }
        }
        Swift.print("")
    }

    /// Columns side by side, as wide as their widest field.
    private static func lines(_ rows: [[String]]) -> [String] {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
        return rows.map { row in
            zip(row, widths).map { field, width in
                field + String(repeating: " ", count: max(0, width - field.count))
            }.joined(separator: "  ")
        }
    }
}
