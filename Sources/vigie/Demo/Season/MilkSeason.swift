import Exchange
import Kernel
import Prophylaxis

/// A dairy laboratory's files: the month's bulk milk, a file that is refused for one field and sent again, a late one.
struct MilkSeason {
    struct File: Sendable {
        let path: String
        let receivedOn: Day
        let results: Int
    }

    private let plan: DemoPlan
    private var chance: SplitMix64
    private var dossier = 0

    init(_ plan: DemoPlan) {
        self.plan = plan
        chance = SplitMix64(seed: plan.seed, stream: 77)
    }

    static let profile: MilkProfile = {
        var profile = MilkProfile()
        profile.isSiretRequired = false
        return profile
    }()

    mutating func write(_ samplings: [SeasonFacts.MilkSampling], to folder: String) throws -> [File] {
        var onTime: [MilkResultLine] = []
        var late: [MilkResultLine] = []
        for sampling in samplings {
            // Some producers deliver nothing in that month.
            if chance.chance(12) { continue }
            let line = line(sampling)
            if chance.chance(12) { late.append(line) } else { onTime.append(line) }
        }
        guard let month = samplings.map(\.month).max() else { return [] }
        let day = month.adding(months: 1).adding(days: 5)
        var broken = onTime
        if let first = broken.first {
            // A spreadsheet has eaten the digits of one number: the whole file is refused, and comes again.
            broken[0] = MilkResultLine(
                nature: first.nature, sampledOn: first.sampledOn, analysedOn: first.analysedOn,
                holding: HoldingNumber(stored: "9,9E+07"), interpretation: first.interpretation, dossier: first.dossier)
        }
        return [
            try write(broken, "\(folder)/lait-\(month).txt", on: day),
            try write(onTime, "\(folder)/lait-\(month)-corrige.txt", on: day.adding(days: 2)),
            try write(late, "\(folder)/lait-\(month)-retard.txt", on: day.adding(days: 55)),
        ].filter { $0.results > 0 }
    }

    private mutating func line(_ sampling: SeasonFacts.MilkSampling) -> MilkResultLine {
        dossier += 1
        let sampled = sampling.month.adding(days: 2 + chance.below(20))
        let interpretation: Interpretation =
            switch chance.below(2000) {
            case 0..<2: .positive
            case 2..<5: .doubtful
            case 5..<9: .uninterpretable
            default: .negative
            }
        return MilkResultLine(
            nature: sampling.disease == .brucellosis ? .brucellosisSerology : .leukosisSerology, sampledOn: sampled,
            analysedOn: sampled.adding(days: 5), holding: HoldingNumber(stored: sampling.holding),
            interpretation: interpretation, dossier: "D" + padded(dossier, 7))
    }

    private func write(_ lines: [MilkResultLine], _ path: String, on day: Day) throws -> File {
        var writer = MilkWriter(Self.profile)
        let file = try OutputFile(path)
        for line in lines { try writer.write(line) { bytes in try file.write(bytes) } }
        try file.close()
        return File(path: path, receivedOn: day, results: lines.count)
    }
}
