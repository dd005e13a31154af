extension Check {
    /// Every dependency of the manifest says above it what it is for, and is pinned to one version.
    static let dependencies = Check("a dependency is explained and pinned") { source in
        guard source.path == "Package.swift" else { return [] }
        return source.lines { $0.contains(".package(") }.flatMap { line -> [Violation] in
            let text = source.lines[line - 1]
            let above = line > 1 ? source.lines[line - 2].drop { $0 == " " } : ""
            let isExplained = above.hasPrefix("// ") && above.count > 10
            return (isExplained ? [] : [source.violation(line, "no comment above says what it is for")])
                + (text.contains("exact: ") ? [] : [source.violation(line, "not pinned with exact:")])
        }
    }
}
