import ArgumentParser

/// `vigie register`: holdings, herds, animals, and the people around them.
struct RegisterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register", abstract: "Le registre : exploitations, ateliers, bovins.",
        subcommands: [
            ImportCommand.self, ImportsCommand.self, RefusedCommand.self, ReplayCommand.self, CandidatesCommand.self,
            ReviewRegisterCommand.self, CompareCommand.self, ProducersCommand.self, CloseHerdCommand.self,
            SetAuthorisationCommand.self, SetProductionTypeCommand.self, SettingCommand.self,
        ])
}
