import Kernel
import Prophylaxis
import Store
import UseCases

/// Steps 3 to 8: the campaign and its sampling documents.
extension DemoRun {
    mutating func openCampaign() async throws {
        let department = plan.department
        let (selector, year) = (campaign, plan.prophylaxisYear)
        let context = try await cast.context(.authority, on: plan.extractedOn.adding(days: 7))
        let laboratories = JSONValue.object([
            "BRU": .string(DemoParties.laboratory), "LEU": .string(DemoParties.laboratory),
        ])
        let changes = try ParameterChanges(tree: .object(["laboratories": laboratories]))
        try await table.step("Campagne ouverte") {
            _ = try await SetConvention(
                department: department, tree: DemoConvention.tree, justification: "Convention technique (démonstration)"
            ).perform(context)
            let outcome = try await CreateCampaign(
                selector: selector, year: year, copiesLast: false, changes: changes
            ).perform(context)
            let (start, end) = (outcome.parameters.startsOn.french, outcome.parameters.endsOn.french)
            return ((), "\(outcome.campaign.title), du \(start) au \(end)")
        }
        try await table.step("Contrôles et validation") {
            let items = try await ValidateCampaign(selector: selector).perform(context)
            return ((), "\(items.count) remarques, aucune bloquante")
        }
    }

    mutating func executeCampaign() async throws {
        let selector = campaign
        let context = try await cast.context(.authority, on: plan.extractedOn.adding(days: 14))
        try await table.step("Campagne exécutée") {
            let outcome = try await ExecuteCampaign(selector: selector).perform(context)
            return (
                (),
                """
                \(grouped(outcome.interventions)) interventions ; plans : sang \(grouped(outcome.bloodPlans)), \
                lait \(grouped(outcome.milkPlans)), tuberculine \(grouped(outcome.skinPlans))
                """
            )
        }
    }

    mutating func editDocuments() async throws {
        let selector = campaign
        let context = try await cast.context(.inspector, on: plan.documentsOn)
        try await table.step("Documents édités") {
            let outcome = try await EditDocuments(campaign: selector, filter: DocumentFilter(), choice: EditChoice())
                .perform(context)
            return ((), "\(grouped(outcome.documents)) projets, \(grouped(outcome.animals)) bovins examinés")
        }
        try await table.step("Documents validés") {
            let outcome = try await ValidateDocuments(campaign: selector, filter: DocumentFilter()).perform(context)
            let requested = Disease.allCases.map { "\($0.rawValue) \(grouped(outcome.requested[$0] ?? 0))" }
            return (
                (),
                """
                \(grouped(outcome.documents)) documents, \(grouped(outcome.analysisRequests)) demandes d'analyse ; \
                bovins à tester : \(requested.joined(separator: ", "))
                """
            )
        }
    }
}

/// What the demonstration's technical convention says.
enum DemoConvention {
    static let tree: JSONValue = {
        let laboratory = JSONValue.object([
            "code": .string(DemoParties.laboratory),
            "name": .string("Laboratoire départemental d'analyses (démonstration)"),
        ])
        let order = JSONValue.string("Arrêté préfectoral fictif 2025-099")
        return .object([
            "delegation": .object(
                Dictionary(uniqueKeysWithValues: (1...11).map { (String($0), JSONValue.string("total")) })),
            "laboratories": .object(["BRU": laboratory, "LEU": laboratory]),
            "quadripartite": .string("Convention quadripartite fictive 2025-01"),
            "tripartite": .string("Convention tripartite fictive 2025-02"),
            "orderTransmissionDays": .integer(8),
            "orders": .object(["BRU": order, "LEU": order, "TUB": order]),
        ])
    }()
}
