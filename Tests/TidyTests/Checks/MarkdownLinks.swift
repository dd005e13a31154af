extension Check {
    /// Relative links of a page lead to a file, and `#section` to a heading of it. `read` gives a file's text; an
    /// existing folder or binary file reads as empty, a missing one as nil.
    static func brokenLinks(in source: Source, read: (String) -> String?) -> [Violation] {
        guard source.path.hasSuffix(".md") else { return [] }
        return links(of: source).compactMap { line, target in
            let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
            let path = parts[0].isEmpty ? source.path : resolve(String(parts[0]), from: source.path)
            guard let text = path == source.path ? source.text : read(path) else {
                return source.violation(line, "link to \(target), which is not there")
            }
            guard parts.count == 2, !anchors(of: text).contains(String(parts[1])) else { return nil }
            return source.violation(line, "link to \(target), but no such heading")
        }
    }

    /// Targets of `](…)` outside of code, with their lines; absolute addresses are left out.
    private static func links(of source: Source) -> [(line: Int, target: String)] {
        proseLines(of: source.text).flatMap { line, text in
            text.ranges(of: "](").compactMap { range in
                let target = String(text[range.upperBound...].prefix { $0 != ")" && $0 != " " })
                return target.contains(":") || target.isEmpty ? nil : (line, target)
            }
        }
    }

    /// The lines outside of fenced blocks, without their code spans.
    private static func proseLines(of text: String) -> [(line: Int, text: String)] {
        var isFenced = false
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            if line.drop(while: { $0 == " " }).hasPrefix("```") {
                isFenced.toggle()
                return nil
            }
            let outside = line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset % 2 == 0 }.map { String($0.element) }
            return isFenced ? nil : (index + 1, outside.joined())
        }
    }

    private static func resolve(_ target: String, from page: String) -> String {
        var parts = page.split(separator: "/").dropLast().map(String.init)
        for part in target.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
        }
        return parts.joined(separator: "/")
    }

    /// Anchors as code forges make them of headings: lower case, spaces to dashes, other signs dropped.
    private static func anchors(of text: String) -> Set<String> {
        let headings = proseLines(of: text.replacing("`", with: "")).map(\.text).filter { $0.hasPrefix("#") }
        return Set(
            headings.map { heading in
                let title = heading.drop { $0 == "#" }.drop { $0 == " " }.lowercased()
                return String(
                    title.compactMap {
                        $0 == " " ? "-" : ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" ? $0 : nil)
                    })
            })
    }
}
