import Kernel
import Prophylaxis
import Store
import UseCases

/// Documents without any animal, looked at before the campaign ends; visits outside it (PRO-136, PRO-137).
extension DemoRun {
    func reviewEmptyDocuments() async throws {
        let inspector = try await cast.context(.inspector, on: plan.emptyReviewedOn)
        let lines = try await ReviewZeroBovine(campaign: campaign).perform(inspector)
        guard !lines.isEmpty else { return }
        try await step("Documents « zéro bovin » analysés", on: plan.emptyReviewedOn) {
            var planned = 0
            for line in lines where line.review.action == .visitOutsideCampaign {
                guard let number = try await planVisit(line) else { continue }
                planned += 1
                if line.cattle == 0 { visitsOfEmpty.append(number) }
            }
            return "\(counted(lines.count, "document")), \(counted(planned, "visite")) hors campagne"
        }
    }

    /// The authority's, with its letter; nil where the next campaign comes first.
    private func planVisit(_ line: ReviewZeroBovine.Line) async throws -> String? {
        let window = OutsideVisitWindow(
            today: plan.emptyReviewedOn, campaignStart: day(plan.prophylaxisYear - 1, 10, 1), campaignEnd: plan.endsOn)
        guard let from = line.review.eligibleFrom, window.contains(from) else { return nil }
        let authority = try await cast.context(.authority, on: plan.emptyReviewedOn)
        let months = line.review.usualMonths.map { CodeWords.month($0) }.joined(separator: ", ")
        let period = months.isEmpty ? "à partir du \(from.french)" : months
        let order = PlanOutsideVisit(
            selector: campaign, herd: HerdReference(holding: line.holding, herd: line.herd), plannedOn: from,
            reason: "Bovins en âge présents : \(period)")
        let number = try await order.perform(authority).intervention.number
        try await write(
            .visitOutsideCampaign, to: .interventions([number]), as: .authority, on: plan.emptyReviewedOn,
            period: period)
        return number
    }

    /// Where the herd is empty the keeper answers the letter: no more cattle are to come. Others are for the summer.
    func withdrawVisitsOfEmpty() async throws {
        guard !visitsOfEmpty.isEmpty else { return }
        let context = try await cast.context(.authority, on: plan.nonCompletionOn)
        try await step("Visites hors campagne retirées", on: plan.nonCompletionOn) {
            for number in visitsOfEmpty {
                _ = try await WithdrawHerd(
                    selector: campaign, number: number, reason: "L'éleveur écrit qu'il ne détiendra plus de bovins"
                ).perform(context)
            }
            return counted(visitsOfEmpty.count, "visite")
        }
    }
}
