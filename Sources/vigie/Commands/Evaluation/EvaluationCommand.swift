import ArgumentParser
import Kernel
import Prophylaxis
import UseCases

/// `vigie evaluation`: the inspector's evaluation, one by one or by accepting proposals.
struct EvaluationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluation", abstract: "Évaluer la prophylaxie, maladie par maladie.",
        subcommands: [SetEvaluationCommand.self, AcceptCommand.self])
}

/// `vigie evaluation set`
struct SetEvaluationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Évalue une ou plusieurs interventions.",
        discussion: "Une maladie sans valeur reste en l'état (PM). NE remet l'évaluation à zéro.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @Argument(help: "Numéros des interventions.") var interventions: [String]
    @Option(help: "Brucellose : NE, AR, PO, SO, ND, A, B ou C.") var bru: EvaluationValue?
    @Option(help: "Leucose.") var leu: EvaluationValue?
    @Option(help: "Tuberculose.") var tub: EvaluationValue?
    @Option(help: "Commentaire, le même pour toutes les interventions.") var comment: String?
    @Option(help: "Référence du justificatif.") var proof: String?

    func run() async throws {
        try await Failure.report {
            let values: [(Disease, EvaluationValue?)] = [(.brucellosis, bru), (.leukosis, leu), (.tuberculosis, tub)]
            var choices: [Disease: EvaluationGuard.Choice] = [:]
            for case (let disease, let value?) in values {
                choices[disease] = .init(value: value, comment: comment, proof: proof)
            }
            let useCase = SetEvaluation(campaign: campaign.selector, interventions: interventions, choices: choices)
            FindingPrinter.print(try await options.perform(useCase, for: campaign))
            print("\(interventions.count) intervention(s) évaluée(s).")
        }
    }
}

/// `vigie evaluation accept`
struct AcceptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Reprend les propositions définitives pour les interventions non encore évaluées.",
        discussion: "C'est un acte de l'inspecteur : une proposition n'est jamais enregistrée d'elle-même.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @Option(name: .customLong("value"), help: "Seulement ces valeurs ; à répéter.") var values: [EvaluationValue] = []

    func run() async throws {
        try await Failure.report {
            let useCase = AcceptProposals(
                campaign: campaign.selector, values: values.isEmpty ? nil : Set(values))
            let outcome = try await options.perform(useCase, for: campaign)
            let counts = EvaluationValue.allCases.compactMap { value in
                outcome.stored[value].map { "\(value.rawValue) \($0)" }
            }
            print("Évaluations enregistrées : \(counts.isEmpty ? "aucune" : counts.joined(separator: ", ")).")
            if !outcome.byHand.isEmpty {
                print("À évaluer à la main (vigie evaluation set) : \(outcome.byHand.count).")
            }
            FindingPrinter.printDigest(outcome.byHand)
        }
    }
}

extension EvaluationValue: ExpressibleByArgument {}
