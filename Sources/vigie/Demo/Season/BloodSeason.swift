import Exchange
import Kernel
import Prophylaxis

/// A season of analysis reports as a departmental laboratory sends them, with the faults of real ones: animals that
/// were not on the document, tubes that cannot be analysed, smeared numbers, results sent twice.
struct BloodSeason {
    /// One file of the laboratory.
    struct File: Sendable {
        let path: String
        let receivedOn: Day
        let results: Int
    }

    private let plan: DemoPlan
    private var chance: SplitMix64
    private var sample = 0

    init(_ plan: DemoPlan) {
        self.plan = plan
        chance = plan.chance(.results)
    }

    /// Writes a file a fortnight.
    mutating func write(_ visits: [SeasonFacts.Visit], to folder: String) throws -> [File] {
        var requests: [Int: [AnalysisReport.Request]] = [:]
        for visit in visits where !visit.blood.isEmpty {
            // A few farmers refuse or forget; the campaign ends without their blood.
            if chance.chance(15) { continue }
            let offset = 4 + chance.below(56)
            requests[offset / 14, default: []].append(request(visit, on: plan.documentsOn.adding(days: offset)))
        }
        return try requests.sorted { $0.key < $1.key }.map { fortnight, requests in
            let day = plan.documentsOn.adding(days: 14 * (fortnight + 1) + 9)
            let report = AnalysisReport(
                envelope: AnalysisEnvelope(
                    sender: DemoParties.laboratory, recipient: DemoParties.authority, createdOn: day,
                    reference: "RAI-\(fortnight + 1)"),
                requests: requests)
            let path = "\(folder)/rai-\(day).xml"
            let file = try OutputFile(path)
            try report.write { bytes in try file.write(bytes) }
            try file.close()
            return File(path: path, receivedOn: day, results: requests.reduce(0) { $0 + $1.results.count })
        }
    }

    private mutating func request(_ visit: SeasonFacts.Visit, on day: Day) -> AnalysisReport.Request {
        var results: [AnalysisResult] = []
        // In some herds animals are missing: sold meanwhile, not found, or refused.
        let missing = chance.chance(60) ? 150 : 3
        for animal in visit.animals where !chance.chance(missing) {
            sample += 1
            for (disease, method) in visit.blood.sorted(by: { $0.key < $1.key })
            where animal.diseases & disease.bit != 0 {
                var result = AnalysisResult(
                    sample: "E" + padded(sample, 8), sampledOn: day, disease: disease, method: method)
                result.animal = AnimalNumber(stored: animal.number)
                result.receivedOn = day.adding(days: 1)
                result.analysedOn = day.adding(days: 4)
                interpret(&result)
                results.append(result)
                if chance.chance(1) { results.append(result) }
            }
        }
        if chance.chance(8), let last = results.last { results.append(stranger(last)) }
        return AnalysisReport.Request(
            document: nil, edition: visit.edition, intervention: visit.intervention, results: results)
    }

    private mutating func interpret(_ result: inout AnalysisResult) {
        switch chance.below(20_000) {
        case 0..<5: result.interpretation = .positive
        case 5..<12: result.interpretation = .doubtful
        case 12..<40: (result.reason, result.analysedOn) = (.haemolysed, nil)
        case 40..<50: result.interpretation = .uninterpretable
        case 50..<54:
            // A tube whose label was smeared: the laboratory typed what it could read.
            result.animal = AnimalNumber(stored: "FR99?" + String(sample % 10_000))
            result.interpretation = .negative
        default: result.interpretation = .negative
        }
    }

    /// A tube of an animal that nobody knows.
    private mutating func stranger(_ other: AnalysisResult) -> AnalysisResult {
        sample += 1
        var result = other
        result.sample = "E" + padded(sample, 8)
        result.animal = AnimalNumber(stored: "FR9998" + padded(chance.below(1_000_000), 6))
        result.interpretation = .negative
        result.reason = nil
        return result
    }
}
