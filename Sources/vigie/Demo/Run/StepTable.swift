import Glibc

/// The steps of a demonstration: what was done, how many, how long.
struct StepTable {
    private struct Step {
        let name: String
        let outcome: String
        let milliseconds: Int
    }

    private var steps: [Step] = []
    private let clock = ContinuousClock()

    /// Runs a step and notes what it says of itself.
    mutating func step<T>(_ name: String, _ body: () async throws -> (T, String)) async throws -> T {
        let start = clock.now
        let (value, outcome) = try await body()
        let spent = clock.now - start
        let milliseconds =
            Int(spent.components.seconds) * 1000 + Int(spent.components.attoseconds / 1_000_000_000_000_000)
        steps.append(Step(name: name, outcome: outcome, milliseconds: milliseconds))
        return value
    }

    /// The table with its frame.
    var text: String {
        let rows = steps.map { [$0.name, $0.outcome, Self.seconds($0.milliseconds)] }
        let total = ["Total", "", Self.seconds(steps.reduce(0) { $0 + $1.milliseconds })]
        return TextTable(titles: ["Étape", "Résultat", "Durée"], rows: rows, total: total).text
    }

    private static func seconds(_ milliseconds: Int) -> String {
        "\(milliseconds / 1000),\(milliseconds / 100 % 10) s"
    }
}

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
