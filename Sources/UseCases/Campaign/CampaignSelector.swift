import Kernel
import Prophylaxis
import Store

/// Which campaign is meant: department, prophylaxis year (the latest without one) and short name.
package struct CampaignSelector: Codable, Sendable, Hashable {
    /// The name of the national campaign (PRO-54).
    package static let nationalName = "PB"

    package let department: String
    package let year: Int?
    package let name: String

    package init(department: String, year: Int? = nil, name: String = CampaignSelector.nationalName) {
        self.department = department
        self.year = year
        self.name = name
    }

    /// - Throws: `Refused` when there is no such campaign.
    package func find(in connection: Connection) throws -> CampaignRow {
        let found =
            if let year {
                try connection.campaign(department: department, year: year, name: name)
            } else {
                try connection.campaign(before: 10_000, department: department, name: name)
            }
        guard let found else {
            throw Refused(
                CampaignFinding.campaignUnknown,
                ["department": department, "year": year.map(String.init) ?? "-", "name": name])
        }
        return found
    }

    /// The campaign, kept from others' changes until the transaction ends.
    package func lock(in connection: Connection) throws -> CampaignRow {
        let found = try find(in: connection)
        return try connection.lockCampaign(found.id) ?? found
    }
}

extension CampaignRow {
    /// The parameters with which the campaign was stored; those that a later version added have their defaults.
    package func decodedParameters() throws -> CampaignParameters {
        let defaults = try CampaignParameters(department: department, prophylaxisYear: prophylaxisYear).json()
        let stored = try CanonicalJSON.decode(JSONValue.self, from: parametersJSON.utf8)
        return try CampaignParameters(json: defaults.merged(with: stored))
    }

    /// Stores the parameters, and with them the campaign's dates.
    package mutating func set(_ parameters: CampaignParameters) throws {
        parametersJSON = try CanonicalJSON.string(parameters)
        startsOn = parameters.startsOn
        endsOn = parameters.endsOn
    }

    /// - Throws: `Refused` unless the campaign is in one of the states.
    package func require(_ states: State...) throws {
        guard states.contains(state) else {
            throw Refused(
                CampaignFinding.wrongState, ["campaign": title, "state": state.rawValue])
        }
    }

    /// `PB 2021 (63)`
    package var title: String { "\(name) \(prophylaxisYear) (\(department))" }

    /// The day whose authorisations and veterinarians count for the set-up: the start, or today once it has begun.
    package func situationDay(today: Day) -> Day { max(today, startsOn) }
}

extension CampaignParameters {
    package func json() throws -> JSONValue {
        try CanonicalJSON.decode(JSONValue.self, from: CanonicalJSON.encode(self))
    }

    package init(json: JSONValue) throws {
        self = try CanonicalJSON.decode(CampaignParameters.self, from: CanonicalJSON.encode(json))
    }
}
