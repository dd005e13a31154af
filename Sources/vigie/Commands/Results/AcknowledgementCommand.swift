import ArgumentParser
import Exchange
import UseCases

/// `vigie results acknowledgement` (PRO-174): for people a table, for programs JSON.
struct AcknowledgementCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "acknowledgement", abstract: "Donne à nouveau l'accusé de réception d'un import.",
        discussion: "En CSV (docs/formats/acknowledgement.md), ou en JSON avec --json.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "Numéro de l'import.") var importID: Int64
    @Option(help: "Département.") var department: String
    @Option(help: "Fichier à écrire ; sans lui, la sortie standard.") var output: String?

    func run() async throws {
        try await Failure.report {
            let useCase = ReadAcknowledgement(importID, department: department)
            let acknowledgement = try await options.withContext(department: department) {
                try await useCase.perform($0)
            }
            var bytes: [UInt8] = []
            if options.json {
                bytes = try acknowledgement.json()
            } else {
                try acknowledgement.writeCSV { bytes.append(contentsOf: $0) }
            }
            if let output {
                try FileOutput.write(bytes, to: output)
            } else {
                print(String(decoding: bytes, as: UTF8.self), terminator: "")
            }
        }
    }
}
