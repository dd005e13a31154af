import ArgumentParser
import Exchange
import Kernel
import Store
import UseCases

/// `vigie results refused`.
struct RefusedResultsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refused", abstract: "Liste les lignes refusées qui attendent une correction.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "Département.") var department: String
    @Option(help: "Nombre de lignes.") var limit = 200

    func run() async throws {
        try await Failure.report {
            let lines = try await options.withContext(department: department) { context in
                try context.actor.require(.resultsEnter, in: department)
                return try await context.database.read {
                    try $0.openRefusedResults(department: department, limit: limit)
                }
            }
            if options.json {
                print(try CanonicalJSON.string(lines.map(WaitingResult.init)))
                return
            }
            for line in lines {
                print("import \(line.run), ligne \(line.line)  \(line.part)  \(line.raw)")
                for finding in try line.decodedFindings() { print("    " + FindingTexts.text(of: finding).sentence) }
            }
            print("\(lines.count) ligne(s) refusée(s).")
        }
    }
}

/// `vigie results replay`.
struct ReplayResultsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Juge à nouveau les lignes refusées d'un import, telles quelles ou corrigées.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "Numéro de l'import.") var importID: Int64
    @Option(help: "Ligne corrigée ; à répéter avec --with.") var line: [Int] = []
    @Option(name: .customLong("with"), help: "Nouveau texte de la ligne.") var texts: [String] = []
    @Option(
        name: .customLong("animal-line"),
        help: "Ligne corrigée de la table des bovins (tuberculination) ; à répéter avec --animal-with.")
    var animalLine: [Int] = []
    @Option(name: .customLong("animal-with"), help: "Nouveau texte de cette ligne.") var animalTexts: [String] = []
    @Option(help: "Département.") var department: String
    @Option(help: "Une erreur refuse la ligne (line) ou le fichier (file).") var policy: ResultRun.Policy?
    @Option(help: "Profil du fichier lait (TOML).") var profile: String?
    @Flag(help: "Accepte les numéros fictifs (département 99).") var fictitious = false

    func validate() throws {
        if line.count != texts.count { throw ValidationError("Chaque --line demande son --with.") }
        if animalLine.count != animalTexts.count {
            throw ValidationError("Chaque --animal-line demande son --animal-with.")
        }
    }

    func run() async throws {
        try await Failure.report {
            var settings = try MilkResultsCommand.settings(profile: profile)
            settings.policy = policy
            settings.fictitious = fictitious
            let corrections = Dictionary(zip(line, texts)) { _, last in last }
            let animals = Dictionary(zip(animalLine, animalTexts)) { _, last in last }
            let useCase = ReplayResults(
                importID, department: department, corrections: corrections, animalCorrections: animals,
                options: settings)
            let outcome = try await options.withContext(department: department) { try await useCase.perform($0) }
            try ResultReport(outcome).print(asJSON: options.json)
        }
    }
}
