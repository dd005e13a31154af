extension Check {
    /// Templates look at models through a mirror, which shows stored properties only: a computed one would silently
    /// be nothing on the page. The title is read in code.
    static let pageModels = Check("a page model has no computed property") { source in
        guard source.target == "Web", source.text.contains(": PageModel {") else { return [] }
        var isModel = false
        return source.lines.enumerated().compactMap { index, line in
            // Declarations of the file's own level begin at its edge.
            if let first = line.first, first != " ", first != "}" { isModel = line.contains(": PageModel {") }
            guard isModel, let found = line.firstMatch(of: /^ {4}var (\w+): [^=]*\{/), found.1 != "title",
                !line.contains("didSet")
            else { return nil }
            return source.violation(index + 1, "\(found.1) is computed: store it")
        }
    }
}
