extension Check {
    /// The tables of `docs/security.md`: each point names at least one test, and each that is named is there: a suite
    /// `NameTests` declared somewhere in `Tests`, or a file.
    /// - Parameters:
    ///   - suites: the names of all suites.
    ///   - exists: whether there is a file of that path.
    static func untestedPoints(in page: Source, suites: Set<String>, exists: (String) -> Bool) -> [Violation] {
        page.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
            let cells = line.split(separator: "|").map { $0.drop { $0 == " " } }
            guard line.hasPrefix("|"), cells.count >= 4, let first = cells[0].first, first.isNumber else {
                return [Violation]()
            }
            let names = spans(of: cells[3])
            guard !names.isEmpty else { return [page.violation(index + 1, "\(cells[0]) names no test")] }
            return names.filter { !($0.contains("/") ? exists($0) : suites.contains($0)) }
                .map { page.violation(index + 1, "test \($0) is not there") }
        }
    }

    /// The names of suites that a file declares: `struct NameTests`.
    static func suites(in source: Source) -> [String] {
        guard source.path.hasPrefix("Tests/"), source.isSwift else { return [] }
        return source.tokens.indices.dropLast().compactMap { index in
            guard source.tokens[index].isWord("struct") else { return nil }
            let name = source.tokens[index + 1].text
            return name.hasSuffix("Tests") ? name : nil
        }
    }

    /// What stands between backticks.
    private static func spans(of cell: Substring) -> [String] {
        cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
}
