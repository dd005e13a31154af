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

/// Records a version of the convention over the one that the person saw (PRO-12, PRO-13): as `SetConvention`, and
/// nothing of somebody else's version is lost unseen.
package struct SettleConvention: UseCase {
    package let intention = Intention.settingSet
    package let departmentCode: String
    package let tree: JSONValue
    package let justification: String
    /// `ReadConvention.Outcome.stamp`
    package let seen: String

    package init(department: String, tree: JSONValue, justification: String, seen: String) {
        departmentCode = department
        self.tree = tree
        self.justification = justification
        self.seen = seen
    }

    package var department: String? { departmentCode }

    package func run(_ context: Context) async throws {
        let useCase = self
        let settlement = try await context.settlement(
            of: Convention.settingName, in: departmentCode, because: justification)
        try await context.database.write { connection in
            let former = try connection.convention(department: useCase.departmentCode)
            guard try former.stamp == useCase.seen else {
                throw Refused(CampaignFinding.setupChanged, ["campaign": "la convention technique"])
            }
            let convention = try SetConvention.merge(useCase.tree, over: former)
            try connection.settle(settlement, to: CanonicalJSON.string(convention), useCase.intention)
        }
    }
}

extension Convention? {
    fileprivate var stamp: String {
        get throws {
            guard let self else { return "-" }
            return String(ContentDigest(of: Array(try CanonicalJSON.encode(self))).hex.prefix(16))
        }
    }
}
