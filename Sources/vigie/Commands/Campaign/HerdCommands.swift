import ArgumentParser
import Kernel
import Prophylaxis
import UseCases

/// `vigie campaign add`
struct AddHerdCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Ajoute un atelier à une campagne exécutée, avec son motif.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @Option(help: "Atelier : n° EDE et code, comme 99000001/L.")
    var herd: HerdReference
    @Option(help: "Motif.")
    var reason: String
    @Flag(help: "L'atelier vient d'un changement de typologie pendant la campagne.")
    var typeChange = false
    @Option(help: "Numéro de l'intervention à dupliquer.")
    var from: String?
    @Flag(help: "Avec --from : l'intervention dupliquée est retirée (reprise d'élevage).")
    var transfer = false

    func run() async throws {
        try await Failure.report {
            var useCase = AddHerd(selector: campaign.selector, herd: herd, reason: reason)
            useCase.isTypeChange = typeChange
            useCase.source = from
            useCase.isTransfer = transfer
            let outcome = try await options.perform(useCase, for: campaign)
            let plans = outcome.plans.map { "\($0.disease.rawValue) \(CodeWords.matrix($0.matrix))" }
            print("Intervention \(outcome.intervention.number) : \(plans.joined(separator: ", ")).")
            FindingPrinter.print(outcome.findings)
        }
    }
}

/// `vigie campaign withdraw`
struct WithdrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Retire une intervention qui n'a encore rien donné, avec son motif.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @Argument(help: "Numéro de l'intervention.")
    var number: String
    @Option(help: "Motif.")
    var reason: String

    func run() async throws {
        try await Failure.report {
            let row = try await options.perform(
                WithdrawHerd(selector: campaign.selector, number: number, reason: reason), for: campaign)
            print("Intervention \(row.number) retirée.")
        }
    }
}

/// `vigie campaign visit-outside`
struct OutsideVisitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "visit-outside",
        abstract: "Programme une visite hors campagne, rattachée à l'intervention de l'atelier.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @Option(help: "Atelier : n° EDE et code, comme 99000001/L.")
    var herd: HerdReference
    @Option(help: "Jour prévu (AAAA-MM-JJ), après la fin de la campagne et avant la suivante.")
    var on: Day
    @Option(help: "Motif.")
    var reason: String
    @Option(help: "Maladie : BRU, LEU ou TUB ; à répéter. Sans elle, toutes celles de l'intervention.")
    var disease: [Disease] = []

    func run() async throws {
        try await Failure.report {
            var useCase = PlanOutsideVisit(selector: campaign.selector, herd: herd, plannedOn: on, reason: reason)
            useCase.diseases = disease
            let outcome = try await options.perform(useCase, for: campaign)
            let plans = outcome.plans.map { "\($0.disease.rawValue) \(CodeWords.matrix($0.matrix))" }
            let number = outcome.intervention.number
            print(
                outcome.isNew
                    ? "Intervention \(number), le \(on.french) : \(plans.joined(separator: ", "))."
                    : "Déjà programmée : intervention \(number), le \(on.french).")
            print("Lettre : vigie letter write visite-hors-campagne --intervention \(number) --period \"de … à …\"")
        }
    }
}

/// `vigie campaign laboratory`
struct AssignLaboratoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "laboratory", abstract: "Affecte un laboratoire à des plans sur sang (réservé à la DD(CS)PP).")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @Option(help: "Maladie : BRU ou LEU.")
    var disease: Disease
    @Option(help: "Code du laboratoire.")
    var code: String
    @Option(help: "Numéro d'une intervention ; sans lui, tous les plans sans laboratoire.")
    var number: String?
    @Option(help: "Motif.")
    var reason: String

    func run() async throws {
        try await Failure.report {
            let outcome = try await options.perform(
                AssignLaboratory(
                    selector: campaign.selector, disease: disease, code: code, number: number, reason: reason),
                for: campaign)
            print("\(outcome.changed) plan(s) affecté(s) au laboratoire \(code).")
            FindingPrinter.print(outcome.findings)
        }
    }
}
