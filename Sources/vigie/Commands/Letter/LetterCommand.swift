import ArgumentParser
import Documents
import Kernel
import Store
import UseCases

/// `vigie letter`: the letters of a campaign.
struct LetterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "letter", abstract: "Les lettres d'une campagne : écrire, retrouver, envoyer, adapter les textes.",
        discussion: LetterKind.allCases.map { "\($0.rawValue) : \($0.title)" }.joined(separator: "\n"),
        subcommands: [
            WriteLettersCommand.self, ListLettersCommand.self, ReprintLettersCommand.self, SentLettersCommand.self,
            LetterTemplateCommand.self, LetterSenderCommand.self,
        ])
}

/// `vigie letter write`
struct WriteLettersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "write", abstract: "Écrit les lettres d'une nature, une par destinataire, en PDF.",
        discussion: """
            Chaque lettre est conservée avec ses faits et ressort à l'identique (« vigie letter print »). Une \
            intervention qui a déjà reçu cette lettre est passée, sauf avec --again.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @Argument(help: "Nature de la lettre.") var kind: LetterKind
    @Option(help: "Numéro d'une intervention (12 chiffres) ; peut se répéter.") var intervention: [String] = []
    @Option(help: "Toutes celles d'une exploitation, par son numéro EDE.") var holding: String?
    @Option(help: "Toutes celles d'une liste de travail.") var workList: WorkListKind?
    @Flag(help: "Toutes celles que la lettre concerne.") var all = false
    @Option(help: "Dossier où écrire les PDF.") var output: String?
    @Option(help: "Date limite (AAAA-MM-JJ), au lieu de celle qui découle des faits.") var by: Day?
    @Option(help: "Période de présence des bovins, en toutes lettres (visite-hors-campagne).") var period: String?
    @Option(help: "Premier mois sans résultat, AAAA-MM (relance-laboratoire-laitier).") var month: String?
    @Flag(help: "Aussi un fichier de toutes les lettres, pour l'impression.") var joined = false
    @Flag(help: "Aussi un fichier des copies de chaque vétérinaire.") var copies = false
    @Flag(help: "Aussi celles qui ont déjà reçu cette lettre.") var again = false
    @Flag(help: "Dit ce qui serait écrit, sans rien écrire.") var dryRun = false

    func validate() throws {
        let ways = [!intervention.isEmpty, holding != nil, workList != nil, all].count { $0 }
        guard ways == 1 else {
            throw ValidationError("Dites pour qui : --intervention, --holding, --work-list ou --all.")
        }
        guard kind != .dairyLaboratoryReminder || all || workList == .milkMissing else {
            throw ValidationError("Cette lettre va aux laboratoires laitiers : --all, ou --work-list milk-missing.")
        }
        guard dryRun || output != nil else { throw ValidationError("Donnez le dossier : --output.") }
    }

    func run() async throws {
        try await Failure.report {
            let folder = output ?? "."
            let emit: @Sendable (LetterFile) throws -> Void = {
                try FileOutput.write($0.bytes, to: "\(folder)/\($0.name)")
            }
            guard kind == .dairyLaboratoryReminder else {
                let useCase = WriteLetters(campaign: campaign.selector, kind: kind, choice: choice, emit: emit)
                return try report(try await options.perform(useCase, for: campaign))
            }
            let useCase = WriteDairyLetters(
                campaign: campaign.selector, choice: choice, month: try month.map(MonthOption.day), emit: emit)
            try report(try await options.perform(useCase, for: campaign))
        }
    }

    private func report(_ outcome: WriteLetters.Outcome) throws {
        if options.json {
            try JSONOutput.print(outcome.table.objects)
        } else {
            let words = dryRun ? "à écrire" : "écrite(s)"
            let again = outcome.handedAgain == 0 ? "" : ", dont \(outcome.handedAgain) du jour ressortie(s)"
            print(
                "\(outcome.written) lettre(s) « \(kind.title) » \(words). Déjà écrites : \(outcome.skipped)\(again). "
                    + "Sans motif : \(outcome.withoutGround).")
            if dryRun { try TableOutput.write(outcome.table, asJSON: false, to: nil) }
        }
        FindingPrinter.printDigest(outcome.findings)
        if outcome.isRefused { throw ExitCode.refused }
    }

    private var choice: WriteLetters.Choice {
        var choice = WriteLetters.Choice()
        choice.target =
            if !intervention.isEmpty {
                .interventions(intervention)
            } else if let holding {
                .holding(holding)
            } else if let workList {
                .workList(workList)
            } else {
                .all
            }
        choice.again = again
        choice.isDryRun = dryRun
        choice.by = by
        choice.period = period
        choice.isJoined = joined
        choice.withCopies = copies
        return choice
    }
}

extension LetterKind: ExpressibleByArgument {}

/// A month as people write it.
enum MonthOption {
    /// The first day of `AAAA-MM`.
    static func day(_ text: String) throws -> Day {
        guard let day = Day(text + "-01") else { throw Refused(CampaignFinding.monthUnknown, ["month": text]) }
        return day
    }
}
