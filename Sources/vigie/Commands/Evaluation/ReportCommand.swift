import ArgumentParser
import Kernel
import Prophylaxis
import UseCases

/// `vigie report`: inspection reports and what follows from them.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Les rapports d'inspection.",
        subcommands: [IssueCommand.self, InvalidateCommand.self, FollowUpRecordCommand.self])
}

/// `vigie report issue`
struct IssueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue", abstract: "Génère les rapports d'inspection.",
        discussion: "Sans numéro : toutes les interventions dont les évaluations sont définitives.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @Argument(help: "Numéros des interventions.") var interventions: [String] = []
    @Option(help: "Commentaire, le même pour tout le lot.") var comment: String?
    @Option(help: "Date de réalisation, quand seul le lait est revenu.") var completedOn: Day?
    @Flag(help: "Montre les rapports qui seraient établis, sans rien émettre.") var check = false

    func run() async throws {
        try await Failure.report {
            if check {
                let preview = PreviewReports(
                    campaign: campaign.selector, interventions: interventions.isEmpty ? nil : interventions,
                    completedOn: completedOn)
                let table = try await options.perform(preview, for: campaign)
                return try TableOutput.write(table, asJSON: options.json, to: nil)
            }
            let useCase = IssueReports(
                campaign: campaign.selector, interventions: interventions.isEmpty ? nil : interventions,
                comment: comment, completedOn: completedOn)
            let outcome = try await options.perform(useCase, for: campaign)
            let counts = ReportValue.allCases.map { "\($0.rawValue) \(outcome.issued[$0] ?? 0)" }
            print("Rapports établis : \(counts.joined(separator: ", ")). Sans rapport : \(outcome.refused).")
            guard !interventions.isEmpty, outcome.refused > 0 else { return }
            FindingPrinter.print(outcome.refusals)
            throw ExitCode.refused
        }
    }
}

/// `vigie report follow-up`
struct FollowUpRecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow-up", abstract: "Consigne les suites données par le délégant à un rapport B ou C.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @Argument(help: "Numéro du rapport.") var report: String
    @Option(help: "ABS_SUITE, AVERT, MED, SUSP, RETRAIT ou PV.") var code: FollowUpCode
    @Option(help: "Commentaire.") var comment: String?

    func run() async throws {
        try await Failure.report {
            try await options.perform(
                RecordFollowUp(campaign: campaign.selector, report: report, code: code, comment: comment),
                for: campaign)
            print("Suites consignées : \(code.rawValue).")
        }
    }
}

extension FollowUpCode: ExpressibleByArgument {}
