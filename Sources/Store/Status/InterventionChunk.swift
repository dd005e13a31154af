import Kernel
import Prophylaxis

/// A run of interventions of one campaign with the facts of their three diseases: what one pass of a recomputation
/// holds in memory, however large the campaign is.
package struct InterventionChunk: Sendable {
    package struct Head: Sendable {
        package let id: Int64
        package let herd: Int64
        package let kind: String
    }

    package private(set) var heads: [Head] = []
    /// Three for each intervention, in the order of `Disease.allCases`.
    package private(set) var facts: [DiseaseFacts] = []
    private var ordinals: [Int64: Int] = [:]

    package init() {}

    mutating func append(_ head: Head, delegated: [Disease]) {
        ordinals[head.id] = heads.count
        heads.append(head)
        for disease in Disease.allCases {
            var fact = DiseaseFacts(disease: disease)
            fact.isDelegated = delegated.contains(disease)
            facts.append(fact)
        }
    }

    /// Where the facts of an intervention's disease stand; nil for an intervention of another chunk.
    func index(_ intervention: Int64, _ disease: Disease) -> Int? {
        ordinals[intervention].map { $0 * Disease.allCases.count + disease.ordinal }
    }

    mutating func update(_ intervention: Int64, _ disease: Disease, _ change: (inout DiseaseFacts) -> Void) {
        guard let index = index(intervention, disease) else { return }
        change(&facts[index])
    }

    mutating func updateAll(_ intervention: Int64, _ change: (inout DiseaseFacts) -> Void) {
        for disease in Disease.allCases { update(intervention, disease, change) }
    }

    mutating func setMilk(_ reading: MilkResultReading.Decision, at index: Int) { facts[index].milk = reading }

    /// The facts of the intervention at `position`, by disease.
    package func facts(at position: Int) -> ArraySlice<DiseaseFacts> {
        let width = Disease.allCases.count
        return facts[position * width..<(position + 1) * width]
    }
}

/// Which interventions of a campaign a query reads.
package enum InterventionFilter: Sendable, Hashable {
    /// All whose identifier lies in the range: how a whole campaign is walked.
    case range(ClosedRange<Int64>)
    /// At most `idLimit` of them by name.
    case ids([Int64])

    package static let idLimit = 500

    /// A condition on the column and its arguments.
    func condition(on column: String) -> (sql: String, arguments: [SQLValue]) {
        switch self {
        case .range(let range):
            ("\(column) BETWEEN ? AND ?", [.int(range.lowerBound), .int(range.upperBound)])
        case .ids(let ids):
            (
                "\(column) IN (\(ids.map { _ in "?" }.joined(separator: ", ")))",
                ids.map { .int($0) }
            )
        }
    }
}

extension Disease {
    /// 0, 1, 2 in the order of `allCases`.
    package var ordinal: Int {
        switch self {
        case .brucellosis: 0
        case .leukosis: 1
        case .tuberculosis: 2
        }
    }

    /// Reads a stored code from a row.
    init?(in row: borrowing Row, column: Int) {
        self.init(rawValue: row.text(column))
    }
}
