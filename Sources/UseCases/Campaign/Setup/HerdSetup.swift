import Kernel
import Prophylaxis
import Register
import Store

/// What the rules say of one herd in a campaign.
package struct HerdSetup: Sendable {
    package let herd: CampaignHerd
    package let inclusion: HerdInclusion.Decision
    /// What would be due, also in a herd that is not included.
    package let plans: RequiredPlans.Decision
    package let ranks: [Disease: ScreeningRank.Decision]

    /// It gets an intervention: included, and something is due this year.
    package var isProgrammed: Bool { inclusion.included && !plans.plans.isEmpty }

    package func plan(for disease: Disease) -> RequiredPlans.Plan? { plans.plans.first { $0.disease == disease } }
}

/// Applies the rules of set-up to the herds of one campaign.
package struct SetupPlanner: Sendable {
    let campaign: CampaignRow
    let parameters: CampaignParameters
    /// The day whose situation counts.
    let day: Day
    let communes: [String: [Disease: ScreeningRank.Rhythm]]
    private let included: Set<HerdReference>
    private let excluded: Set<HerdReference>

    package init(
        campaign: CampaignRow, parameters: CampaignParameters, day: Day,
        communes: [String: [Disease: ScreeningRank.Rhythm]]
    ) {
        self.campaign = campaign
        self.parameters = parameters
        self.day = day
        self.communes = communes
        included = Set(parameters.includedHerds)
        excluded = Set(parameters.excludedHerds)
    }

    /// - Parameter named: taken as included by name, as when a herd is added by hand.
    package func setup(_ herd: CampaignHerd, named: Bool = false) throws -> HerdSetup {
        var ranks: [Disease: ScreeningRank.Decision] = [:]
        for disease in Disease.allCases {
            let commune = herd.insee.flatMap { communes[$0]?[disease] }
            ranks[disease] = try ScreeningRank.decide(
                .init(campaignYear: campaign.prophylaxisYear, herd: herd.rhythms[disease], commune: commune))
        }
        let plans = try RequiredPlans.decide(planFacts(herd, ranks), parameters.requiredPlans)
        let inclusion = try HerdInclusion.decide(inclusionFacts(herd, named: named), parameters.inclusion)
        return HerdSetup(herd: herd, inclusion: inclusion, plans: plans, ranks: ranks)
    }

    private func inclusionFacts(_ herd: CampaignHerd, named: Bool) -> HerdInclusion.Facts {
        var facts = HerdInclusion.Facts(herdClass: herd.herdClass, campaignStart: parameters.startsOn, asOf: day)
        facts.openedOn = herd.openedOn
        facts.closedOn = herd.closedOn
        facts.requalification = herd.has(.requalification)
        facts.fatteningDerogation = herd.has(.fatteningDerogation)
        facts.approvedBreeding = herd.has(.approvedBreeding)
        facts.changeOfType = herd.changeOfType
        facts.includedByName = named || included.contains(herd.reference)
        facts.excludedByName = !named && excluded.contains(herd.reference)
        return facts
    }

    private func planFacts(
        _ herd: CampaignHerd, _ ranks: [Disease: ScreeningRank.Decision]
    ) -> RequiredPlans.Facts {
        var facts = RequiredPlans.Facts(
            herdClass: herd.herdClass, campaignStart: parameters.startsOn,
            campaignYear: campaign.prophylaxisYear)
        facts.insee = herd.insee
        facts.milkDelivery = herd.milkDelivery
        facts.brucellosis = ranks[.brucellosis]?.reason ?? .undefined
        facts.leukosis = ranks[.leukosis]?.reason ?? .undefined
        facts.tuberculosis = ranks[.tuberculosis]?.reason ?? .undefined
        facts.bloodTestExemptions = herd.diseases(of: .bloodTestExemption)
        facts.exemptQualifications = herd.diseases(of: .officiallyFreeDerogation)
        facts.riskDiseases = herd.riskDiseases
        facts.rawMilkSale = herd.has(.rawMilkSale)
        return facts
    }
}

extension CampaignHerd {
    /// Diseases of which the authority named the herd as one at risk (PRO-79).
    package var riskDiseases: [Disease] {
        let kinds: [AuthorisationKind] = [.repopulated, .contactZone, .specificRisk]
        return Disease.allCases.filter { disease in kinds.contains { has($0, of: disease) } }
    }
}
