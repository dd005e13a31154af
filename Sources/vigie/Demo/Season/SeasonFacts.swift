import Exchange
import Kernel
import Prophylaxis
import Store
import UseCases

/// What a campaign asked for, as its laboratories and veterinarians have it before them.
struct SeasonFacts: Sendable {
    struct Visit: Sendable {
        let intervention: String
        let edition: Int
        let animals: [(number: String, diseases: Int)]
        /// Blood methods by disease.
        let blood: [Disease: TestMethodCode]
        /// nil without tuberculin test.
        let skin: SkinMethodCode?
    }
    struct MilkSampling: Sendable {
        let holding: String
        let disease: Disease
        let month: Day
    }

    let visits: [Visit]
    let milk: [MilkSampling]

    init(_ selector: CampaignSelector, in database: Database) async throws {
        (visits, milk) = try await database.read { connection in
            let campaign = try selector.find(in: connection)
            let listings = try connection.interventionListings(of: campaign.id)
            let plans = Dictionary(grouping: try connection.requestedPlans(of: campaign.id), by: \.intervention)
            let ids = listings.map(\.intervention.id)
            guard let first = ids.min(), let last = ids.max() else { return ([], []) }
            let animals = Dictionary(
                grouping: try connection.requestedAnimals(campaign: campaign.id, .range(first...last)),
                by: \.row.intervention)
            var (visits, milk): ([Visit], [MilkSampling]) = ([], [])
            for listing in listings.sorted(by: { $0.intervention.id < $1.intervention.id }) {
                let id = listing.intervention.id
                for plan in plans[id] ?? [] {
                    guard plan.matrix == .milk, let month = plan.dueMonth else { continue }
                    milk.append(MilkSampling(holding: listing.holding.number, disease: plan.disease, month: month))
                }
                guard let listed = animals[id] else { continue }
                let blood = (plans[id] ?? []).filter { $0.matrix == .blood }
                visits.append(
                    Visit(
                        intervention: listing.intervention.number, edition: 1,
                        animals: listed.map { ($0.number, $0.row.diseases) },
                        blood: Dictionary(
                            blood.compactMap { plan in
                                TestMethodCode(rawValue: plan.method.rawValue).map { (plan.disease, $0) }
                            }, uniquingKeysWith: { first, _ in first }),
                        skin: (plans[id] ?? []).first { $0.matrix == .skin }.flatMap {
                            SkinMethodCode(rawValue: $0.method.rawValue)
                        }))
            }
            return (visits, milk)
        }
    }
}
