import ArgumentParser
import Kernel
import Store
import UseCases

/// `vigie register imports`: what came in.
struct RegisterImportsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "imports", abstract: "Liste les imports du registre.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "Département.") var department: String
    @Option(help: "Nombre d'imports.") var limit = 20

    func run() async throws {
        try await Failure.report {
            let runs = try await options.withContext(department: department) {
                try await ListImports(department: department, limit: limit).perform($0)
            }
            for entry in runs {
                let run = entry.run
                print(
                    """
                    \(run.id)\t\(run.receivedOn)\t\(run.kind)\t\(run.state.french)\t\(run.acceptedCount) acceptées\t\
                    \(run.refusedCount) refusées (\(entry.openCount) ouvertes)\t\(run.fileName)
                    """)
            }
        }
    }
}

/// `vigie register refused`: lines kept to be corrected.
struct RegisterRefusedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refused", abstract: "Montre les lignes refusées d'un import, ou les écrit pour correction.",
        discussion: """
            --csv écrit un dossier avec une table par fichier et son manifeste : corrigez les lignes, puis
            « vigie register replay IMPORT DOSSIER ».
            """)

    @OptionGroup var options: GlobalOptions
    @Option(name: .customLong("import"), help: "Numéro de l'import.") var importID: Int64
    @Option(help: "Dossier à écrire.") var csv: String?

    func run() async throws {
        try await Failure.report {
            let lines = try await options.withContext {
                try await ReadRefusedLines(importID: importID, folder: csv).run($0)
            }
            if let csv {
                print("\(lines.count) lignes écrites dans \(csv).")
                return
            }
            for line in lines {
                print("\(line.part):\(line.line)\t\(line.text)")
                FindingPrinter.print(line.findings)
            }
            print("\(lines.count) lignes ouvertes.")
        }
    }
}

/// `vigie register replay`: refused lines, judged again or corrected.
struct RegisterReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Rejoue les lignes refusées d'un import, telles quelles ou corrigées.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var reading: BundleOptions
    @Argument(help: "Numéro de l'import.") var importID: Int64
    @Argument(help: "Dossier des lignes corrigées ; sans lui, les lignes sont rejouées telles quelles.") var path:
        String?
    @Option(help: "Motif pour les lignes que le dossier corrigé ne reprend pas.") var dismiss: String?

    func run() async throws {
        try await Failure.report {
            let choices = try reading.importOptions()
            let bundle = try path.map { try reading.open($0) }
            let outcome = try await options.withContext(department: bundle?.manifest.department) { context in
                let previous = try await FindImport(importID: importID).run(context)
                if let bundle {
                    return try await ReplayCorrected(
                        previous, with: bundle, options: choices, dismissal: dismiss
                    ).perform(context)
                }
                return try await ReplayRefused(previous, options: choices).perform(context)
            }
            try ImportReport.print(outcome, json: options.json)
            if outcome.hasRefusals { throw ExitCode.refused }
        }
    }
}
