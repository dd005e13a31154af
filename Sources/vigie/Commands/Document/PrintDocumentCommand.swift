import ArgumentParser
import Documents
import Kernel
import Store
import UseCases

/// `vigie document print`
struct PrintDocumentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "print", abstract: "Imprime des documents validés en PDF.",
        discussion: """
            Ce qui a été imprimé est conservé et ressort à l'identique. Un lot interrompu reprend avec --unprinted.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var selection: DocumentSelectionOptions
    @OptionGroup var printer: PrinterOptions
    @Option(help: "Dossier où écrire les fichiers.") var output: String
    @Option(help: "Exemplaire : \(DispatchRow.Copy.allCases.map(\.rawValue).joined(separator: ", ")).")
    var copy = DispatchRow.Copy.labels
    @Option(name: .customLong("per"), help: "Un fichier par document, vet ou holding.")
    var grouping = PrintChoice.Grouping.document
    @Flag(help: "Des projets, sans code-barres, pour relecture.") var draft = false
    @Flag(help: "Avec les documents « zéro bovin ».") var withZero = false
    @Flag(help: "Seulement ce qui n'a pas encore été imprimé.") var unprinted = false
    @Flag(help: "Ressort ce qui a été émis, aussi d'une campagne close, sans l'inscrire au registre d'envoi.")
    var archive = false

    func validate() throws {
        if archive, draft || unprinted || grouping != .document {
            throw ValidationError("--archive ressort des documents un par un, tels qu'émis : ni --draft, ni --per.")
        }
    }

    func run() async throws {
        try await Failure.report {
            var choice = PrintChoice()
            choice.copy = copy
            choice.grouping = grouping
            choice.sheet = try printer.sheet()
            choice.drafts = draft
            choice.includesZeroBovine = withZero
            choice.onlyUnprinted = unprinted
            let folder = output
            let useCase = PrintDocuments(campaign: selection.campaign, filter: selection.filter, choice: choice) {
                try FileOutput.write($0.bytes, to: "\(folder)/\($0.name)")
            }
            let outcome =
                archive ? try await reprint(to: folder) : try await options.perform(useCase, for: selection.target)
            print(
                "\(outcome.documents) documents dans \(outcome.files) fichiers, "
                    + "\(outcome.labels) étiquettes : \(output)"
            )
            if outcome.reissued > 0 { print("Ressortis à l'identique : \(outcome.reissued).") }
            FindingPrinter.printDigest(outcome.findings)
            if outcome.isRefused { throw ExitCode.refused }
        }
    }

    private func reprint(to folder: String) async throws -> PrintOutcome {
        let useCase = ReprintDocuments(campaign: selection.campaign, filter: selection.filter, copy: copy) {
            try FileOutput.write($0.bytes, to: "\(folder)/\($0.name)")
        }
        return try await options.perform(useCase, for: selection.target)
    }
}

/// `vigie document test-page`: to set a printer's offset, and to try a stock of paper (PRO-159, PRO-161).
struct TestPageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test-page", abstract: "Page d'essai des étiquettes d'une imprimante.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var printer: PrinterOptions
    @Option(help: "Fichier PDF à écrire.") var output: String

    func run() async throws {
        try await Failure.report {
            let sheet = try printer.sheet()
            let today = try options.day()
            let page = PrinterTestPrint(sheet: sheet, printer: printer.printer ?? "Imprimante", day: today)
            let bytes = try pdf(PrintJob(title: "Page d'essai", author: "Vigie", day: today), [page])
            try FileOutput.write(bytes, to: output)
            print("Page d'essai : \(output)")
        }
    }
}

extension DispatchRow.Copy: ExpressibleByArgument {}
extension PrintChoice.Grouping: ExpressibleByArgument {}
