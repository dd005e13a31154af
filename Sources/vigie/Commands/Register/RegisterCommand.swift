import ArgumentParser

/// `vigie register`: holdings, herds, animals, and the people around them.
struct RegisterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register", abstract: "Le registre : exploitations, ateliers, bovins.",
        subcommands: [
            RegisterImportCommand.self, RegisterHistoryCommand.self, RegisterImportsCommand.self,
            RegisterRefusedCommand.self,
            RegisterReplayCommand.self, CandidatesCommand.self,
            ReviewRegisterCommand.self, CompareRegisterCommand.self, ProducersCommand.self, VerifySettingsCommand.self,
            SetAuthorisationCommand.self, SetProductionTypeCommand.self, SettingCommand.self,
        ])
}
