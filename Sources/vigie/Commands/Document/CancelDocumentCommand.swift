import ArgumentParser
import Kernel
import UseCases

/// `vigie document cancel`: the whole list before the first visit, single animals by two persons after it.
struct CancelDocumentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "Annule une liste, ou des bovins d'une liste.",
        discussion: """
            Avant la première visite : la liste entière, aussitôt rééditée en projet. Après : des bovins (--animal), \
            demandés avec un motif par une première personne, acceptés (--agree) par une seconde sous son propre compte.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @Argument(help: "Numéro d'intervention.") var number: String
    @Option(help: "Motif.") var reason: String?
    @Option(name: .customLong("animal"), help: "Bovin à annuler ; à répéter.") var animals: [String] = []
    @Flag(help: "Accepte l'annulation demandée par une autre personne.") var agree = false
    @Flag(help: "Retire la demande d'annulation.") var withdraw = false

    func validate() throws {
        guard [reason != nil, agree, withdraw].count(where: { $0 }) == 1 else {
            throw ValidationError("Donnez --reason (demander), ou --agree (accepter), ou --withdraw (retirer).")
        }
        if animals.isEmpty, reason == nil { throw ValidationError("--agree et --withdraw portent sur des --animal.") }
    }

    func run() async throws {
        try await Failure.report {
            if animals.isEmpty {
                let useCase = CancelDocument(campaign: campaign.selector, number: number, reason: reason ?? "")
                let outcome = try await options.perform(useCase, for: campaign)
                print("\(outcome.cancelled) bovins annulés ; la liste est rééditée en projet.")
                try EditionReport(outcome.edition, verb: "édités (projets)").write(json: options.json)
                return
            }
            let step: CancelAnimals.Step = agree ? .agree : withdraw ? .withdraw : .propose(reason: reason ?? "")
            let useCase = CancelAnimals(
                campaign: campaign.selector, number: number, animals: try parsedAnimals(), step: step)
            let count = try await options.perform(useCase, for: campaign)
            let verb =
                switch step {
                case .propose: "à annuler : une seconde personne doit l'accepter (--agree)"
                case .agree: "annulés"
                case .withdraw: "ne sont plus à annuler"
                }
            print("\(count) bovins \(verb).")
        }
    }

    /// Numbers of fictitious animals are let in: what is not on the list is refused anyway.
    private func parsedAnimals() throws -> [AnimalNumber] {
        try animals.map { text in
            do throws(NumberFault) {
                return try AnimalNumber(parsing: text, country: "FR", fictitious: true)
            } catch {
                throw Refused([Finding(error, .refused, ["value": text])])
            }
        }
    }
}
