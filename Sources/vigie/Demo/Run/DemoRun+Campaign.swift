import Kernel
import Prophylaxis
import Store
import UseCases

/// Steps 3 to 8: the campaign and its sampling documents.
extension DemoRun {
    func openCampaign() async throws {
        let context = try await cast.context(.authority, on: plan.openedOn)
        let laboratories = JSONValue.object([
            "BRU": .string(DemoParties.laboratory), "LEU": .string(DemoParties.laboratory),
        ])
        let changes = try ParameterChanges(tree: .object(["laboratories": laboratories]))
        try await step("Campagne ouverte", on: plan.openedOn) {
            _ = try await SetConvention(
                department: plan.department, tree: DemoConvention.tree,
                justification: "Convention technique (démonstration)"
            ).perform(context)
            let outcome = try await CreateCampaign(
                selector: campaign, year: plan.prophylaxisYear, copiesLast: false, changes: changes
            ).perform(context)
            let (start, end) = (outcome.parameters.startsOn.french, outcome.parameters.endsOn.french)
            return "\(outcome.campaign.title), du \(start) au \(end)"
        }
        try await step("Contrôles et validation", on: plan.openedOn) {
            let items = try await ValidateCampaign(selector: campaign).perform(context)
            return "\(items.count) remarques, aucune bloquante"
        }
    }

    func executeCampaign() async throws {
        let context = try await cast.context(.authority, on: plan.executedOn)
        try await step("Campagne exécutée", on: plan.executedOn) {
            let outcome = try await ExecuteCampaign(selector: campaign).perform(context)
            return """
                \(grouped(outcome.interventions)) interventions ; plans : sang \(grouped(outcome.bloodPlans)), \
                lait \(grouped(outcome.milkPlans)), tuberculine \(grouped(outcome.skinPlans))
                """
        }
    }

    /// The accounts of those who have herds and not departments: of one with a tuberculin test, so that its
    /// veterinarian has a report to type.
    func admitOutsiders() async throws {
        var filter = FollowUpFilter()
        (filter.disease, filter.isRequested, filter.limit) = (.tuberculosis, true, 1)
        let context = try await cast.context(.inspector, on: plan.executedOn)
        let tested = try await ListFollowUp(campaign: campaign, filter: filter).perform(context).rows.first?.holding
        let farm = generated.holdings.first { $0.number.description == tested } ?? generated.holdings[0]
        try await cast.admitOutsiders(
            veterinarian: generated.parties.veterinarians[farm.veterinarian], keeperOf: farm, on: plan.executedOn)
    }

    /// Lists of animals: edited, looked at, validated.
    func editDocuments(of numbers: [String], _ season: String, on day: Day) async throws {
        let filter = DocumentFilter(numbers: numbers)
        let context = try await cast.context(.inspector, on: day)
        try await step("Documents \(season) édités", on: day) {
            let outcome = try await EditDocuments(campaign: campaign, filter: filter, choice: EditChoice())
                .perform(context)
            return "\(grouped(outcome.documents)) projets, \(grouped(outcome.animals)) bovins examinés"
        }
        try await step("Documents \(season) validés", on: day) {
            let outcome = try await ValidateDocuments(campaign: campaign, filter: filter).perform(context)
            let requested = Disease.allCases.map { "\($0.rawValue) \(grouped(outcome.requested[$0] ?? 0))" }
            return """
                \(grouped(outcome.documents)) documents ; bovins à tester : \(requested.joined(separator: ", "))
                """
        }
    }

    /// The numbers of the interventions that are visited before winter, and of the others.
    func waves() async throws -> (autumn: [String], winter: [String]) {
        let selector = campaign
        let listings = try await database.read { connection in
            try connection.interventionListings(of: selector.find(in: connection).id)
        }
        var waves: (autumn: [String], winter: [String]) = ([], [])
        for listing in listings.sorted(by: { $0.intervention.id < $1.intervention.id }) {
            let practice = listing.veterinarian?.practiceCode.flatMap { Int($0.suffix(3)) } ?? 1
            let leaves = generated.departures.isEmptied(listing.holding.number)
            if leaves || plan.isEarly(practice - 1) {
                waves.autumn.append(listing.intervention.number)
            } else {
                waves.winter.append(listing.intervention.number)
            }
        }
        return waves
    }
}
