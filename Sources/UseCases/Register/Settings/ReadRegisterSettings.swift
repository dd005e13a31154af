import Kernel
import Store

/// The register's settings of a department as they stand, and when somebody last verified them (PRO-13, PRO-50).
package struct ReadRegisterSettings: UseCase {
    package struct Outcome: Sendable {
        package let settings: [ShownSetting]
        /// Nil where nobody did.
        package let verified: (on: Day, by: String)?
    }

    package let intention = Intention.registerRead
    let departmentCode: String

    package init(department: String) { departmentCode = department }

    package var department: String? { departmentCode }

    package func run(_ context: Context) async throws -> Outcome {
        let department = departmentCode
        return try await context.database.read { connection in
            Outcome(
                settings: try connection.shownSettings(RegisterSettings(department, in: connection), of: department),
                verified: try connection.reviews(department: department)
                    .first { $0.kind == ReviewArchive.settings }.map { ($0.reviewedOn, $0.actor) })
        }
    }
}

extension Connection {
    func shownSettings(_ settings: RegisterSettings, of department: String) throws -> [ShownSetting] {
        try RegisterSetting.allCases.map { setting in
            let entry = try settingHistory(department: department, name: setting.rawValue).first
            return ShownSetting(
                name: setting, value: try settings.json(of: setting), words: settings.words(of: setting),
                justification: entry?.justification)
        }
    }
}
