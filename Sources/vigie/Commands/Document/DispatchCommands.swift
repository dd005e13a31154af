import ArgumentParser
import Kernel
import Prophylaxis
import Store
import UseCases

/// `vigie document dispatch`: what happened to printed copies (PRO-154, PRO-159, PRO-160, PRO-164).
struct DispatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dispatch", abstract: "Enregistre un envoi, un renvoi ou un incident.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @Argument(help: "Numéros d'intervention : leurs derniers exemplaires.") var numbers: [String] = []
    @Option(help: "Tout un lot d'impression.") var batch: String?
    @Option(help: "Date d'envoi (AAAA-MM-JJ) ; par défaut aujourd'hui.") var on: Day?
    @Option(help: "Voie : courrier, courriel, remis en main propre…") var channel = "courrier"
    @Flag(help: "Un renvoi : un exemplaire de plus, le même fichier.") var again = false
    @Option(help: "Incident : \(DispatchProblem.allCases.map(\.rawValue).joined(separator: ", ")).")
    var problem: DispatchProblem?
    @Option(help: "Précision sur l'incident.") var detail = ""

    func validate() throws {
        guard numbers.isEmpty != (batch == nil) else { throw ValidationError("Donnez des numéros, ou un --batch.") }
        guard problem == nil || !again else { throw ValidationError("--again et --problem ne vont pas ensemble.") }
    }

    func run() async throws {
        try await Failure.report {
            let event: RecordDispatch.Event
            if let problem {
                event = .problem(problem, detail: detail)
            } else {
                let day = try on ?? options.day(in: campaign.department)
                event = again ? .sentAgain(on: day, channel: channel) : .sent(on: day, channel: channel)
            }
            let useCase = RecordDispatch(
                campaign: campaign.selector, target: batch.map { .batch($0) } ?? .interventions(numbers), event: event)
            let count = try await options.perform(useCase, for: campaign)
            print("\(count) exemplaires enregistrés.")
        }
    }
}

/// `vigie document register`: the sending register as CSV or PDF (PRO-162).
struct RegisterOfDispatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register", abstract: "Le registre des envois, en CSV ou en PDF (--pdf FICHIER).")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @Option(help: "Fichier PDF à écrire au lieu du CSV sur la sortie.") var pdf: String?

    func run() async throws {
        try await Failure.report {
            let register = try await options.perform(SendingRegister(campaign: campaign.selector), for: campaign)
            if let pdf {
                try FileOutput.write(try register.pdf(), to: pdf)
                print("\(register.rows.count) exemplaires : \(pdf)")
                return
            }
            var output = StandardOutput()
            output.write(line: Array(try register.csv().dropLast()))
            output.flush()
        }
    }
}

/// `vigie document requests`: the analysis requests as files for the laboratories (PRO-166).
struct AnalysisRequestsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "requests", abstract: "Écrit les demandes d'analyse (DAI) des documents validés.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var selection: DocumentSelectionOptions
    @Option(help: "Dossier où écrire les fichiers.") var output: String
    @Flag(help: "Aussi celles déjà écrites, à l'identique.") var again = false

    func run() async throws {
        try await Failure.report {
            let folder = output
            let useCase = WriteAnalysisRequests(
                campaign: selection.campaign, filter: selection.filter, again: again
            ) { try FileOutput.write($0.bytes, to: "\(folder)/\($0.name)") }
            let count = try await options.perform(useCase, for: selection.target)
            print("\(count) demandes d'analyse : \(output)")
        }
    }
}

extension DispatchProblem: ExpressibleByArgument {}
