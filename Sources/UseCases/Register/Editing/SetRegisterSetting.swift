import Kernel
import Store

/// Settles a parameter of the register for a department, with the justification that the convention mentions (PRO-13).
package struct SetRegisterSetting: UseCase {
    package let intention = Intention.settingSet
    let departmentCode: String
    let setting: RegisterSetting
    let json: String
    let justification: String

    package init(department: String, _ setting: RegisterSetting, to json: String, justification: String) {
        departmentCode = department
        self.setting = setting
        self.json = json
        self.justification = justification
    }

    package var department: String? { departmentCode }

    /// Returns the value as it now stands.
    package func run(_ context: Context) async throws -> String {
        let settlement = try await context.settlement(
            of: setting.rawValue, in: departmentCode, because: justification)
        return try await context.database.write { connection in
            var settings = try RegisterSettings(departmentCode, in: connection)
            do { try settings.set(setting, to: json) } catch is DecodingError {
                throw Refused(RegisterEditFinding.settingInvalid, ["name": setting.rawValue, "value": json])
            }
            let value = try settings.json(of: setting)
            try connection.settle(settlement, to: value, intention)
            return value
        }
    }
}

/// The value of a register setting in force.
package struct ReadRegisterSetting: UseCase {
    package let intention = Intention.registerRead
    let departmentCode: String
    let setting: RegisterSetting

    package init(department: String, _ setting: RegisterSetting) {
        departmentCode = department
        self.setting = setting
    }

    package var department: String? { departmentCode }

    package func run(_ context: Context) async throws -> String {
        try await context.database.read { try RegisterSettings(departmentCode, in: $0).json(of: setting) }
    }
}
