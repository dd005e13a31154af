import ArgumentParser
import Kernel
import UseCases

/// `vigie rules`: the rule book as a command (contract `vigie rules`).
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Le recueil des règles : les lister, les expliquer, les appliquer à des lignes JSON.",
        subcommands: [List.self, Explain.self, Run.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Liste les règles : nom, résumé, source.")

        func run() {
            for entry in RuleBook.entries {
                let source = entry.sources.first.map { "\($0.text), \($0.place)" } ?? ""
                print("\(entry.name)\t\(entry.text.summary)\t\(source)")
            }
        }
    }

    struct Explain: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "explain", abstract: "Explique une règle : texte, paramètres, source.")

        @Argument(help: "Nom de la règle.")
        var name: String

        func run() throws {
            let entry = try RulesCommand.entry(named: name)
            let text = entry.text
            print("\(entry.name) (version \(entry.version))\n\(text.summary)\n\nRègle")
            for (index, clause) in text.clauses.enumerated() { print("  \(index + 1). \(clause)") }
            print("\nParamètres")
            if entry.parameters.isEmpty { print("  aucun") }
            for (name, value) in entry.parameters {
                print("  \(name) = \(value)  \(text.parameters[name] ?? "")")
            }
            for field in entry.codes {
                print("\nCodes de « \(field.field) »")
                for code in field.codes { print("  \(code)  \(text.codes[code] ?? "")") }
            }
            print("\nSource")
            for source in entry.sources {
                let requirement = source.requirement.map { " (\($0))" } ?? ""
                print("  \(source.text), \(source.place)\(requirement)")
            }
        }
    }

    struct Run: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "run",
            abstract: "Applique une règle : un objet JSON par ligne en entrée, un par ligne en sortie.",
            discussion: "Le code de sortie est 1 si une ligne au moins a été refusée.")

        @Argument(help: "Nom de la règle.")
        var name: String

        func run() throws {
            let entry = try RulesCommand.entry(named: name)
            var input = StandardInputLines()
            var output = StandardOutput()
            var refused = false
            while let line = input.next(beforeWaiting: { output.flush() }) {
                let answer = entry.answer(line)
                output.write(line: answer.line)
                refused = refused || answer.erred
            }
            output.flush()
            if refused { throw ExitCode.refused }
        }
    }

    private static func entry(named name: String) throws -> RuleEntry {
        guard let entry = RuleBook.entry(named: name) else {
            throw ValidationError("La règle « \(name) » n'existe pas ; « vigie rules list » donne la liste.")
        }
        return entry
    }
}
