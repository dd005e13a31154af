import ArgumentParser
import Kernel
import Prophylaxis
import Store
import UseCases

/// `vigie follow-up`: where each intervention stands.
struct FollowUpCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow-up", abstract: "Le suivi des interventions d'une campagne.",
        subcommands: [FollowUpListCommand.self])
}

/// `vigie follow-up list`
struct FollowUpListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Le tableau « Suivi prophylaxies », en CSV ou en JSON.",
        discussion: """
            Sans filtre : toutes les interventions. --without-report donne le niveau 1, --with-report le niveau 2.
            Les pages se suivent : --after reprend après le dernier numéro reçu.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @Flag(help: "Seulement avec un rapport en vigueur.") var withReport = false
    @Flag(help: "Seulement sans rapport en vigueur.") var withoutReport = false
    @Flag(help: "Seulement sans rapport ni décision de non réalisation.") var untreated = false
    @Option(help: "Maladie des autres filtres : BRU, LEU ou TUB.") var disease: Disease?
    @Option(help: "Statut : AS, SO, AA, SA ou EC.") var status: Status?
    @Flag(help: "Seulement avec un résultat non négatif.") var nonNegative = false
    @Flag(help: "Seulement non encore évaluées.") var unevaluated = false
    @Flag(help: "Seulement avec un plan demandé.") var requested = false
    @Option(help: "Code INSEE de la commune.") var commune: String?
    @Option(help: "Numéro ordinal du vétérinaire.") var veterinarian: String?
    @Option(help: "Classe de l'atelier (dairy, beef…).") var herdClass: String?
    @Option(help: "Valeur du rapport : A, B, C ou PE.") var value: ReportValue?
    @Option(help: "Reprend après ce numéro d'intervention.") var after: String?
    @Option(help: "Lignes d'une page.") var limit = 500
    @Option(help: "Fichier CSV à écrire ; sans lui, la sortie.") var output: String?

    func validate() throws {
        if withReport && withoutReport { throw ValidationError("--with-report et --without-report s'excluent.") }
        if limit < 1 || limit > 100_000 { throw ValidationError("--limit va de 1 à 100000.") }
    }

    func run() async throws {
        try await Failure.report {
            let outcome = try await options.perform(
                ListFollowUp(campaign: campaign.selector, filter: filter), for: campaign)
            try TableOutput.write(outcome.table, asJSON: options.json, to: output)
            if let next = outcome.next { StandardError.write("La suite : --after \(next.value)\n") }
        }
    }

    private var filter: FollowUpFilter {
        var filter = FollowUpFilter()
        filter.hasReport = withReport ? true : withoutReport ? false : nil
        filter.isUntreated = untreated
        filter.disease = disease
        filter.status = status
        filter.hasNonNegative = nonNegative
        filter.isUnevaluated = unevaluated
        filter.isRequested = requested
        filter.insee = commune
        filter.veterinarian = veterinarian
        filter.herdClass = herdClass
        filter.reportValue = value
        filter.after = after.map { FollowUpOrder.Cursor(value: $0, id: 0) }
        filter.limit = limit
        return filter
    }
}

/// A list on standard output or in a file.
enum TableOutput {
    static func write(_ table: ListTable, asJSON: Bool, to path: String?) throws {
        if let path {
            try FileOutput.write(try table.csv(), to: path)
            print("\(table.rows.count) ligne(s) dans \(path).")
        } else if asJSON {
            try JSONOutput.print(table.objects)
        } else {
            var output = StandardOutput()
            output.write(line: Array(try table.csv().dropLast()))
            output.flush()
        }
    }
}

extension Status: ExpressibleByArgument {}
extension ReportValue: ExpressibleByArgument {}
