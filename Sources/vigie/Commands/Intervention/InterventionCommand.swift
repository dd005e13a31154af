import ArgumentParser
import Kernel
import Prophylaxis
import UseCases

/// `vigie intervention`: what is noted and decided about one intervention.
struct InterventionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "intervention", abstract: "Notes, appels et refus d'une intervention ; passage du lait au sang.",
        subcommands: [Note.self, Notes.self, MatrixChange.self])

    struct Note: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "note", abstract: "Note, appel ou refus ; un refus informe l'autorité.")

        @OptionGroup var options: GlobalOptions
        @OptionGroup var campaign: CampaignOptions
        @Argument(help: "Numéro de l'intervention.") var intervention: String
        @Argument(help: "Texte.") var text: String
        @Option(help: "note, call (appel) ou refusal (refus d'éleveur ou de vétérinaire).") var kind = NoteKind.note

        func run() async throws {
            try await Failure.report {
                try await options.perform(
                    AddNote(campaign: campaign.selector, intervention: intervention, kind: kind, text: text),
                    for: campaign)
                let told = kind == .refusal ? " L'autorité en est informée." : ""
                print("Enregistré pour \(intervention).\(told)")
            }
        }
    }

    struct Notes: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "notes", abstract: "Tout ce qui a été noté.")

        @OptionGroup var options: GlobalOptions
        @OptionGroup var campaign: CampaignOptions
        @Argument(help: "Numéro de l'intervention.") var intervention: String
        @Option(help: "Fichier CSV à écrire ; sans lui, la sortie.") var output: String?

        func run() async throws {
            try await Failure.report {
                let table = try await options.perform(
                    ListNotes(campaign: campaign.selector, intervention: intervention), for: campaign)
                try TableOutput.write(table, asJSON: options.json, to: output)
            }
        }
    }

    struct MatrixChange: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "matrix", abstract: "Passe un plan du lait au sang ; la dérogation prend fin (autorité).")

        @OptionGroup var options: GlobalOptions
        @OptionGroup var campaign: CampaignOptions
        @Argument(help: "Numéro de l'intervention.") var intervention: String
        @Option(help: "Maladie : BRU ou LEU.") var disease: Disease
        @Flag(help: "Du lait au sang, le seul passage possible.") var blood = false
        @Option(help: "Motif.") var reason: String

        func validate() throws {
            guard blood else { throw ValidationError("Dites --blood.") }
        }

        func run() async throws {
            try await Failure.report {
                let outcome = try await options.perform(
                    PassToBlood(
                        campaign: campaign.selector, intervention: intervention, disease: disease, reason: reason),
                    for: campaign)
                let laboratory = outcome.laboratory ?? "à affecter"
                print("\(intervention), \(disease.rawValue) : sur sang, laboratoire \(laboratory).")
                print("Dérogations levées : \(outcome.exemptions).")
            }
        }
    }
}

extension NoteKind: ExpressibleByArgument {}
