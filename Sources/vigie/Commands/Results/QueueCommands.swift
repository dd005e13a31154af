import ArgumentParser
import Kernel
import Store
import UseCases

/// `vigie results unattached`: what waits for a place, the non-negative first (decision 4).
struct UnattachedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unattached", abstract: "Liste les résultats sans rattachement.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "Département.") var department: String
    @Flag(name: .customLong("non-negative"), help: "Seulement les non négatifs.") var nonNegativeOnly = false
    @Option(help: "Nombre de lignes.") var limit = 200

    func run() async throws {
        try await Failure.report {
            let (rows, lines) = try await options.withContext(department: department) { context in
                try context.actor.require(.resultAttach, in: department)
                return try await context.database.read { connection in
                    (
                        try connection.openUnattached(
                            department: department, nonNegativeOnly: nonNegativeOnly, limit: limit),
                        try connection.openNonNegativeRefused(department: department, limit: limit)
                    )
                }
            }
            if options.json {
                let items = rows.map(WaitingResult.init) + lines.map(WaitingResult.init)
                print(try CanonicalJSON.string(items))
                return
            }
            for row in rows {
                print("\(row.id)  \(row.kind)  \(row.nonNegative ? "NON NÉGATIF" : "-")  \(row.facts)")
            }
            for line in lines {
                print("import \(line.run), ligne \(line.line)  \(line.part)  NON NÉGATIF ?  \(line.raw)")
            }
            print("\(rows.count) résultat(s) sans rattachement, \(lines.count) ligne(s) refusée(s) à regarder.")
        }
    }
}

/// One entry of the list, for scripts.
struct WaitingResult: Encodable {
    var id: Int64?
    let importID: Int64
    let line: Int
    let kind: String
    let nonNegative: Bool
    let content: String

    init(_ row: UnattachedRow) {
        (id, importID, line, kind) = (row.id, row.run, row.line, row.kind)
        (nonNegative, content) = (row.nonNegative, row.facts)
    }

    init(_ line: RefusedResult) {
        (importID, self.line, kind) = (line.run, line.line, line.part)
        (nonNegative, content) = (line.nonNegative, line.raw)
    }
}

/// `vigie results attach`.
struct AttachCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attach", abstract: "Rattache un résultat en attente à une intervention.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "Numéro du résultat en attente.") var id: Int64
    @Option(help: "Numéro d'intervention (12 chiffres).") var intervention: String
    @Option(help: "Département.") var department: String

    func run() async throws {
        try await Failure.report {
            let useCase = AttachResult(id, to: intervention, department: department)
            let count = try await options.withContext(department: department) { try await useCase.perform($0) }
            print("Résultat rattaché ; \(count) intervention(s) recalculée(s).")
        }
    }
}

/// `vigie results dismiss`.
struct DismissCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dismiss", abstract: "Écarte un résultat en attente ou une ligne refusée, avec un motif.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "Numéro du résultat en attente.") var id: Int64?
    @Option(name: .customLong("import"), help: "Import dont on écarte les lignes refusées.") var run: Int64?
    @Option(help: "Une seule ligne de cet import.") var line: Int?
    @Option(help: "Motif.") var reason: String
    @Option(help: "Département.") var department: String

    func validate() throws {
        if (id == nil) == (self.run == nil) {
            throw ValidationError("Donnez soit le numéro du résultat, soit --import.")
        }
    }

    func run() async throws {
        try await Failure.report {
            let subject: DismissResult.Subject =
                if let id { .unattached(id) } else { .refused(run: self.run ?? 0, line: line) }
            let useCase = DismissResult(subject, department: department, reason: reason)
            let count = try await options.withContext(department: department) { try await useCase.perform($0) }
            print("\(count) ligne(s) écartée(s).")
        }
    }
}
