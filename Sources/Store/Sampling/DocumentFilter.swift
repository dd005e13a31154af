import Kernel

/// Which interventions of a campaign a batch of documents is for. Conditions that are given all hold.
package struct DocumentFilter: Codable, Sendable, Hashable {
    /// Numbers of interventions; empty: any.
    package var numbers: [String] = []
    /// Order number of the veterinarian named on the document.
    package var veterinarian: String?
    package var holding: String?
    /// Planned visit on or before this day.
    package var plannedUntil: Day?

    package init() {}

    package init(numbers: [String]) { self.numbers = numbers }
}

extension Connection {
    /// The planned interventions of the campaign that the filter names, by ascending id.
    package func interventions(campaign: Int64, matching filter: DocumentFilter) throws -> [Int64] {
        guard !filter.numbers.isEmpty else { return try matches(campaign, filter, numbers: []) }
        var ids: [Int64] = []
        for part in filter.numbers.chunks(of: InterventionFilter.idLimit) {
            ids += try matches(campaign, filter, numbers: Array(part))
        }
        return ids.sorted()
    }

    private func matches(_ campaign: Int64, _ filter: DocumentFilter, numbers: [String]) throws -> [Int64] {
        var conditions = ["i.campaign_id = ?", "i.state = 'planned'"]
        var arguments: [SQLValue] = [.int(campaign)]
        if !numbers.isEmpty {
            conditions.append("i.number IN (\(numbers.map { _ in "?" }.joined(separator: ", ")))")
            arguments += numbers.map { .text($0) }
        }
        if let veterinarian = filter.veterinarian {
            conditions.append("i.veterinarian_id IN (SELECT id FROM veterinarian WHERE order_number = ?)")
            arguments.append(.text(veterinarian))
        }
        if let holding = filter.holding {
            conditions.append(
                "i.herd_id IN (SELECT h.id FROM herd h JOIN holding g ON g.id = h.holding_id WHERE g.number = ?)")
            arguments.append(.text(holding))
        }
        if let day = filter.plannedUntil {
            conditions.append("i.planned_on <= ?")
            arguments.append(.day(day))
        }
        return try all(
            "SELECT i.id FROM intervention i WHERE \(conditions.joined(separator: " AND ")) ORDER BY i.id", arguments
        ) { $0.int(0) }
    }

    /// Which of these numbers no planned intervention of the campaign has.
    package func unknownNumbers(campaign: Int64, among numbers: [String]) throws -> [String] {
        try numbers.filter { number in
            try count(
                "SELECT count(*) FROM intervention WHERE campaign_id = ? AND number = ? AND state = 'planned'",
                [.int(campaign), .text(number)]) == 0
        }
    }
}
