import ArgumentParser
import UseCases

/// `vigie report invalidate`
struct InvalidateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invalidate", abstract: "Invalide un rapport ; sa version reste lisible.",
        discussion: """
            --draft montre le projet d'invalidation des rapports qu'un résultat postérieur contredit, sans rien changer.
            --from-draft invalide le rapport avec le motif de ce projet. Les alertes sur le rapport sont closes.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var campaign: CampaignOptions
    @Argument(help: "Numéro du rapport ; sans lui, --draft les montre tous.") var report: String?
    @Option(help: "Motif.") var reason: String?
    @Flag(help: "Montre le projet d'invalidation.") var draft = false
    @Flag(name: .customLong("from-draft"), help: "Reprend le motif du projet.") var fromDraft = false

    func validate() throws {
        if draft { return }
        guard report != nil, (reason != nil) != fromDraft else {
            throw ValidationError("Donnez le numéro du rapport, et --reason ou --from-draft.")
        }
    }

    func run() async throws {
        try await Failure.report {
            if draft { return try await showDrafts() }
            let number = report ?? ""
            try await options.perform(
                InvalidateReport(campaign: campaign.selector, report: number, reason: reason), for: campaign)
            print("Rapport \(number) invalidé.")
        }
    }

    private func showDrafts() async throws {
        let drafts = try await options.perform(
            DraftInvalidations(campaign: campaign.selector, report: report), for: campaign)
        if options.json { return try JSONOutput.print(drafts) }
        for draft in drafts {
            let values = draft.evaluations.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            print(
                "\(draft.report), version \(draft.version), valeur \(draft.value) (\(values.joined(separator: ", ")))")
            print("    motif proposé : \(draft.reason)")
            print("    vigie report invalidate \(draft.report) --from-draft, ou --reason MOTIF")
        }
        print("\(drafts.count) rapport(s) contredit(s).")
    }
}
