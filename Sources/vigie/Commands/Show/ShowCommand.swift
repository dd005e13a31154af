import ArgumentParser
import UseCases

/// `vigie show`: all there is to know about one subject.
struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Tout ce qui est connu d'un atelier ou d'un bovin, avec son histoire.",
        subcommands: [Herd.self, Animal.self])

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

/// A dossier on standard output: in words and tables, or as one line of JSON.
enum DossierPrinter {
    static func print(_ dossier: Dossier, json: Bool) throws {
        if json {
            Swift.print(try CanonicalJSON.string(dossier))
            return
        }
        Swift.print(dossier.title)
        for fact in dossier.facts { Swift.print("  \(fact.label) : \(fact.value)") }
        for section in dossier.sections {
            Swift.print("\n\(section.title) (\(section.rows.count))")
            for line in lines([section.columns] + section.rows) { Swift.print("  \(line)") }
        }
        Swift.print("")
    }

    /// Columns side by side, as wide as their widest field.
    private static func lines(_ rows: [[String]]) -> [String] {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
        return rows.map { row in
            zip(row, widths).map { field, width in
                field + String(repeating: " ", count: max(0, width - field.count))
            }.joined(separator: "  ")
        }
    }
}
