import Hummingbird
import Kernel
import Prophylaxis
import UseCases

/// What the forms of the intervention's page do: each one a use case, with what the person saw when filling it in.
enum InterventionActs {
    static let endpoints =
        [
            Endpoint(.post, "/interventions/:number/evaluation", .may(.evaluationSet)) {
                try await act($0, "evaluation", evaluate)
            }
        ] + ReportActs.endpoints + NoteActs.endpoints + RetestActs.endpoints + NonCompletionActs.endpoints
        + ResultDecisions.endpoints + SerumActs.endpoints + EntryActs.endpoints + DysfunctionActs.endpoints
        + ListActs.endpoints + PlanActs.endpoints

    private static func evaluate(_ act: Case) async throws -> [Finding] {
        try await SetEvaluation(
            campaign: act.campaign, interventions: [act.number], choices: try act.form.evaluationChoices()
        ).perform(act.context)
    }
}

extension Form {
    /// The evaluations that were chosen; a disease left at "no change" has none (PRO-249).
    /// - Throws: `WebFault.formUnreadable` for a value that is none.
    func evaluationChoices() throws -> [Disease: EvaluationGuard.Choice] {
        var choices: [Disease: EvaluationGuard.Choice] = [:]
        for disease in Disease.allCases {
            let code = disease.rawValue
            guard let text = value("valeur-\(code)"), !text.isEmpty else { continue }
            guard let value = EvaluationValue(rawValue: text) else { throw WebFault.formUnreadable }
            choices[disease] = EvaluationGuard.Choice(
                value: value, comment: self.text("commentaire-\(code)"), proof: self.text("preuve-\(code)"))
        }
        return choices
    }
}
