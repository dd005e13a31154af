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

    /// What came this morning: the first herd has a positive, and a stray one of an animal that nobody knows; the last
    /// herd an answer that the laboratory leaves open.
    mutating func fresh(_ visits: [SeasonFacts.Visit], on day: Day) -> [AnalysisReport.Request] {
        visits.enumerated().flatMap { position, visit -> [AnalysisReport.Request] in
            var results: [AnalysisResult] = []
            for animal in visit.animals where animal.diseases & Disease.brucellosis.bit != 0 {
                var result = AnalysisResult(
                    sample: nextSample("F"), sampledOn: day, disease: .brucellosis,
                    method: visit.blood[.brucellosis] ?? .bufferedAntigen)
                result.animal = AnimalNumber(stored: animal.number)
                (result.receivedOn, result.analysedOn) = (day.adding(days: 1), day.adding(days: 4))
                result.interpretation = .negative
                results.append(result)
            }
            guard var first = results.first else { return [] }
            let isLast = position == visits.count - 1
            if isLast { results[results.count - 1].interpretation = .doubtful }
            guard position == 0 else {
                return [.init(document: nil, edition: nil, intervention: visit.intervention, results: results)]
            }
            results[0].interpretation = .positive
            (first.sample, first.interpretation) = (first.sample + "-B", .positive)
            first.animal = AnimalNumber(stored: "FR9998000001")
            return [results, [first]].map {
                .init(document: nil, edition: nil, intervention: visit.intervention, results: $0)
            }
        }
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
