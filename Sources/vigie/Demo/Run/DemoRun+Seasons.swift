import Kernel
import Prophylaxis
import Store
import UseCases

/// Steps 8 to 10 over the months: documents out, results in, what is amiss settled.
extension DemoRun {
    func autumn() async throws {
        let numbers = try await waves().autumn
        autumnNumbers = Set(numbers)
        try await editDocuments(of: numbers, "d'automne", on: plan.autumnOn)
        let facts = try await facts(of: numbers)
        milkSamplings = facts.milk
        stories = HerdStory.assign(facts.visits, plan, isPlanting: true)
        try await printDocuments(facts)
        try await receiveBlood(facts, "d'automne", from: plan.autumnOn)
        try await receiveTuberculin(facts, "d'automne", from: plan.autumnOn)
    }

    func winter() async throws {
        try await importBundle("registre-janvier", "Registre mis à jour", on: plan.updatedOn)
        let numbers = try await waves().winter
        try await editDocuments(of: numbers, "d'hiver", on: plan.winterOn)
        let facts = try await facts(of: numbers)
        milkSamplings += facts.milk
        try await receiveMilk()
        try await askDairyLaboratories()
        try await count(on: plan.settledOn)
        try await receiveRetests(settle(on: plan.settledOn))
        stories.merge(HerdStory.assign(facts.visits, plan, isPlanting: false)) { first, _ in first }
        try await receiveBlood(facts, "d'hiver", from: plan.winterOn)
        try await receiveTuberculin(facts, "d'hiver", from: plan.winterOn)
    }

    func spring() async throws {
        try await count(on: plan.remindedOn)
        try await remind()
        try await passToBlood()
        let retests = try await settle(on: plan.settledAgainOn)
        try await issueFirstReports()
        // A campaign that is left open ends here: the answers of the retests are weeks away.
        if plan.staysOpen { try await leaveWork() } else { try await receiveRetests(retests) }
    }

    func facts(of numbers: [String]) async throws -> SeasonFacts {
        let facts = try await SeasonFacts(
            campaign, among: Set(numbers), leaving: Set(generated.departures.emptied), in: database)
        for visit in facts.visits { visits[visit.intervention] = visit }
        return facts
    }

    /// How long each work list is.
    func count(on day: Day) async throws {
        let context = try await cast.context(.authority, on: day)
        workCounts.append((day, try await CountWork(campaign: campaign).perform(context)))
    }

    /// Numbers of the interventions on a work list, each once.
    func waiting(_ kind: WorkListKind, on day: Day) async throws -> [String] {
        let context = try await cast.context(.authority, on: day)
        let table = try await ListWork(campaign: campaign, kind: kind).perform(context)
        var seen: Set<String> = []
        return table.rows.map { $0[1] }.filter { !$0.isEmpty && seen.insert($0).inserted }
    }
}
