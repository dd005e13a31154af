import ArgumentParser
import UseCases

/// `vigie show`: all there is to know about one subject.
struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Tout ce qui est connu d'un atelier, d'un bovin ou d'une intervention, avec son histoire.",
        subcommands: [Herd.self, Animal.self, Intervention.self])

    struct Herd: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "herd", abstract: "Un atelier.")

        @OptionGroup var options: GlobalOptions
        @Argument(help: "EDE, ou EDE/CODE ; espaces admis.") var herd: [String]

        func run() async throws {
            try await Failure.report {
                let dossiers = try await options.withContext { context in
                    let herds = try await FindHerd(herd.joined()).all(context)
                    guard !herds.isEmpty else {
                        throw Refused(RegisterEditFinding.herdUnknown, ["value": herd.joined(separator: " ")])
                    }
                    var dossiers: [Dossier] = []
                    for found in herds { dossiers.append(try await ShowHerd(found).perform(context)) }
                    return dossiers
                }
                for dossier in dossiers { try DossierPrinter.print(dossier, json: options.json) }
            }
        }
    }

    struct Animal: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "animal", abstract: "Un bovin.")

        @OptionGroup var options: GlobalOptions
        @Argument(help: "Numéro national ; espaces et minuscules admis.") var number: [String]

        func run() async throws {
            try await Failure.report {
                let dossier = try await options.withContext { context in
                    try await ShowAnimal(try await FindAnimal(number.joined()).run(context)).perform(context)
                }
                try DossierPrinter.print(dossier, json: options.json)
            }
        }
    }
}
