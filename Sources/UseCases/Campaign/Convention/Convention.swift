import Prophylaxis
import Store

/// What a department's technical convention says of its campaigns, as far as the set-up is checked against it
/// (PRO-12, PRO-13, PRO-58, PRO-64, PRO-67, PRO-70, PRO-92, PRO-93, PRO-111, PRO-114, PRO-204, PRO-207).
package struct Convention: Codable, Sendable, Hashable {
    package enum Delegation: String, Codable, Sendable, CaseIterable { case total, partial, none }

    package struct Laboratory: Codable, Sendable, Hashable {
        package let code: String
        /// As it is printed on the sampling documents.
        package let name: String
    }

    /// Step of the specification (`1` … `11`) → how far it is delegated.
    package var delegation: [String: Delegation] = [:]
    package var delegatedDiseases: [Disease] = Disease.allCases
    /// Disease → the laboratory of blood analyses.
    package var laboratories: [String: Laboratory] = [:]
    /// Reference of the convention of authority, delegate, laboratory and veterinarians (blood).
    package var quadripartite: String?
    /// Reference of the convention of authority, delegate and dairy laboratories (milk).
    package var tripartite: String?
    /// Days in which the authority passes orders and instructions on.
    package var orderTransmissionDays: Int?
    /// Disease → the prefectoral order or instruction in force, as transmitted.
    package var orders: [String: String] = [:]
    /// Special beef class → its particular rules.
    package var classRules: [String: String] = [:]
    /// Short names of campaigns beside the national one.
    package var extraCampaigns: [String] = []
    /// The lists of holdings per practice are sent by the delegate.
    package var vetListsDelegated = false
    /// Farmers are informed, by the delegate or the authority.
    package var farmersInformed = false
    /// Delegates may see who sells raw milk (reinforced surveillance).
    package var rawMilkAccess = false
    /// Delegates may place herds on the map: a map convention was made (PRO-22).
    package var mapDelegated = false
    /// Delegates may record epidemiological links (PRO-22).
    package var linksDelegated = false
    /// Delegates plan the retests of brucellosis that the authority ordered (PRO-207).
    package var retestPlanningDelegated = true
    /// Delegates plan visits outside the campaign (PRO-137).
    package var outsideVisitsDelegated = false
    /// Acts of a partly delegated step that stay with the authority.
    package var withheld: [Intention] = []

    package init() {}

    static let settingName = "convention"
}

extension Connection {
    /// The convention that stands today; nil while the department recorded none.
    package func convention(department: String) throws -> Convention? {
        guard let entry = try settingHistory(department: department, name: Convention.settingName).first else {
            return nil
        }
        let defaults = try CanonicalJSON.decode(JSONValue.self, from: CanonicalJSON.encode(Convention()))
        let stored = try CanonicalJSON.decode(JSONValue.self, from: entry.valueJSON.utf8)
        return try CanonicalJSON.decode(Convention.self, from: CanonicalJSON.encode(defaults.merged(with: stored)))
    }
}
