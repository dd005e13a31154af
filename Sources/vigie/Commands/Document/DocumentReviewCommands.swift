import ArgumentParser
import Kernel
import Prophylaxis
import UseCases

/// `vigie document check`: the check-lists of steps 7 and 8.
struct CheckDocumentsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Contrôle les documents : disponibles, réglementaires, bien envoyés.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions

    func run() async throws {
        try await Failure.report {
            let findings = try await options.perform(CheckDocuments(campaign: campaign.selector), for: campaign)
            if options.json {
                try JSONOutput.print(findings)
            } else {
                FindingPrinter.printDigest(findings)
                print(findings.isEmpty ? "Rien à signaler." : "\(findings.count) points à voir.")
            }
        }
    }
}

/// `vigie document zero`: the documents without any animal, and what to do about each (PRO-135 to PRO-140).
struct ZeroBovineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zero", abstract: "Analyse les documents « zéro bovin ».")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions

    func run() async throws {
        try await Failure.report {
            let lines = try await options.perform(ReviewZeroBovine(campaign: campaign.selector), for: campaign)
            if options.json { return try JSONOutput.print(lines.map(Line.init)) }
            for line in lines {
                let from = line.review.eligibleFrom.map { " à partir du \($0.french)" } ?? ""
                print(
                    "\(line.intervention) \(line.holding) \(line.herd) : \(words(line.review.action))\(from) ; "
                        + "bovins \(line.cattle) ; décision possible \(line.review.nonCompletion)")
                let months = line.review.usualMonths.map { CodeWords.month($0) }.joined(separator: ", ")
                if !months.isEmpty { print("  présents d'habitude : \(months)") }
                for note in line.told { print("  \(note)") }
            }
            print("\(lines.count) documents « zéro bovin ».")
        }
    }

    private func words(_ action: ZeroBovineReview.Action) -> String {
        switch action {
        case .closeHerd: "fermer l'atelier et informer l'EDE"
        case .visitInPeriod: "programmer la visite et rééditer"
        case .visitOutsideCampaign: "intervention hors campagne (vigie campaign visit-outside)"
        case .checkOrigins: "vérifier les ateliers d'origine et les bovins introduits"
        case .reviewAtEnd: "revoir en fin de campagne"
        }
    }

    private struct Line: Encodable {
        let intervention: String
        let holding: String
        let herd: String
        let cattle: Int
        let review: ZeroBovineReview.Decision

        init(_ line: ReviewZeroBovine.Line) {
            intervention = line.intervention
            holding = line.holding
            herd = line.herd
            cattle = line.cattle
            review = line.review
        }
    }
}

/// `vigie document movements`: entries and exits of a herd since its document (PRO-147, PRO-228).
struct MovementsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "movements", abstract: "Entrées et sorties d'un atelier depuis l'édition, en CSV.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @Argument(help: "Numéro d'intervention.") var number: String
    @Option(help: "Depuis ce jour (AAAA-MM-JJ) ; par défaut la date de référence de l'édition.") var since: Day?

    func run() async throws {
        try await Failure.report {
            let useCase = ListMovements(campaign: campaign.selector, number: number, since: since)
            let lines = try await options.perform(useCase, for: campaign)
            print("bovin;entree;sortie;sur_le_document")
            for line in lines {
                let leftOn = line.leftOn.map { "\($0)" } ?? ""
                print("\(line.animal);\(line.enteredOn);\(leftOn);\(line.isRequested ? "oui" : "non")")
            }
        }
    }
}

/// `vigie document facts`: the frozen facts of an edition as a line for `vigie rules run sampling-selection`.
struct DocumentFactsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "facts", abstract: "Les données figées d'un document, à rejouer avec « vigie rules run ».")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @Argument(help: "Numéro d'intervention.") var number: String

    func run() async throws {
        try await Failure.report {
            let useCase = ReadDocumentFacts(campaign: campaign.selector, number: number)
            print(try await options.perform(useCase, for: campaign).ruleLine())
        }
    }
}
