import Documents
import Kernel
import Store

/// For which interventions a letter is written.
package enum LetterTarget: Sendable, Hashable {
    /// Twelve-digit numbers.
    case interventions([String])
    /// Number of the holding.
    case holding(String)
    case workList(WorkListKind)
    /// All that the letter has a ground for: its work list, or the campaign.
    case all

    /// Named one by one: then what is left out is said one by one.
    var isNamed: Bool {
        switch self {
        case .interventions, .holding: true
        case .workList, .all: false
        }
    }
}

extension Connection {
    /// Ids of the interventions, in order of number.
    /// - Throws: `Refused` where there is none, a number is unknown or the list does not fit the letter.
    func interventions(
        _ target: LetterTarget, for kind: LetterKind, of campaign: CampaignRow, today: Day
    ) throws -> [Int64] {
        switch target {
        case .interventions(let numbers):
            let unknown = try numbers.filter { try interventionID(of: campaign.id, number: $0) == nil }
            guard unknown.isEmpty else {
                throw Refused(
                    unknown.map { Finding(LetterFinding.interventionUnknown, .fatal, ["intervention": $0]) })
            }
            return try letterCandidates(of: campaign.id, numbers: numbers, holding: nil)
        case .holding(let number):
            let ids = try letterCandidates(of: campaign.id, numbers: [], holding: number)
            guard !ids.isEmpty else { throw Refused(LetterFinding.nothingSelected) }
            return ids
        case .workList(let list):
            guard kind.workLists.contains(list) else {
                throw Refused(
                    LetterFinding.listUnfit,
                    [
                        "kind": kind.rawValue, "list": list.rawValue,
                        "lists": kind.workLists.isEmpty
                            ? "aucune" : kind.workLists.map(\.rawValue).joined(separator: ", "),
                    ])
            }
            return try interventions(on: list, of: campaign, today: today)
        case .all:
            guard let list = kind.workLists.first else {
                return try letterCandidates(of: campaign.id, numbers: [], holding: nil)
            }
            return try interventions(on: list, of: campaign, today: today)
        }
    }

    private func interventions(on list: WorkListKind, of campaign: CampaignRow, today: Day) throws -> [Int64] {
        let numbers = Set(
            try workEntries(list, of: campaign, today: today).filter { !$0.isGone }.map(\.row.intervention))
        guard !numbers.isEmpty else { return [] }
        let rows = try self.interventions(of: campaign.id)
        return rows.filter { numbers.contains($0.number) }.map(\.id)
    }
}
