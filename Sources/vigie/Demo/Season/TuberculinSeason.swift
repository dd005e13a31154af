import Exchange
import Kernel
import Prophylaxis

/// A season of tuberculin reports as the department's section enters them: most herds complete, some with animals that
/// could not be tested, a few with doubtful animals, a few counts that do not add up, a few reports late or never.
struct TuberculinSeason {
    struct Files: Sendable {
        let reports: String
        let animals: String
        let receivedOn: Day
        let count: Int
    }

    let plan: DemoPlan
    let folder: String
    /// Day on which an animal has left, by number.
    let leavingDays: [String: Day]
    private var seen = 0
    /// Interventions whose report never came.
    private(set) var absent: [String] = []

    init(_ plan: DemoPlan, _ departures: [String: Day], folder: String) {
        self.plan = plan
        self.folder = folder
        leavingDays = departures
    }

    /// The reports of visits that began on a day, in one pair of files.
    mutating func write(_ visits: [SeasonFacts.Visit], from start: Day) throws -> Files? {
        var reports: [TuberculinReportRow] = []
        var animals: [TuberculinAnimalRow] = []
        for visit in visits where visit.skin != nil && !visit.isLeaving {
            seen += 1
            var chance = SplitMix64(seed: plan.seed, stream: (UInt64(visit.intervention) ?? 0) << 16)
            if chance.chance(12) || seen == 6 {
                absent.append(visit.intervention)
                continue
            }
            let (report, named) = self.report(visit, visit.day(plan, from: start), &chance)
            reports.append(report)
            animals += named
        }
        guard !reports.isEmpty else { return nil }
        let receivedOn = start.adding(days: 55)
        let paths = ("\(folder)/tuberculin-reports-\(receivedOn).csv", "\(folder)/tuberculin-animals-\(receivedOn).csv")
        try FileOutput.write(TuberculinReportRow.encoded(reports), to: paths.0)
        try FileOutput.write(TuberculinAnimalRow.encoded(animals), to: paths.1)
        return Files(reports: paths.0, animals: paths.1, receivedOn: receivedOn, count: reports.count)
    }

    private func report(
        _ visit: SeasonFacts.Visit, _ injected: Day, _ chance: inout SplitMix64
    ) -> (TuberculinReportRow, [TuberculinAnimalRow]) {
        var named: [TuberculinAnimalRow] = []
        let missing = chance.chance(50) || seen == 4 ? 70 : 0
        var (tested, doubtful) = (0, 0)
        for animal in visit.animals where animal.diseases & Disease.tuberculosis.bit != 0 {
            let number = AnimalNumber(stored: animal.number)
            let hasLeft = leavingDays[animal.number].map { $0 <= injected } ?? false
            if hasLeft || chance.chance(missing) || chance.below(3000) == 0 {
                var row = TuberculinAnimalRow(intervention: visit.intervention, animal: number, outcome: .untested)
                row.reason = hasLeft ? .exited : chance.chance(700) ? .notPresented : nil
                named.append(row)
                continue
            }
            tested += 1
            if chance.below(4000) == 0 || seen == 2 && tested == 1 {
                doubtful += 1
                named.append(
                    TuberculinAnimalRow(
                        intervention: visit.intervention, animal: number,
                        outcome: visit.skin == .simple ? .doubtful : .smallDoubtful))
            }
        }
        // Somebody counted wrong: stored all the same, with a finding.
        let wrong = (chance.chance(8) || seen == 3) && tested > doubtful ? 1 : 0
        return (row(visit, injected, (tested, doubtful, tested - doubtful - wrong), late: chance.chance(30)), named)
    }

    private func row(
        _ visit: SeasonFacts.Visit, _ injected: Day, _ counted: (tested: Int, doubtful: Int, negative: Int), late: Bool
    ) -> TuberculinReportRow {
        var counts = TuberculinCounts()
        if visit.skin == .simple {
            (counts.ntids, counts.nnidsn) = (counted.tested, counted.negative)
            (counts.nadids, counts.npidsp) = (counted.doubtful, 0)
        } else {
            (counts.ntidc, counts.nnidc, counts.nagdidctub) = (counted.tested, counted.negative, 0)
            (counts.napdidctub, counts.npidc) = (counted.doubtful, 0)
        }
        var row = TuberculinReportRow(
            intervention: visit.intervention, method: visit.skin ?? .comparative, injectedOn: injected,
            receivedOn: injected.adding(days: late ? 16 : 8), counts: counts)
        row.readOn = injected.adding(days: 3)
        row.subjectiveReading = false
        row.orderNumber = visit.veterinarian
        return row
    }
}
