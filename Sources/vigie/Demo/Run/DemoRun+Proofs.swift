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
}
