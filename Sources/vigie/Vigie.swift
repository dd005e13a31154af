import ArgumentParser

@main
struct Vigie: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vigie",
        abstract: "Système d'information sanitaire vétérinaire.",
        version: "0.1.0",
        subcommands: [
<<<<<<< HEAD
            RulesCommand.self, RolesCommand.self, UserCommand.self, DatabaseCommand.self, RegisterCommand.self,
            CampaignCommand.self, DocumentCommand.self, ResultsCommand.self, EvaluationCommand.self,
            ReportCommand.self, NonCompletionCommand.self, RetestCommand.self, ShowCommand.self, DemoCommand.self,
=======
            RulesCommand.self,
            RolesCommand.self,
            UserCommand.self,
            DatabaseCommand.self,
            RegisterCommand.self,
            ShowCommand.self,
            CampaignCommand.self,
            DocumentCommand.self,
            ResultsCommand.self,
            EvaluationCommand.self,
            ReportCommand.self,
            NonCompletionCommand.self,
            RetestCommand.self,
>>>>>>> 392e43691a8a26344813d0d87ab917bdf6b4eb3a
        ])
}
