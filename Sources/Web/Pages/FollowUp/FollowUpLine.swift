import Kernel
import Mustache
import Prophylaxis
import UseCases

/// A line of the follow-up as its cells; the template asks for them by name, without reflection. What is not there is
/// `false` or empty: for nothing at all the template would go on looking, in the page and around it.
struct FollowUpLine: MustacheParent, Sendable {
    private static let pick = Catalogue.french.text("followUp", "pick")

    private let row: FollowUpRow
    private let cells: FollowUpCells
    /// Where lines of several departments stand together.
    private let department: String?
    /// Whether it can be ticked, and is; nil where lines are only read.
    private let isChosen: Bool?

    init(
        _ row: FollowUpRow, _ columns: [FollowUpColumn], department: String? = nil, today: Day, isChosen: Bool? = nil
    ) {
        self.row = row
        self.department = department
        self.isChosen = isChosen
        cells = FollowUpCells(row: row, columns: columns, today: today)
    }

    func child(named name: String) -> Any? {
        switch name {
        case "number": row.number
        case "path": "/interventions/\(row.number)"
        // What a batch is based on: the number, the state that was seen, the report that stands.
        case "pick": [row.number, row.stamp, row.report ?? ""].joined(separator: "|")
        case "department": department ?? ""
        case "hasBox": isChosen != nil
        case "isChosen": isChosen ?? false
        case "pickTitle": "\(FollowUpLine.pick) \(row.number)"
        case "cells": cells
        default: nil
        }
    }
}

/// The cells of a line as HTML. A page has up to 1,700 of them: each through a template of its own took five of the
/// page's seven milliseconds.
struct FollowUpCells: MustacheCustomRenderable, Sendable {
    let row: FollowUpRow
    let columns: [FollowUpColumn]
    let today: Day

    var isNull: Bool { false }

    var renderText: String {
        columns.reduce(into: "") { html, column in
            html += "<td>"
            if let disease = column.disease {
                if let part = row.diseases.first(where: { $0.disease == disease }) { html += Self.html(part) }
            } else {
                html += HTML.escaped(column.text(row, today: today) ?? "")
            }
            html += "</td>"
        }
    }

    private static let proposed = HTML.escaped(Catalogue.french.text("followUp", "proposed"))

    /// One disease: status, counts, evaluation or what is proposed. Nothing where no test is planned.
    private static func html(_ part: FollowUpRow.DiseasePart) -> String {
        guard !part.plans.isEmpty else { return "" }
        var html = ""
        if let status = part.status {
            html += "<span class=\"status s-\(status.rawValue)\">\(status.rawValue)</span> "
        }
        html += "<span class=\"nowrap\">\(part.tested)/\(part.requested)</span> "
        if part.nonNegative > 0 { html += "<strong class=\"nn\">NN \(part.nonNegative)</strong> " }
        if part.doubtful > 0 { html += "<strong class=\"nn\">DTX \(part.doubtful)</strong> " }
        let shown = HTML.escaped(part.evaluation ?? part.proposal)
        guard part.evaluation == nil else { return html + "<span>\(shown)</span>" }
        // What nobody has decided says so, on paper and to who listens.
        return html + "<span class=\"proposal\">\(proposed) \(shown)</span>"
    }
}
