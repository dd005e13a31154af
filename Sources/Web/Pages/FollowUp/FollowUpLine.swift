import Kernel
import Mustache
import Prophylaxis
import UseCases

/// A line of the follow-up as its cells; the template asks for them by name, without reflection.
struct FollowUpLine: MustacheParent, Sendable {
    private let row: FollowUpRow

    init(_ row: FollowUpRow) { self.row = row }

    func child(named name: String) -> Any? {
        switch name {
        case "number": row.number
        case "path": "/interventions/\(row.number)"
        case "holding": row.holding
        case "name": row.name
        case "herd": "\(row.herd) (\(CodeWords.herdClass(code: row.herdClass)))"
        case "planned": row.plannedOn?.french
        case "veterinarian": row.veterinarian
        case "report": row.reportValue
        case "nonCompletion": row.nonCompletion
        case "diseases": row.diseases.map(DiseaseCell.init)
        default: nil
        }
    }
}

/// One disease of a line: status, counts, evaluation.
struct DiseaseCell: MustacheParent, Sendable {
    private let part: FollowUpRow.DiseasePart

    init(_ part: FollowUpRow.DiseasePart) { self.part = part }

    func child(named name: String) -> Any? {
        switch name {
        case "status": part.status.map(\.rawValue)
        case "isPlanned": !part.plans.isEmpty
        case "counts": "\(part.tested)/\(part.requested)"
        case "nonNegative": part.nonNegative > 0 ? part.nonNegative : nil
        case "value": part.evaluation ?? part.proposal
        case "isProposal": part.evaluation == nil
        default: nil
        }
    }
}
