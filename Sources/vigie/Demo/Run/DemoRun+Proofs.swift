import Kernel
import Prophylaxis
import Store
import UseCases

/// Tuberculin tests that nobody reported.
extension DemoRun {
    /// Tuberculin reports that never came: noted; where the veterinarian attests the visit, the prophylaxis is observed
    /// by its proof alone (PO).
    func proveTuberculin() async throws {
        let day = plan.nonCompletionOn
        let context = try await cast.context(.inspector, on: day)
        let absent = tuberculin.absent
        guard !absent.isEmpty else { return }
        try await step("Rapports de tuberculination absents", on: day) {
            for (index, number) in absent.enumerated() {
                try await RecordAbsentReport(number, department: plan.department).perform(context)
                guard index % 2 == 0 else { continue }
                _ = try await EnterResult(
                    .realisation, of: .tuberculosis, in: (number, plan.department),
                    proof: "Attestation TUB-\(index + 1)"
                ).perform(context)
                proven[number] = "Attestation TUB-\(index + 1)"
            }
            return "\(counted(absent.count, "constaté")), \(counted(proven.count, "attesté")) par le vétérinaire"
        }
    }

    /// Observed by their proof: what the inspector enters by hand.
    func evaluateProven(_ context: Context) async throws {
        for (number, proof) in proven.sorted(by: { $0.key < $1.key }) {
            let choice = EvaluationGuard.Choice(
                value: .notObserved, comment: "Réalisée selon l'attestation, rapport jamais reçu", proof: proof)
            _ = try await SetEvaluation(campaign: campaign, interventions: [number], choices: [.tuberculosis: choice])
                .perform(context)
        }
    }

    /// Short of the tolerance by animals that had left: without them the rate is reached. The proposal is A, and the
    /// inspector sets it with his reason and the movement that proves it.
    func evaluateCorrected(_ byHand: [Finding], _ context: Context) async throws -> Int {
        let code = EvaluationGuard.Objection.anomalyNeedsProof.rawValue
        var count = 0
        for finding in byHand where finding.code == code {
            guard let number = finding["intervention"],
                let disease = finding["disease"].flatMap(Disease.init(rawValue:))
            else { continue }
            let choice = EvaluationGuard.Choice(
                value: .compliant, comment: "Bovin sorti depuis l'édition : le taux corrigé est atteint",
                proof: "Notification de sortie")
            _ = try await SetEvaluation(campaign: campaign, interventions: [number], choices: [disease: choice])
                .perform(context)
            count += 1
        }
        return count
    }
}
