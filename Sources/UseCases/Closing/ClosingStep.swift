import Kernel
import Prophylaxis
import Store

/// What an intervention still needs before its campaign can be closed (PRO-283, PRO-290, PRO-291).
package enum ClosingStep: String, Sendable, Hashable, CaseIterable {
    /// Nobody came, and no document went out.
    case unsorted
    /// Nobody came, although a document went out.
    case undone
    /// Done, and not evaluated for good.
    case evaluate
    /// Evaluated, and not reported.
    case report

    init(_ row: UntreatedRow) {
        self =
            switch (row.isUndone, row.hasDocument) {
            case (true, false): .unsorted
            case (true, true): .undone
            case (false, _): row.pending.isEmpty ? .report : .evaluate
            }
    }

    package var action: String {
        switch self {
        case .unsorted: "Ni triée ni supprimée : la retirer, ou décider de sa non réalisation."
        case .undone:
            "Non réalisée : décision de non réalisation si le motif est valable, sinon évaluation et rapport B."
        case .evaluate: "Évaluer, puis éditer le rapport."
        case .report: "Évaluée : éditer le rapport."
        }
    }

    /// A decision of non-completion may settle it.
    package var mayBeDecided: Bool { self == .unsorted || self == .undone }
}

/// How far the time of closing has come (PRO-280, PRO-281, PRO-292, AMB-25).
package enum ClosingStage: String, Sendable, Hashable {
    /// Possible soon: what remains is due work.
    case near
    case open
    /// It should have been closed.
    case overdue
    /// The national authority may close it, whatever remains.
    case forced

    init?(_ deadlines: CampaignDeadlines.Decision, of campaign: CampaignRow, on today: Day) {
        guard campaign.state == .executed else { return nil }
        switch today {
        case (deadlines.forcedClosingAfter.adding(days: 1))...: self = .forced
        case (deadlines.closingUntil.adding(days: 1))...: self = .overdue
        case deadlines.closingFrom...: self = .open
        case deadlines.closingFrom.adding(days: -ClosingReadiness.daysAhead)...: self = .near
        default: return nil
        }
    }
}
