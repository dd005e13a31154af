import Kernel

/// The steps of a demonstration: what was done, on which of its days, how many, how long it took.
struct StepTable {
    private struct Step {
        let name: String
        let day: Day
        let outcome: String
        let milliseconds: Int
    }

    private var steps: [Step] = []

    mutating func add(_ name: String, on day: Day, _ outcome: String, took spent: Duration) {
        let (seconds, attoseconds) = spent.components
        steps.append(
            Step(
                name: name, day: day, outcome: outcome,
                milliseconds: Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)))
    }

    /// The table with its frame.
    var text: String {
        // A season's files come over months: the table shows each where its last one came.
        let rows = steps.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(
            \.element
        )
        .map { [$0.day.french, $0.name, $0.outcome, Self.seconds($0.milliseconds)] }
        let total = ["", "Total", "", Self.seconds(steps.reduce(0) { $0 + $1.milliseconds })]
        return TextTable(titles: ["Le", "Étape", "Résultat", "Durée"], rows: rows, total: total).text
    }

    private static func seconds(_ milliseconds: Int) -> String {
        "\(milliseconds / 1000),\(milliseconds / 100 % 10) s"
    }
}
