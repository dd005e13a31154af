import Exchange
import Kernel
import Prophylaxis
import Store
import UseCases

/// What somebody has to settle: lines without a place, answers that are neither yes nor no, suspicions.
extension DemoRun {
    func settle(on day: Day) async throws -> Retests {
        try await settleLines(on: day)
        try await decideOpenResults(on: day)
        try await cancelDepartures(on: day)
        try await completeSampling(on: day)
        return try await orderRetests(on: day)
    }

    private func settleLines(on day: Day) async throws {
        let context = try await cast.context(.authority, on: day)
        let department = plan.department
        try await step("Lignes en attente traitées", on: day) {
            let (waiting, refused) = try await database.read { connection in
                (
                    try connection.openUnattached(department: department, nonNegativeOnly: false, limit: 10_000),
                    try connection.openRefusedResults(department: department, limit: 10_000)
                )
            }
            let attached = try await attach(waiting, context)
            let corrected = try await correct(refused, context)
            return """
                rattachées \(attached), écartées avec un motif \(waiting.count - attached), \
                corrigées et rejouées \(corrected)
                """
        }
    }

    /// A tube with a mistyped number finds its intervention again; nobody knows the others.
    private func attach(_ waiting: [UnattachedRow], _ context: Context) async throws -> Int {
        var attached = 0
        for row in waiting {
            if let known = blood.faults.mistyped.first(where: { row.facts.contains($0.animal) }) {
                _ = try await AttachResult(row.id, to: known.intervention, department: plan.department).perform(context)
                attached += 1
            } else {
                let reason = "Tube sans rapport avec un document, éleveur et vétérinaire interrogés"
                _ = try await DismissResult(.unattached(row.id), department: plan.department, reason: reason)
                    .perform(context)
            }
        }
        return attached
    }

    /// The laboratory has looked at the smeared labels again.
    private func correct(_ refused: [RefusedResult], _ context: Context) async throws -> Int {
        var corrections: [Int64: [Int: String]] = [:]
        for line in refused {
            guard let label = blood.faults.smeared.first(where: { line.raw.contains($0.read) }) else { continue }
            corrections[line.run, default: [:]][line.line] = line.raw.replacing(label.read, with: label.number)
        }
        var options = ImportMilkResults.Options()
        options.fictitious = true
        for (run, lines) in corrections.sorted(by: { $0.key < $1.key }) {
            _ = try await ReplayResults(run, department: plan.department, corrections: lines, options: options)
                .perform(context)
        }
        return corrections.values.reduce(0) { $0 + $1.count }
    }

    private func decideOpenResults(on day: Day) async throws {
        let cases = blood.takeOpen()
        guard !cases.isEmpty else { return }
        let context = try await cast.context(.inspector, on: day)
        var chance = SplitMix64(seed: plan.seed, stream: UInt64(day.number))
        try await step("Résultats douteux tranchés", on: day) {
            var positive = 0
            for open in cases {
                guard let animal = open.result.animal else { continue }
                let isPositive = chance.chance(150)
                positive += isPositive ? 1 : 0
                _ = try await DecideResult(
                    isPositive ? .positive : .negative, on: open.result.disease, of: animal,
                    in: (open.intervention, plan.department), reason: "Avis du laboratoire après nouvelle analyse"
                ).perform(context)
            }
            return "\(counted(cases.count - positive, "négatif")), \(counted(positive, "positif"))"
        }
    }

    /// Animals that had left before the visit come off the lists: one person asks, another agrees.
    private func cancelDepartures(on day: Day) async throws {
        let gone = try await begun(
            visits.values.sorted { $0.intervention < $1.intervention }.compactMap { visit in
                exits(of: visit, until: day).map { (visit.intervention, $0) }
            })
        guard !gone.isEmpty else { return }
        let inspector = try await cast.context(.inspector, on: day)
        let authority = try await cast.context(.authority, on: day)
        try await step("Bovins sortis annulés", on: day) {
            var count = 0
            for (number, animals) in gone {
                let proposal = CancelAnimals(
                    campaign: campaign, number: number, animals: animals,
                    step: .propose(reason: "Sorti avant la visite, mouvement notifié"))
                _ = try await proposal.perform(inspector)
                let agreement = CancelAnimals(campaign: campaign, number: number, animals: animals, step: .agree)
                count += try await agreement.perform(authority)
                cancelled.insert(number)
            }
            return "\(counted(count, "bovin")) de \(counted(gone.count, "liste")), par deux personnes"
        }
    }

    /// Those of which a visit is known: before the first one, the whole list would have to go.
    private func begun(_ lists: [(String, [AnimalNumber])]) async throws -> [(String, [AnimalNumber])] {
        let selector = campaign
        return try await database.read { connection in
            let campaign = try selector.find(in: connection)
            return try lists.filter { number, _ in
                guard let id = try connection.interventionID(of: campaign.id, number: number) else { return false }
                return try connection.documentProgress(campaign: campaign.id, intervention: id).begunOn != nil
            }
        }
    }

    /// nil where nobody had left, or the herd was not visited yet.
    private func exits(of visit: SeasonFacts.Visit, until day: Day) -> [AnimalNumber]? {
        guard story(visit).isVisited, !visit.isLeaving, !cancelled.contains(visit.intervention) else { return nil }
        let start = autumnNumbers.contains(visit.intervention) ? plan.autumnOn : plan.winterOn
        let visited = visit.day(plan, from: start)
        let animals = visit.animals.filter { leavingDays[$0.number].map { $0 <= visited } ?? false }
        guard !animals.isEmpty, animals.count < visit.animals.count, visited <= day else { return nil }
        return animals.map { AnimalNumber(stored: $0.number) }
    }
}
