import ArgumentParser
import Exchange
import Store
import UseCases

/// `vigie register history`: earlier campaigns, so that a department can begin in the middle of its life (decision 18).
struct RegisterHistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Reprend l'historique des campagnes passées (dossier ou zip).",
        discussion: """
            Chaque campagne reprise est close. Le registre vient d'abord : une intervention dont l'atelier n'est pas
            connu est refusée, et rejouée quand il l'est. Les suites sont à l'autorité seule.
            Le même lot une seconde fois ne change rien ; une commande interrompue se relance telle quelle.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var reading: BundleOptions
    @Argument(help: "Dossier ou zip.") var path: String
    @Option(help: "line : les lignes bonnes comptent ; file : une seule ligne refusée refuse le lot.")
    var policy: ImportRunRow.Policy?

    func run() async throws {
        try await Failure.report {
            let bundle = try reading.open(path)
            var choices = try reading.importOptions()
            choices.policy = policy
            let line = ProgressLine()
            let useCase = ImportRegister(bundle, choices, family: .history) { step, done, total in
                line.show(step.french, done: done, total: total)
            }
            let outcome = try await options.withContext(department: bundle.manifest.department) {
                try await useCase.perform($0)
            }
            line.finish()
            try ImportReport.print(outcome, json: options.json)
            if outcome.hasRefusals { throw ExitCode.refused }
        }
    }
}
