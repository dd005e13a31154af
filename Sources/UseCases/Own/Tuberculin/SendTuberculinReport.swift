import Exchange
import Kernel
import Register
import Store

/// A tuberculin report that a program sends: for the herd's health veterinarian, or for a service that types papers
/// (CAL-35, CAL-37, PRO-180, PRO-181).
package struct SendTuberculinReport: UseCase {
    package let intention = Intention.tuberculinReport
    package let intervention: InterventionIdentity
    package let input: TuberculinInput
    package let fictitious: Bool

    /// - Parameter input: what is left to the receiver may be missing: see `completed`.
    package init(_ input: TuberculinInput, of intervention: InterventionIdentity, fictitious: Bool = false) {
        self.intervention = intervention
        self.input = input
        self.fictitious = fictitious
    }

    package var department: String? { intervention.department }
    package var touched: Subject? { .intervention(campaign: intervention.campaign, id: intervention.id) }
    package var isOfficial: Bool { true }

    /// - Returns: what is to be looked at; the report counts all the same (decision 21).
    package func run(_ context: Context) async throws -> [Finding] {
        let input = try await completed(context)
        return try await AddTuberculinReport(
            input, department: intervention.department, fictitious: fictitious, as: intention
        ).run(context)
    }

    /// Who sends one's own report says neither who one is nor when it came: the account and the clock do.
    private func completed(_ context: Context) async throws -> TuberculinInput {
        let sender = try await context.database.read { try $0.orderNumber(ofScope: context.actor.scope) }
        guard let sender else { return input }
        guard input.orderNumber == nil || input.orderNumber == sender else {
            throw Refused(OwnFinding.notTheSenders, ["field": "orderNumber"])
        }
        guard input.receivedOn == context.today else {
            throw Refused(OwnFinding.notTheSenders, ["field": "receivedOn"])
        }
        var own = input
        own.orderNumber = sender
        return own
    }
}
