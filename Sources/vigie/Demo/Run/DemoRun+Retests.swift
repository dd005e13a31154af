import Documents
import Exchange
import Kernel
import Prophylaxis
import Store
import UseCases

/// Brucellosis that is not negative: the authority's retests.
extension DemoRun {
    /// Retests that were ordered on a day.
    struct Retests {
        let orderedOn: Day
        /// Number of a retest to that of the first intervention.
        var blood: [String: String] = [:]
        var milk: [String] = []
    }

    func orderRetests(on day: Day) async throws -> Retests {
        var retests = Retests(orderedOn: day)
        try await computeDue(on: day)
        // A retest's own result is the first intervention's to judge.
        let suspect = try await waiting(.decisionAwaited, on: day).filter { retested[$0] == nil }
        guard !suspect.isEmpty else { return retests }
        let context = try await cast.context(.authority, on: day)
        try await step("Recontrôles ordonnés", on: day) {
            for number in suspect {
                let outcome = try await OrderRetest(campaign: campaign, intervention: number, notifiedOn: day)
                    .perform(context)
                if let retest = outcome.retestNumber {
                    retests.blood[retest] = number
                    retested[retest] = number
                } else {
                    retests.milk.append(number)
                }
            }
            try await write(.retestNotification, as: .authority, on: day)
            return "\(retests.blood.count) sur le sang, \(retests.milk.count) sur le lait"
        }
        return retests
    }

    /// What every night does.
    func computeDue(on day: Day) async throws {
        let context = try await cast.context(.authority, on: day)
        _ = try await RecomputeStatus(selector: campaign, extent: .due).perform(context)
    }

    /// Some weeks later their results come, or do not.
    func receiveRetests(_ retests: Retests) async throws {
        let numbers = retests.blood.keys.sorted()
        if !numbers.isEmpty {
            var choice = EditChoice()
            choice.validates = true
            let context = try await cast.context(.inspector, on: retests.orderedOn.adding(days: 8))
            _ = try await EditDocuments(campaign: campaign, filter: DocumentFilter(numbers: numbers), choice: choice)
                .perform(context)
            let sampledOn = retests.orderedOn.adding(days: 24)
            let requests = try await SeasonFacts.retests(campaign, among: Set(numbers), in: database)
                .compactMap { visit in
                    blood.retest(visit, stories[retests.blood[visit.intervention] ?? ""] ?? .cleared, on: sampledOn)
                }
            if !requests.isEmpty {
                let file = try blood.write(requests, on: sampledOn.adding(days: 7), reference: "recontroles")
                try await receive([file], "Résultats des recontrôles")
            }
        }
        try await receiveMilkRetests(retests.milk, on: retests.orderedOn.adding(days: 20))
    }
}
