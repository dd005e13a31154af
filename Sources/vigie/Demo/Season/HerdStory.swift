import Kernel
import Prophylaxis

/// What happens in one herd of the season.
enum HerdStory: CaseIterable, Sendable {
    case ordinary
    /// Too few samples; the laboratory's serum bank has some of the missing ones.
    case shortWithSerum
    case short
    /// Nothing until the reminder.
    case afterReminder
    case never
    /// The farmer or the veterinarian refuses.
    case refused
    /// Brucellosis: a positive that the retest clears, confirms, or that is never tested again.
    case cleared, confirmed, retestNotDone
    case doubtful
    case leukosis
    /// The laboratory finds a leukosis after the report.
    case lateLeukosis

    /// In a thousand herds with blood tests.
    private var weight: Int {
        switch self {
        case .ordinary: 913
        case .shortWithSerum: 24
        case .short: 12
        case .afterReminder: 28
        case .never: 8
        case .refused: 4
        case .cleared: 5
        case .confirmed, .retestNotDone: 1
        case .doubtful: 2
        case .leukosis: 1
        case .lateLeukosis: 1
        }
    }

    var isVisited: Bool { self != .never && self != .refused && self != .afterReminder }

    /// Whether it needs a leukosis test.
    private var needsLeukosis: Bool { self == .leukosis || self == .lateLeukosis }

    /// A story for each visit: by chance, and each kind at least once where there are herds enough.
    ///
    /// - Parameter isPlanting: false leaves all to chance.
    static func assign(_ visits: [SeasonFacts.Visit], _ plan: DemoPlan, isPlanting: Bool) -> [String: HerdStory] {
        var stories: [String: HerdStory] = [:]
        for visit in visits where !visit.blood.isEmpty {
            var chance = visit.chance(plan)
            let story = allCases[chance.index(weights: allCases.map(\.weight))]
            stories[visit.intervention] = story.suits(visit) ? story : .ordinary
        }
        guard isPlanting else { return stories }
        // Evenly spread, on the first herd from there that suits and has no story of its own.
        let planted = allCases.dropFirst()
        for (index, story) in planted.enumerated() {
            let start = visits.count * (index + 1) / (planted.count + 2)
            let suiting = visits[start...].first { visit in
                story.suits(visit) && stories[visit.intervention] == .ordinary
            }
            if let suiting { stories[suiting.intervention] = story }
        }
        return stories
    }

    /// Herds of some size, whose owners do not give up in autumn.
    private func suits(_ visit: SeasonFacts.Visit) -> Bool {
        let tested = visit.animals.filter { $0.diseases & Disease.brucellosis.bit != 0 }.count
        guard visit.blood[.brucellosis] != nil, tested >= 6, !visit.isLeaving else { return self == .ordinary }
        return !needsLeukosis || visit.blood[.leukosis] != nil
    }
}

extension SeasonFacts.Visit {
    /// Chance of its own: what happens in one herd does not move the others.
    func chance(_ plan: DemoPlan) -> SplitMix64 {
        SplitMix64(seed: plan.seed, stream: UInt64(intervention) ?? 0)
    }
}
