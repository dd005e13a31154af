import Kernel
import Store

/// What the department has settled for the files of a sender: one fault refuses the line or the file (design: imports).
/// Settling it is the authority's, with a justification; anybody who imports may look.
package struct ResultPolicy: UseCase {
    package let intention: Intention
    package let sender: String
    package let departmentCode: String
    package let policy: ResultRun.Policy?
    package let justification: String

    package init(
        of sender: String, department: String, set policy: ResultRun.Policy? = nil, justification: String = ""
    ) {
        intention = policy == nil ? .campaignRead : .settingSet
        self.sender = sender
        departmentCode = department
        self.policy = policy
        self.justification = justification
    }

    package var department: String? { departmentCode }

    /// Returns what is settled now; nil: nothing, and the default of the kind of file holds.
    package func run(_ context: Context) async throws -> ResultRun.Policy? {
        guard let policy else {
            return try await context.database.read { connection in
                try requireSender(in: connection)
                return try connection.resultPolicy(department: departmentCode, sender: sender)
            }
        }
        let settlement = try await context.settlement(
            of: ResultRun.policySetting(of: sender), in: departmentCode, because: justification)
        return try await context.database.write { connection in
            try requireSender(in: connection)
            try connection.settle(settlement, to: CanonicalJSON.string(policy.rawValue), intention)
            return policy
        }
    }

    private func requireSender(in connection: Connection) throws {
        guard try connection.sender(code: sender, kinds: ImportMilkResults.senderKinds) != nil else {
            throw Refused(ResultsFinding.senderUnknown, ["sender": sender])
        }
    }
}
