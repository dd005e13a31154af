import Kernel
import UseCases

/// What the forms of the page begin with, and the one of the evaluation; the others are `ActForms`.
struct InterventionForms: Sendable {
    /// Hidden fields: what the page was made from, and when.
    let stamp: String
    let seenAt: String
    /// `2021-02-15`.
    let today: String
    let evaluate: Bool
    /// The evaluation was sent, and refused.
    let evaluateAgain: Bool

    init(_ file: InterventionFile, _ call: Call, _ entered: Form?) throws {
        stamp = file.stamp
        let context = try call.useCase(in: file.identity.department)
        (seenAt, today) = (context.now, context.today.description)
        evaluate = file.isUntreated && file.head.kind == "main" && file.offers(.evaluationSet)
        evaluateAgain = entered.map { $0.value("formulaire") == nil } ?? false
    }
}
