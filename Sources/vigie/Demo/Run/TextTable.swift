/// A table of text with a frame.
struct TextTable {
    let titles: [String]
    let rows: [[String]]
    var total: [String]?
    /// Columns of numbers, which stand to the right, begin here; nil: only the last one.
    var firstNumber: Int?

    var text: String {
        let all = [titles] + rows + (total.map { [$0] } ?? [])
        let widths = titles.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        func rule(_ left: String, _ middle: String, _ right: String) -> String {
            left + widths.map { String(repeating: "─", count: $0 + 2) }.joined(separator: middle) + right
        }
        func line(_ cells: [String]) -> String {
            let padded = cells.enumerated().map { column, cell in
                let space = String(repeating: " ", count: widths[column] - cell.count)
                return column >= firstNumber ?? (titles.count - 1) ? space + cell : cell + space
            }
            return "│ " + padded.joined(separator: " │ ") + " │"
        }
        var lines = [rule("┌", "┬", "┐"), line(titles), rule("├", "┼", "┤")] + rows.map(line)
        if let total { lines += [rule("├", "┼", "┤"), line(total)] }
        return (lines + [rule("└", "┴", "┘")]).joined(separator: "\n")
    }
}

/// `346 821`, with narrow spaces.
func grouped(_ number: Int) -> String {
    let digits = String(number)
    var result = ""
    for (index, digit) in digits.enumerated() {
        if index > 0, (digits.count - index) % 3 == 0 { result += "\u{202F}" }
        result.append(digit)
    }
    return result
}

/// `1 rapport émis`, `3 rapports émis`: each word takes an s that has none; French counts 0 and 1 as one.
func counted(_ number: Int, _ words: String) -> String {
    guard number > 1 else { return "\(grouped(number)) \(words)" }
    let plural = words.split(separator: " ").map { word in
        word.hasSuffix("s") || word.hasSuffix("x") || word == "non"
            ? String(word) : word + (word.hasSuffix("eau") ? "x" : "s")
    }
    return "\(grouped(number)) \(plural.joined(separator: " "))"
}
