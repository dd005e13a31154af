import ArgumentParser
import CAllocator

@main
struct Vigie: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vigie",
        abstract: "Système d'information sanitaire vétérinaire.",
        version: "0.1.0",
        subcommands: [
            RulesCommand.self,
            RolesCommand.self,
            UserCommand.self,
            DatabaseCommand.self,
            RegisterCommand.self,
            HerdCommand.self,
            LaboratoriesCommand.self,
            ShowCommand.self,
            CampaignCommand.self,
            DocumentCommand.self,
            ResultsCommand.self,
            EvaluationCommand.self,
            ReportCommand.self,
            NonCompletionCommand.self,
            RetestCommand.self,
            DemoCommand.self,
            FollowUpCommand.self,
            WorkListCommand.self,
            LetterCommand.self,
            SerumCommand.self,
            InterventionCommand.self,
            AuditCommand.self,
            KeysCommand.self,
            ServeCommand.self,
            WorkerCommand.self,
            JobsCommand.self,
            MailCommand.self,
            WebhookCommand.self,
        ])

    static func main() async {
        allocate_thriftily()
        await main(nil)
    }
}
