import Exchange
import Kernel
import Prophylaxis

/// A season of tuberculin reports as the department's section enters them: most herds complete, some with animals that
/// could not be tested, a few with doubtful animals, a few counts that do not add up, a few reports that never come.
struct TuberculinSeason {
    struct Files: Sendable {
        let reports: String
        let animals: String
        let receivedOn: Day
        let count: Int
    }

    private let plan: DemoPlan
    private var chance: SplitMix64

    init(_ plan: DemoPlan) {
        self.plan = plan
        chance = SplitMix64(seed: plan.seed, stream: 88)
    }

    mutating func write(_ visits: [SeasonFacts.Visit], to folder: String) throws -> Files? {
        var reports: [TuberculinReportRow] = []
        var animals: [TuberculinAnimalRow] = []
        for visit in visits where visit.skin != nil {
            if chance.chance(20) { continue }
            let (report, named) = self.report(visit)
            reports.append(report)
            animals += named
        }
        guard !reports.isEmpty else { return nil }
        let paths = (folder + "/tuberculin-reports.csv", folder + "/tuberculin-animals.csv")
        try FileOutput.write(TuberculinReportRow.encoded(reports), to: paths.0)
        try FileOutput.write(TuberculinAnimalRow.encoded(animals), to: paths.1)
        return Files(
            reports: paths.0, animals: paths.1, receivedOn: plan.documentsOn.adding(days: 80), count: reports.count)
    }

    private mutating func report(_ visit: SeasonFacts.Visit) -> (TuberculinReportRow, [TuberculinAnimalRow]) {
        let requested = visit.animals.filter { $0.diseases & Disease.tuberculosis.bit != 0 }
        let injected = plan.documentsOn.adding(days: 5 + chance.below(50))
        var named: [TuberculinAnimalRow] = []
        let missing = chance.chance(80) ? 120 : 2
        var (tested, doubtful) = (0, 0)
        for animal in requested {
            let number = AnimalNumber(stored: animal.number)
            if chance.chance(missing) {
                var row = TuberculinAnimalRow(intervention: visit.intervention, animal: number, outcome: .untested)
                row.reason = chance.chance(500) ? .exited : .notPresented
                named.append(row)
                continue
            }
            tested += 1
            if chance.below(4000) == 0 {
                doubtful += 1
                named.append(
                    TuberculinAnimalRow(
                        intervention: visit.intervention, animal: number,
                        outcome: visit.skin == .simple ? .doubtful : .smallDoubtful))
            }
        }
        var counts = TuberculinCounts()
        // Somebody counted wrong: stored all the same, with a finding.
        let negative = tested - doubtful - (chance.chance(10) ? 1 : 0)
        if visit.skin == .simple {
            (counts.ntids, counts.nnidsn, counts.nadids, counts.npidsp) = (tested, negative, doubtful, 0)
        } else {
            (counts.ntidc, counts.nnidc, counts.nagdidctub) = (tested, negative, 0)
            (counts.napdidctub, counts.npidc) = (doubtful, 0)
        }
        var row = TuberculinReportRow(
            intervention: visit.intervention, method: visit.skin ?? .comparative, injectedOn: injected,
            receivedOn: injected.adding(days: 15), counts: counts)
        row.readOn = injected.adding(days: 3)
        return (row, named)
    }
}
