import ArgumentParser
import Kernel
import Store
import UseCases

/// `vigie demo`: a fictitious department and its campaign, from nothing.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Joue une campagne entière sur un département fictif.",
        discussion: """
            Tout est écrit dans un seul dossier : base de données, fichiers reçus, documents. Les données sont \
            inventées (numéros en 99) et ne dépendent que du département, de l'échelle et de la graine.
            """)

    @Option(help: "Département dont on reprend la taille (nombre d'exploitations et de bovins).")
    var department = "63"
    @Option(help: "Graine : la même donne le même département.")
    var seed: UInt64 = 1
    @Option(help: "Échelle, de 0.001 à 10 : 0.01 pour un centième des exploitations.")
    var scale = 1.0
    @Option(help: "Dossier à écrire ; une démonstration précédente y est remplacée.")
    var output = "demo"
    @Flag(help: "Laisse la campagne en cours, à la mi-mars, avec du travail pour chacun : pour « vigie serve ».")
    var running = false
    @Option(help: "Une autre base, vide, à remplir à la place du fichier SQLite du dossier : postgres://…")
    var database: String?

    func validate() throws {
        guard (0.001...10).contains(scale) else { throw ValidationError("L'échelle va de 0.001 à 10.") }
    }

    func run() async throws {
        do {
            try await Failure.report { try await play() }
        } catch let fault as DemoFault {
            StandardError.write(fault.sentence)
            throw ExitCode.refused
        }
    }

    private func play() async throws {
        guard let census = BovineCensus.of(department) else { throw DemoFault.unknownDepartment(department) }
        let plan = DemoPlan(census, seed: seed, scale: Int((scale * 1000).rounded()), staysOpen: running)
        let folder = DemoFolder(path: output)
        try folder.prepare()
        let url = try database.map { try DatabaseURL($0) } ?? .sqlite(path: folder.database)
        let database = try await Database.open(url, DatabaseOptions(.anyOrNew))
        do {
            _ = try await database.migrate(now: "\(plan.extractedOn)T08:00:00Z")
            let run = try DemoRun(plan, folder, database, address: self.database ?? "sqlite:\(folder.database)")
            try await run.run()
            try await database.close()
            print(running ? DemoReport(run).textWhileRunning : DemoReport(run).text)
        } catch {
            try? await database.close()  // the first error is the one to tell
            throw error
        }
    }
}
