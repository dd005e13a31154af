import Exchange
import Kernel
import Prophylaxis

/// A dairy laboratory's files: the month's bulk milk with one field that is wrong, a late one, what was sampled again a
/// month later, and the retests of suspect herds.
struct MilkSeason {
    struct File: Sendable {
        let path: String
        let receivedOn: Day
        let results: Int
    }

    /// As a spreadsheet shows a holding's number that it took for a figure.
    static let eatenNumber = "9,9E+07"

    let plan: DemoPlan
    let folder: String
    private var chance: SplitMix64
    private var dossier = 0
    /// The number that the spreadsheet has eaten.
    private(set) var eaten = ""
    /// Herds with a suspicion of brucellosis.
    private(set) var suspect: [SeasonFacts.MilkSampling] = []

    init(_ plan: DemoPlan, folder: String) {
        self.plan = plan
        self.folder = folder
        chance = SplitMix64(seed: plan.seed, stream: 77)
    }

    static let profile: MilkProfile = {
        var profile = MilkProfile()
        profile.isSiretRequired = false
        return profile
    }()

    mutating func write(_ samplings: [SeasonFacts.MilkSampling]) throws -> [File] {
        var (onTime, late, again): ([MilkResultLine], [MilkResultLine], [MilkResultLine]) = ([], [], [])
        for (index, sampling) in samplings.enumerated() {
            switch index == 3 ? 0 : index == 9 ? 10 : index == 5 ? 12 : index == 7 ? 22 : chance.below(1000) {
            // Producers that deliver nothing in that month are sampled in the next one; a few never.
            case 0..<10: again.append(line(sampling, in: sampling.month.adding(months: 1)))
            case 10..<12: continue
            case 12..<22: late.append(line(sampling, in: sampling.month))
            default: onTime.append(line(sampling, in: sampling.month, isSuspect: index == 7 || chance.below(1500) == 0))
            }
        }
        guard let month = samplings.map(\.month).max() else { return [] }
        // The whole file is refused until somebody corrects the line.
        if let first = onTime.first {
            eaten = first.holding.description
            onTime[0].holding = HoldingNumber(stored: Self.eatenNumber)
        }
        let day = month.adding(months: 1).adding(days: 5)
        return [
            try write(onTime, "lait-\(name(month))", on: day),
            try write(again, "lait-\(name(month.adding(months: 1)))", on: day.adding(months: 1)),
            try write(late, "lait-\(name(month))-retard", on: day.adding(months: 1).adding(days: 1)),
        ].filter { $0.results > 0 }
    }

    /// A second sampling of suspect herds.
    mutating func retest(_ samplings: [SeasonFacts.MilkSampling], on day: Day) throws -> File {
        let lines = samplings.map { sampling in
            var line = line(sampling, in: day.firstOfMonth)
            line.interpretation = .negative
            return line
        }
        return try write(lines, "lait-\(name(day))-recontroles", on: day.adding(days: 30))
    }

    private func name(_ day: Day) -> String { String(day.description.prefix(7)) }

    private mutating func line(
        _ sampling: SeasonFacts.MilkSampling, in month: Day, isSuspect: Bool = false
    ) -> MilkResultLine {
        dossier += 1
        let sampled = month.adding(days: 2 + chance.below(20))
        let interpretation: Interpretation =
            isSuspect ? .positive : dossier == 20 || chance.below(700) == 0 ? .uninterpretable : .negative
        if interpretation != .negative, sampling.disease == .brucellosis { suspect.append(sampling) }
        return MilkResultLine(
            nature: sampling.disease == .brucellosis ? .brucellosisSerology : .leukosisSerology, sampledOn: sampled,
            analysedOn: sampled.adding(days: 5), holding: HoldingNumber(stored: sampling.holding),
            interpretation: interpretation, dossier: "D" + padded(dossier, 7))
    }

    private func write(_ lines: [MilkResultLine], _ name: String, on day: Day) throws -> File {
        let path = "\(folder)/\(name).txt"
        guard !lines.isEmpty else { return File(path: path, receivedOn: day, results: 0) }
        var writer = MilkWriter(Self.profile)
        let file = try OutputFile(path)
        for line in lines { try writer.write(line) { bytes in try file.write(bytes) } }
        try file.close()
        return File(path: path, receivedOn: day, results: lines.count)
    }
}
