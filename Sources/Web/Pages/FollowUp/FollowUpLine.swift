import Kernel
import Mustache
import Prophylaxis
import UseCases

/// A line of the follow-up as its cells; the template asks for them by name, without reflection.
struct FollowUpLine: MustacheParent, Sendable {
    private let row: FollowUpRow
    private let cells: [FollowUpCell]
    /// Where lines of several departments stand together.
    private let department: String?
    private let isChosen: Bool

    init(
        _ row: FollowUpRow, _ columns: [FollowUpColumn], department: String? = nil, today: Day, isChosen: Bool = false
    ) {
        self.row = row
        self.department = department
        self.isChosen = isChosen
        cells = columns.map { column in
            let part = column.disease.flatMap { disease in row.diseases.first { $0.disease == disease } }
            return FollowUpCell(text: column.text(row, today: today), part: part.map(DiseaseCell.init))
        }
    }

    func child(named name: String) -> Any? {
        switch name {
        case "number": row.number
        case "path": "/interventions/\(row.number)"
        // What a batch is based on: the number, the state that was seen, the report that stands.
        case "pick": [row.number, row.stamp, row.report ?? ""].joined(separator: "|")
        case "department": department
        case "isChosen": isChosen
        case "cells": cells
        default: nil
        }
    }
}

struct FollowUpCell: MustacheParent, Sendable {
    let text: String?
    let part: DiseaseCell?

    func child(named name: String) -> Any? {
        switch name {
        case "text": text
        case "part": part
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
