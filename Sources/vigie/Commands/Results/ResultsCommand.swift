import ArgumentParser

/// `vigie results`: what laboratories and veterinarians send back (step 9).
struct ResultsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "results", abstract: "Réception des résultats : lait, sang, tuberculination.",
        subcommands: [
            MilkResultsCommand.self, BloodResultsCommand.self, TuberculinCommand.self, UnattachedCommand.self,
            AttachCommand.self, DismissCommand.self, RefusedResultsCommand.self, ReplayResultsCommand.self,
            DecideCommand.self, EnterCommand.self, MissingCommand.self, LateCommand.self,
            ExtractCommand.self,
            AcknowledgementCommand.self, PolicyCommand.self, DysfunctionCommand.self,
        ])
}
