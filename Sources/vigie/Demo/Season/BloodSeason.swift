import Exchange
import Kernel
import Prophylaxis

/// A season of analysis reports as a departmental laboratory sends them, with the faults of real ones: animals that
/// nobody knows, tubes that cannot be analysed, smeared or mistyped numbers, results sent twice.
struct BloodSeason {
    /// One file of the laboratory.
    struct File: Sendable {
        let path: String
        let receivedOn: Day
        let results: Int
    }

    /// What somebody will have to do something about.
    struct Case: Sendable {
        let intervention: String
        let result: AnalysisResult
    }

    let plan: DemoPlan
    let folder: String
    /// Day on which an animal has left, by number.
    let leavingDays: [String: Day]
    var faults: BloodFaults
    private var sample = 0
    /// Answers that are neither negative nor positive.
    private(set) var open: [Case] = []
    /// Animals of under-sampled herds whose serum the laboratory has kept.
    private(set) var kept: [Case] = []
    /// Samples that the laboratory will answer again, with another result.
    private(set) var corrected: [Case] = []

    init(_ plan: DemoPlan, _ departures: [String: Day], folder: String) {
        self.plan = plan
        self.folder = folder
        leavingDays = departures
        faults = BloodFaults(plan.chance(.results))
    }

    /// Writes a file a fortnight.
    mutating func write(
        _ visits: [SeasonFacts.Visit], _ stories: [String: HerdStory], from start: Day
    ) throws -> [File] {
        var requests: [Int: [AnalysisReport.Request]] = [:]
        for visit in visits where !visit.blood.isEmpty && !visit.isLeaving {
            let day = visit.day(plan, from: start)
            requests[day.days(since: start) / 14, default: []] +=
                self.requests(visit, stories[visit.intervention] ?? .ordinary, on: day)
        }
        return try requests.sorted { $0.key < $1.key }.map { fortnight, requests in
            try write(requests, on: start.adding(days: 14 * (fortnight + 1) + 6))
        }
    }

    /// One file with these requests.
    func write(_ requests: [AnalysisReport.Request], on day: Day, reference: String = "lot") throws -> File {
        let report = AnalysisReport(
            envelope: AnalysisEnvelope(
                sender: DemoParties.laboratory, recipient: DemoParties.authority, createdOn: day,
                reference: "RAI-\(day)-\(reference)"),
            requests: requests)
        let path = "\(folder)/rai-\(day)-\(reference).xml"
        let file = try OutputFile(path)
        try report.write { bytes in try file.write(bytes) }
        try file.close()
        return File(path: path, receivedOn: day, results: requests.reduce(0) { $0 + $1.results.count })
    }

    private mutating func requests(
        _ visit: SeasonFacts.Visit, _ story: HerdStory, on day: Day
    ) -> [AnalysisReport.Request] {
        var results: [AnalysisResult] = []
        let animals = visit.animals.filter { leavingDays[$0.number].map { $0 > day } ?? true }
        let missing = story == .short || story == .shortWithSerum ? max(1, animals.count * 3 / 10) : 0
        for (index, animal) in animals.enumerated() {
            let sample = nextSample("E")
            for (disease, method) in visit.blood.sorted(by: { $0.key < $1.key })
            where animal.diseases & disease.bit != 0 {
                var result = AnalysisResult(
                    sample: sample, sampledOn: day, disease: disease, method: method)
                result.animal = AnimalNumber(stored: animal.number)
                (result.receivedOn, result.analysedOn) = (day.adding(days: 1), day.adding(days: 4))
                result.interpretation = .negative
                guard index >= missing else {
                    if story == .shortWithSerum { kept.append(Case(intervention: visit.intervention, result: result)) }
                    continue
                }
                tell(story, &result, visit)
                results += faults.spoil(result, of: visit.intervention)
            }
        }
        let undecided: [Interpretation?] = [.doubtful, .uninterpretable]
        if let undecided = results.first(where: { undecided.contains($0.interpretation) }) {
            open.append(Case(intervention: visit.intervention, result: undecided))
        }
        let plain = AnalysisReport.Request(
            document: nil, edition: nil, intervention: visit.intervention, results: results)
        return [plain] + faults.strays(from: plain)
    }

    /// A number of its own for each sample.
    mutating func nextSample(_ letter: String) -> String {
        sample += 1
        return letter + padded(sample, 8)
    }

    /// Hands out the answers that are open, once.
    mutating func takeOpen() -> [Case] {
        defer { open = [] }
        return open
    }

    /// The result that makes the story: the first of its disease.
    private mutating func tell(_ story: HerdStory, _ result: inout AnalysisResult, _ visit: SeasonFacts.Visit) {
        let first = visit.animals.first { $0.diseases & result.disease.bit != 0 }
        guard first?.number == result.animal?.description else { return }
        switch (story, result.disease) {
        case (.cleared, .brucellosis), (.confirmed, .brucellosis), (.retestNotDone, .brucellosis),
            (.leukosis, .leukosis):
            result.interpretation = .positive
        case (.doubtful, .leukosis): result.interpretation = .doubtful
        case (.doubtful, .brucellosis) where visit.blood[.leukosis] == nil: result.interpretation = .uninterpretable
        case (.lateLeukosis, .leukosis): corrected.append(Case(intervention: visit.intervention, result: result))
        default: break
        }
    }
}

extension SeasonFacts.Visit {
    func day(_ plan: DemoPlan, from start: Day) -> Day { HoldingNumber(stored: holding).day(plan, from: start) }
}
