import Programmes
import Prophylaxis

/// All the rules that decide something, in the order in which a campaign meets them.
///
/// The rule book is the command `vigie rules` (contract), the pages that explain a decision, and our own tests.
package enum RuleBook {
    package static let entries: [RuleEntry] = [
        RuleEntry(HerdOrientation.self),
        RuleEntry(SamplingSelection.self),
        RuleEntry(BloodResultCount.self),
        RuleEntry(MilkResultReading.self),
        RuleEntry(TuberculinCount.self),
        RuleEntry(DiseaseStatus.self),
        RuleEntry(CorrectedRealisation.self),
        RuleEntry(EvaluationProposal.self),
        RuleEntry(InspectionReportValue.self),
        RuleEntry(CampaignDeadlines.self),
    ]

    package static func entry(named name: String) -> RuleEntry? { entries.first { $0.name == name } }
}
