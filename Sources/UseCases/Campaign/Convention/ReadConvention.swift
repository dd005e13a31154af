import Kernel
import Store

/// The convention with a stamp of its version, for a form that changes it.
package struct ReadConvention: UseCase {
    package struct Outcome: Sendable {
        /// What the pages start from where the department recorded none.
        package let convention: Convention
        package let isRecorded: Bool
        package let stamp: String
    }

    package let intention = Intention.campaignRead
    package let departmentCode: String

    package init(department: String) { departmentCode = department }

    package var department: String? { departmentCode }

    package func run(_ context: Context) async throws -> Outcome {
        let department = departmentCode
        let convention = try await context.database.read { try $0.convention(department: department) }
        return Outcome(
            convention: convention ?? Convention(), isRecorded: convention != nil, stamp: try convention.stamp)
    }
}

extension Convention? {
    var stamp: String {
        get throws {
            guard let self else { return "-" }
            return String(ContentDigest(of: Array(try CanonicalJSON.encode(self))).hex.prefix(16))
        }
    }
}
