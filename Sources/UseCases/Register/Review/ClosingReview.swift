import Kernel
import Register
import Store

/// Herds that should be closed, by the department's own criteria in its own order (PRO-25, PRO-28).
enum ClosingReview {
    static func findings(
        _ connection: Connection, _ department: String, _ settings: RegisterSettings, _ today: Day
    ) throws -> [Finding] {
        let idle = today.adding(months: -settings.idleMonths)
        return try connection.closingFacts(department: department).compactMap { herd in
            let criteria = HerdClosing.decide(herd.facts, on: today, idleBefore: idle, settings.closing)
            guard !criteria.isEmpty else { return nil }
            return Finding(
                RegisterReviewFinding.herdToClose, .warning,
                [
                    "holding": herd.holding, "herd": herd.code,
                    "criteria": criteria.map(\.french).joined(separator: ", "),
                    "first": criteria.first?.rawValue ?? "", "animals": String(herd.facts.animals),
                    "last": herd.facts.emptySince?.french ?? "", "pending": String(herd.pending),
                ])
        }
    }
}

extension HerdClosing.Criterion {
    var french: String {
        switch self {
        case .holdingEnded: "numéro EDE en fin d'activité"
        case .activityClosed: "absent de la base d'identification"
        case .idle: "sans bovin"
        case .keeper: "cessation annoncée par l'éleveur"
        }
    }
}
