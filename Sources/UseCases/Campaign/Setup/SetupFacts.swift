import Kernel
import Prophylaxis
import Register
import Store

/// All that the check lists, the validation and the execution of one campaign look at, read in one transaction.
package struct SetupFacts: Sendable {
    package let campaign: CampaignRow
    package let parameters: CampaignParameters
    package let convention: Convention?
    /// What the department's region shares today (PRO-141).
    package var regionalRules: RegionalRules?
    package let today: Day
    /// Who asks may see who sells raw milk (PRO-53).
    package let seesRawMilk: Bool

    /// In the order of holding number and herd code, closed herds included.
    package var herds: [HerdSetup] = []
    package var communeRhythms: [String: [Disease: ScreeningRank.Rhythm]] = [:]
    package var communeNames: [String: String] = [:]
    package var laboratories: [String: LaboratoryRow] = [:]

    /// Main interventions by herd.
    package var interventions: [Int64: InterventionRow] = [:]
    /// Their plans by intervention.
    package var plans: [Int64: [RequestedPlanRow]] = [:]

    package var herdsOfLastCampaign: Set<Int64> = []
    package var herdsOfAuthorities: Set<Int64> = []
    package var herdsWithoutCattle: Set<Int64> = []
    package var herdsWithDelegation: [Int64: Set<Disease>] = [:]
    package var producerHoldings: Set<String> = []
    package var milkSamplings: [MilkSampling: (first: Day, last: Day)] = [:]
    /// When the local set-up of the register was last verified (PRO-50).
    package var settingsVerifiedOn: Day?
    package var letterCounts: [String: Int] = [:]
    package var interventionsWithOutdatedLaboratory: [String] = []

    /// The herds that get an intervention.
    package var programmed: [HerdSetup] { herds.filter(\.isProgrammed) }
    /// The department programmes milk at all.
    package var hasMilk: Bool { herds.contains { $0.isProgrammed && $0.plans.plans.contains { $0.matrix == .milk } } }
    package var isExecuted: Bool { campaign.state == .executed || campaign.state == .closed }

    package func laboratory(of disease: Disease) -> LaboratoryRow? {
        parameters.laboratories[disease.rawValue].flatMap { laboratories[$0] }
    }
}

extension Connection {
    /// - Parameter withChecks: also what only the check lists look at.
    package func setupFacts(
        of campaign: CampaignRow, for actor: Actor, today: Day, withChecks: Bool = true
    ) throws -> SetupFacts {
        let parameters = try campaign.decodedParameters()
        let convention = try convention(department: campaign.department)
        var facts = SetupFacts(
            campaign: campaign, parameters: parameters, convention: convention, today: today,
            seesRawMilk: try seesRawMilk(actor, in: campaign.department))
        let day = campaign.situationDay(today: today)
        facts.communeRhythms = try communeRhythms(department: campaign.department)
        facts.communeNames = try communeNames(department: campaign.department)
        let planner = SetupPlanner(
            campaign: campaign, parameters: parameters, day: day, communes: facts.communeRhythms)
        facts.herds = try campaignHerds(of: campaign, on: day).map { try planner.setup($0) }
        facts.laboratories = try Dictionary(laboratories().map { ($0.code, $0) }) { first, _ in first }
        for row in try interventions(of: campaign.id, .main) { facts.interventions[row.herd] = row }
        facts.plans = Dictionary(grouping: try requestedPlans(of: campaign.id), by: \.intervention)
        if withChecks { try readCheckFacts(into: &facts, day: day) }
        return facts
    }

    private func readCheckFacts(into facts: inout SetupFacts, day: Day) throws {
        let (campaign, department) = (facts.campaign, facts.campaign.department)
        facts.regionalRules = try regionalRules(forDepartment: department)
        facts.herdsOfLastCampaign = try herds(inCampaignBefore: campaign)
        facts.herdsOfAuthorities = try herdsOfAuthorities(department: department)
        facts.herdsWithoutCattle = try herdsWithoutCattle(department: department, on: facts.today)
        facts.herdsWithDelegation = try herdsWithDelegation(department: department)
        facts.producerHoldings = try dairyProducerHoldings(department: department, on: day)
        facts.settingsVerifiedOn = try reviews(department: department)
            .first { $0.kind == ReviewArchive.settings }?.reviewedOn
        facts.letterCounts = try letterCounts(of: campaign.id)
        facts.interventionsWithOutdatedLaboratory = try interventionsWithOutdatedLaboratory(of: campaign.id)
        let window = MilkWindow(campaignStart: campaign.startsOn)
        facts.milkSamplings = try milkSamplings(department: department, from: window.start, to: window.end)
    }
}
