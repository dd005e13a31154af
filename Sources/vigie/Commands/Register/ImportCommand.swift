import ArgumentParser
import Exchange
import Kernel
import Store
import UseCases

/// `vigie register import`: a bundle, full or incremental.
struct RegisterImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Importe un lot de fichiers du registre (dossier ou zip).",
        discussion: """
            Les lignes bonnes comptent, les lignes refusées sont gardées pour être corrigées et rejouées
            (« vigie register refused »). Le même lot une seconde fois ne change rien à ce qui a été accepté.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var reading: BundleOptions
    @Argument(help: "Dossier ou zip.") var path: String
    @Option(help: "line : les lignes bonnes comptent ; file : une seule ligne refusée refuse le lot.")
    var policy: ImportRunRow.Policy?
    @Option(
        name: .customLong("accept-absent"),
        help: "Accepte que plus de lignes de cette table (holdings, stays) manquent qu'il n'est admis ; à répéter.")
    var acceptAbsent: [String] = []
    @Flag(name: .customLong("accept-older"), help: "Accepte un lot complet plus ancien que le dernier importé.")
    var acceptOlder = false

    func run() async throws {
        try await Failure.report {
            let bundle = try reading.open(path)
            var choices = try reading.importOptions()
            choices.policy = policy
            choices.acceptAbsent = Set(acceptAbsent)
            choices.acceptOlder = acceptOlder
            let line = ProgressLine()
            let useCase = ImportRegister(bundle, choices) { step, done, total in
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

extension ImportRunRow.Policy: ExpressibleByArgument {}

extension ImportStep {
    var french: String {
        switch self {
        case .reading(let table): "Lecture de \(table)"
        case .judging: "Contrôles"
        case .merging: "Enregistrement"
        }
    }
}
