import Kernel
import Prophylaxis
import Register

/// A herd of the department with all that a campaign's set-up looks at, standing on one day.
package struct CampaignHerd: Sendable {
    package let id: Int64
    package let reference: HerdReference
    package let holdingName: String
    package let herdClass: HerdClass
    package let orientation: HerdOrientationCode
    package let milkDelivery: MilkDelivery
    package let insee: String?
    package let openedOn: Day?
    /// The earlier closing of herd and holding.
    package let closedOn: Day?
    package var authorisations: [StandingAuthorisation] = []
    /// The herd's own rhythms, which override those of its commune.
    package var rhythms: [Disease: ScreeningRank.Rhythm] = [:]
    /// Another herd of the holding, of another class, closed after the campaign's start.
    package var changeOfType = false
    /// The health veterinarian who accepted.
    package var veterinarian: Int64?
    /// First visit of the latest earlier campaign.
    package var lastVisit: Day?

    package func has(_ kind: AuthorisationKind, of disease: Disease? = nil) -> Bool {
        authorisations.contains { $0.kind == kind && ($0.disease == nil || disease == nil || $0.disease == disease) }
    }

    /// The diseases of the standing authorisations of a kind; one without disease stands for all.
    package func diseases(of kind: AuthorisationKind) -> [Disease] {
        Disease.allCases.filter { has(kind, of: $0) }
    }
}

/// An authorisation that stands on the day in question.
package struct StandingAuthorisation: Sendable, Hashable {
    package let kind: AuthorisationKind
    package let disease: Disease?
    package let since: Day
}

extension Connection {
    /// The herds of a department in the order of holding number and herd code, closed ones included.
    ///
    /// - Parameters:
    ///   - day: whose authorisations, rhythms and veterinarians count.
    ///   - herd: only this herd.
    package func campaignHerds(of campaign: CampaignRow, on day: Day, only herd: Int64? = nil) throws -> [CampaignHerd]
    {
        let scope = HerdScope(department: campaign.department, herd: herd)
        var herds = try bareHerds(scope)
        let positions = Dictionary(uniqueKeysWithValues: herds.enumerated().map { ($1.id, $0) })
        func change(_ id: Int64, _ body: (inout CampaignHerd) -> Void) {
            if let position = positions[id] { body(&herds[position]) }
        }
        try eachAuthorisation(scope, on: day) { id, standing in change(id) { $0.authorisations.append(standing) } }
        try eachHerdRhythm(scope) { id, disease, rhythm in change(id) { $0.rhythms[disease] = rhythm } }
        try eachHealthVeterinarian(scope, on: day) { id, vet in change(id) { $0.veterinarian = vet } }
        try eachLastVisit(scope, before: campaign) { id, visit in change(id) { $0.lastVisit = visit } }
        try eachChangeOfType(scope, since: campaign.startsOn) { id in change(id) { $0.changeOfType = true } }
        return herds
    }
}

extension Connection {
    /// Herds of a department, closed ones included.
    package func herdCount(department: String) throws -> Int {
        try count("SELECT count(*) FROM herd WHERE department = ?", [.text(department)])
    }
}

/// The herds of a department, or one of them.
struct HerdScope {
    let department: String
    let herd: Int64?

    /// A condition on the herd table `h`, with its arguments.
    var condition: String { herd == nil ? "h.department = ?" : "h.department = ? AND h.id = ?" }
    var arguments: [SQLValue] { [.text(department)] + (herd.map { [.int($0)] } ?? []) }
}
