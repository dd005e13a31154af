import Exchange
import Kernel
import Prophylaxis

/// What a laboratory looks at a second time.
extension BloodSeason {
    /// The animals of a retest; nil where the farmer lets it be.
    mutating func retest(
        _ visit: SeasonFacts.Visit, _ story: HerdStory, on day: Day
    ) -> AnalysisReport.Request? {
        guard story != .retestNotDone else { return nil }
        let results = visit.animals.map { animal in
            var result = AnalysisResult(
                sample: nextSample("R"), sampledOn: day, disease: .brucellosis,
                method: visit.blood[.brucellosis] ?? .bufferedAntigen)
            result.animal = AnimalNumber(stored: animal.number)
            (result.receivedOn, result.analysedOn) = (day.adding(days: 1), day.adding(days: 4))
            result.interpretation = story == .confirmed ? .positive : .negative
            return result
        }
        return .init(document: nil, edition: nil, intervention: visit.intervention, results: results)
    }

    /// The same samples, found positive after all.
    func positives(_ cases: [Case]) -> [AnalysisReport.Request] {
        cases.map { item in
            var result = item.result
            result.interpretation = .positive
            return .init(document: nil, edition: nil, intervention: item.intervention, results: [result])
        }
    }
}
