import Kernel
import Prophylaxis

/// One disease of one intervention of the worked examples, to be changed where a test needs it: campaign 2020–2021,
/// one visit on 2 November, plan requested, computed on 5 January, no decision of non-completion.
struct StatusCase {
    var disease: Disease
    var campaign: (start: Day, end: Day) = (Example.start, Example.end)
    var computedOn: Day = Example.duringCampaign
    var requested: Int
    var planRequested = true
    var tested: Int
    var nonNegative = 0
    var startedOn: Day? = Example.visit
    var finishedOn: Day? = Example.visit
    var nonCompletion = false
    var parameters = DiseaseStatus.Parameters()

    init(_ disease: Disease = .brucellosis, requested: Int, tested: Int) {
        (self.disease, self.requested, self.tested) = (disease, requested, tested)
    }

    init(_ disease: Disease, requested: Int, count: BloodResultCount.Decision) {
        self.init(disease, requested: requested, tested: count.tested)
        nonNegative = count.nonNegative
    }

    func decision() throws -> DiseaseStatus.Decision {
        try DiseaseStatus.decide(
            .init(
                disease: disease, computedOn: computedOn, campaign: campaign,
                requested: (requested, planRequested), results: (tested, nonNegative), visits: (startedOn, finishedOn),
                nonCompletionDecision: nonCompletion), parameters)
    }

    func status() throws -> Status { try decision().status }

    func changed(_ change: (inout StatusCase) -> Void) -> StatusCase {
        var copy = self
        change(&copy)
        return copy
    }
}
