import ArgumentParser
import Kernel
import Prophylaxis
import Store
import UseCases

/// `vigie campaign`: a prophylaxis campaign from its set-up to its lists.
struct CampaignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "campaign",
        abstract: "Les campagnes de prophylaxie : paramétrage, contrôle, exécution, listes.",
        discussion: """
            L'ordre : create, review (copie), check, validate, execute ; puis add, withdraw, visit-outside, \
            laboratory, lists.
            """,
        subcommands: [
            ListCampaignsCommand.self, ShowCampaignCommand.self, CreateCampaignCommand.self,
            SetParameterCommand.self, ReviewCommand.self, ConventionCommand.self, RegionalCommand.self,
            CheckCommand.self,
            ValidateCommand.self, ExecuteCommand.self, AddHerdCommand.self, WithdrawCommand.self,
            OutsideVisitCommand.self, AssignLaboratoryCommand.self, ListsCommand.self, RecomputeCommand.self,
            ClosingCommand.self, CloseCommand.self,
            BalanceCommand.self, TextsCommand.self,
        ])
}

/// Which campaign a command is about.
struct CampaignOptions: ParsableArguments {
    @Option(help: "Département.")
    var department: String
    @Option(help: "Année de prophylaxie, celle de la fin de campagne (sans elle : la dernière).")
    var year: Int?
    @Option(help: "Libellé court de la campagne.")
    var name = CampaignSelector.nationalName

    var selector: CampaignSelector { CampaignSelector(department: department, year: year, name: name) }
}

extension GlobalOptions {
    /// Runs one use case on a campaign.
    func perform<U: UseCase>(_ useCase: U, for campaign: CampaignOptions) async throws -> U.Outcome {
        try await withContext(department: campaign.department) { try await useCase.perform($0) }
    }
}

extension SetupCriterion: ExpressibleByArgument {}
extension CampaignListKind: ExpressibleByArgument {}
extension Disease: ExpressibleByArgument {}
extension CheckStep: ExpressibleByArgument {}

extension HerdReference: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
