import Programmes
import Prophylaxis

/// All the rules that decide something, in the order in which a campaign meets them.
///
/// The rule book is the command `vigie rules` (contract), the pages that explain a decision, and our own tests.
package enum RuleBook {
    package static let entries: [RuleEntry] = [
        RuleEntry(HerdOrientation.self, .herdOrientation),
        RuleEntry(SamplingSelection.self, .samplingSelection),
        RuleEntry(BloodResultCount.self, .resultCount),
        RuleEntry(MilkResultReading.self, .milkResult),
        RuleEntry(TuberculinCount.self, .tuberculinCount),
        RuleEntry(DiseaseStatus.self, .diseaseStatus),
        RuleEntry(CorrectedRealisation.self, .correctedRealisation),
        RuleEntry(EvaluationProposal.self, .evaluationProposal),
        RuleEntry(InspectionReportValue.self, .inspectionReport),
        RuleEntry(CampaignDeadlines.self, .campaignDeadlines),
    ]

    package static func entry(named name: String) -> RuleEntry? { entries.first { $0.name == name } }
}
