/// A text file of the project, with what checks ask of it.
struct Source: Sendable {
    /// Path from the package's root, e.g. `Sources/Kernel/Time/Day.swift`.
    let path: String
    let text: String
    let lines: [Substring]
    /// Empty for anything but Swift.
    let tokens: [Token]

    init(path: String, text: String) {
        self.path = path
        self.text = text
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        tokens = path.hasSuffix(".swift") ? Lexer.tokens(of: text) : []
    }

    /// The target whose folder the file is in, e.g. `Kernel`; nil outside of `Sources`.
    var target: String? {
        let parts = path.split(separator: "/")
        return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
    }

    var isSwift: Bool { path.hasSuffix(".swift") }

    func violation(_ line: Int, _ message: String) -> Violation {
        Violation(path: path, line: line, message: message)
    }

    /// The lines whose text, in any form, contains one of the words; for checks that look into comments and prose too.
    func lines(where matches: (Substring) -> Bool) -> [Int] {
        lines.indices.filter { matches(lines[$0]) }.map { $0 + 1 }
    }
}
