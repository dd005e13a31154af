import Exchange
import Kernel
import Prophylaxis
import Store
import UseCases

/// What a campaign asked for, as its laboratories and veterinarians have it before them.
struct SeasonFacts: Sendable {
    struct Visit: Sendable {
        let intervention: String
        let holding: String
        let veterinarian: OrderNumber?
        let animals: [(number: String, diseases: Int)]
        /// Blood methods by disease.
        let blood: [Disease: TestMethodCode]
        /// nil without tuberculin test.
        let skin: SkinMethodCode?
        /// All its cattle leave in autumn.
        let isLeaving: Bool
    }
    struct MilkSampling: Sendable {
        let intervention: String
        let holding: String
        let disease: Disease
        let month: Day
    }

    let visits: [Visit]
    let milk: [MilkSampling]

    /// - Parameter numbers: interventions looked at; nil: all.
    init(
        _ selector: CampaignSelector, among numbers: Set<String>? = nil, leaving: Set<String>, in database: Database
    ) async throws {
        (visits, milk) = try await database.read { connection in
            let campaign = try selector.find(in: connection)
            let all = try connection.interventionListings(of: campaign.id)
            let listings = all.filter { numbers?.contains($0.intervention.number) ?? true }
            let ids = listings.map(\.intervention.id)
            guard let first = ids.min(), let last = ids.max() else { return ([], []) }
            let plans = Dictionary(grouping: try connection.requestedPlans(of: campaign.id), by: \.intervention)
            let animals = Dictionary(
                grouping: try connection.requestedAnimals(campaign: campaign.id, .range(first...last)),
                by: \.row.intervention)
            let sorted = listings.sorted { $0.intervention.id < $1.intervention.id }
            let visits = sorted.compactMap { listing in
                animals[listing.intervention.id].map {
                    SeasonFacts.visit(listing, $0, plans[listing.intervention.id] ?? [], leaving)
                }
            }
            let milk = sorted.flatMap { listing in
                (plans[listing.intervention.id] ?? []).compactMap { SeasonFacts.sampling(listing, $0) }
            }
            return (visits, milk)
        }
    }

    /// Retests with the animals that are asked for again.
    static func retests(
        _ selector: CampaignSelector, among numbers: Set<String>, in database: Database
    ) async throws -> [Visit] {
        try await database.read { connection in
            let campaign = try selector.find(in: connection)
            let rows = try connection.interventions(of: campaign.id, .retest).filter { numbers.contains($0.number) }
            let animals = Dictionary(
                grouping: try connection.requestedAnimals(campaign: campaign.id, .ids(rows.map(\.id))),
                by: \.row.intervention)
            return rows.compactMap { row in
                animals[row.id].map { listed in
                    Visit(
                        intervention: row.number, holding: "", veterinarian: nil,
                        animals: listed.map { ($0.number, $0.row.diseases) },
                        blood: [.brucellosis: .bufferedAntigen], skin: nil, isLeaving: false)
                }
            }
        }
    }

    private static func visit(
        _ listing: InterventionListing, _ animals: [ListedAnimal], _ plans: [RequestedPlanRow],
        _ leaving: Set<String>
    ) -> Visit {
        let methods = plans.filter { $0.matrix == .blood }.compactMap { plan in
            TestMethodCode(rawValue: plan.method.rawValue).map { (plan.disease, $0) }
        }
        let holding = listing.holding.number.description
        return Visit(
            intervention: listing.intervention.number, holding: holding,
            veterinarian: listing.veterinarian.flatMap { try? OrderNumber(parsing: $0.orderNumber) },
            animals: animals.map { ($0.number, $0.row.diseases) },
            blood: Dictionary(methods, uniquingKeysWith: { first, _ in first }),
            skin: plans.first { $0.matrix == .skin }.flatMap { SkinMethodCode(rawValue: $0.method.rawValue) },
            isLeaving: leaving.contains(holding))
    }

    private static func sampling(_ listing: InterventionListing, _ plan: RequestedPlanRow) -> MilkSampling? {
        guard plan.matrix == .milk, let month = plan.dueMonth else { return nil }
        return MilkSampling(
            intervention: listing.intervention.number, holding: listing.holding.number.description,
            disease: plan.disease, month: month)
    }
}
