import ArgumentParser
import Store
import UseCases

/// `vigie results dysfunction`: what goes wrong with results and reports (PRO-216, PRO-218).
struct DysfunctionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dysfunction", abstract: "Les dysfonctionnements : ceux que les fichiers montrent, et les autres.",
        subcommands: [Show.self, Add.self], defaultSubcommand: Show.self)

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "Liste ceux de la campagne.")

        @OptionGroup var options: GlobalOptions
        @OptionGroup var campaign: CampaignOptions
        @Option(help: "Une seule sorte.") var kind: DysfunctionKind?

        func run() async throws {
            try await Failure.report {
                let rows = try await options.perform(
                    ListDysfunctions(in: campaign.selector, kind: kind), for: campaign)
                if options.json { return try JSONOutput.print(rows) }
                for row in rows {
                    let title = DysfunctionWords.word(row.kind)
                    print(
                        "\(row.notedOn)  \(row.kind)  \(row.intervention ?? "-")  \(row.concerned ?? "-")"
                            + "  \(title)  \(row.facts)")
                }
                print("\(rows.count) dysfonctionnement(s).")
            }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Note un dysfonctionnement.",
            discussion: DysfunctionKind.allCases.map { "\($0.rawValue) : \($0.title)" }.joined(separator: "\n"))

        @OptionGroup var options: GlobalOptions
        @OptionGroup var campaign: CampaignOptions
        @Argument(help: "Sorte.") var kind: DysfunctionKind
        @Option(help: "Numéro d'intervention ; demandé pour ABSRAP, RAPNONCONF et NUMBOVNONNEG.")
        var intervention: String?
        @Option(help: "Qui : code d'un laboratoire, numéro ordinal d'un vétérinaire.") var concerned: String?
        @Option(help: "Ce qui s'est passé.") var note: String

        func run() async throws {
            try await Failure.report {
                try await options.perform(
                    RecordDysfunction(
                        kind, in: campaign.selector, intervention: intervention, concerned: concerned, note: note),
                    for: campaign)
                print("Noté : \(kind.title).")
            }
        }
    }
}

extension DysfunctionKind: ExpressibleByArgument {}
