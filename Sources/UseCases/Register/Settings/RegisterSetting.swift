import Kernel
import Prophylaxis
import Register
import Store

/// What a department may settle about its register, by name (PRO-13).
package enum RegisterSetting: String, Codable, Sendable, CaseIterable {
    /// Breed classification and the type of males (PRO-38, PRO-41): `ProductionTypeRule.Parameters`.
    case productionTypes = "production-types"
    /// Thresholds of the orientation (PRO-42, PRO-44): `HerdOrientation.Parameters`.
    case herdOrientation = "herd-orientation"
    /// Females older than this many months count for the orientation (AMB-01).
    case orientationAgeMonths = "orientation-age-months"
    /// Share of holdings or stays that may be absent from a full bundle (decision 17).
    case absenceLimit = "absence-limit"
    /// Sender → `line` or `file`.
    case importPolicies = "import-policies"
    /// A herd without animals for this many months should perhaps be closed (PRO-25).
    case idleMonths = "idle-months"
    /// When a herd should be closed, the criteria in the order that counts (PRO-25): `HerdClosing.Parameters`.
    case closingCriteria = "closing-criteria"
    /// Females present at any time in so many months count for the orientation: for holdings that keep dairy and beef
    /// cattle in turn (PRO-05). 0: those present today.
    case orientationLookBackMonths = "orientation-look-back-months"
}

/// The settings of one department as values, the defaults where it has settled nothing.
package struct RegisterSettings: Sendable {
    package var productionTypes = ProductionTypeRule.Parameters()
    package var orientation = HerdOrientation.Parameters()
    package var orientationAgeMonths = 24
    package var absenceLimit = Ratio(1, over: 50)
    package var importPolicies: [String: String] = [:]
    package var idleMonths = 12
    package var closing = HerdClosing.Parameters()
    package var orientationLookBackMonths = 0

    package init() {}

    package init(_ department: String, in connection: Connection) throws {
        for setting in RegisterSetting.allCases {
            guard let value = try connection.settings(named: setting.rawValue)[department] else { continue }
            try set(setting, to: value)
        }
    }

    /// Reads a value.
    /// - Throws: `DecodingError` when it is not what the setting holds.
    package mutating func set(_ setting: RegisterSetting, to json: String) throws {
        switch setting {
        case .productionTypes: productionTypes = try Self.decode(json, over: productionTypes)
        case .herdOrientation: orientation = try Self.decode(json, over: orientation)
        case .orientationAgeMonths: orientationAgeMonths = try Self.decode(json)
        case .absenceLimit: absenceLimit = try Self.decode(json)
        case .importPolicies: importPolicies = try Self.decode(json)
        case .idleMonths: idleMonths = try Self.decode(json)
        case .closingCriteria: closing = try Self.decode(json, over: closing)
        case .orientationLookBackMonths: orientationLookBackMonths = try Self.decode(json)
        }
    }

    package func json(of setting: RegisterSetting) throws -> String {
        switch setting {
        case .productionTypes: try CanonicalJSON.string(productionTypes)
        case .herdOrientation: try CanonicalJSON.string(orientation)
        case .orientationAgeMonths: try CanonicalJSON.string(orientationAgeMonths)
        case .absenceLimit: try CanonicalJSON.string(absenceLimit)
        case .importPolicies: try CanonicalJSON.string(importPolicies)
        case .idleMonths: try CanonicalJSON.string(idleMonths)
        case .closingCriteria: try CanonicalJSON.string(closing)
        case .orientationLookBackMonths: try CanonicalJSON.string(orientationLookBackMonths)
        }
    }

    private static func decode<Value: Decodable>(_ json: String) throws -> Value {
        try CanonicalJSON.decode(Value.self, from: json.utf8)
    }

    /// An object may name only what it changes.
    private static func decode<Value: Codable>(_ json: String, over current: Value) throws -> Value {
        let base = try CanonicalJSON.decode(JSONValue.self, from: CanonicalJSON.encode(current))
        let changes = try CanonicalJSON.decode(JSONValue.self, from: json.utf8)
        return try CanonicalJSON.decode(Value.self, from: CanonicalJSON.encode(base.merged(with: changes)))
    }
}
