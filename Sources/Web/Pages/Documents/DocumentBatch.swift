import Hummingbird
import Kernel
import UseCases

/// What is done with sampling documents from their list, stage by stage: edited, validated, printed, sent (PRO-124,
/// PRO-125, PRO-151, PRO-154). What takes long is a job.
enum DocumentBatch {
    enum Deed: String {
        case edit, validate, print, send
    }

    /// A button below the list.
    struct Act: Sendable {
        let name: String
        let title: String
        let hint: String
        /// May validate in the same step.
        let validates: Bool
        /// How it is sent; nil for other acts.
        let channel: String?

        init(_ deed: Deed) {
            let texts = Catalogue.french
            name = deed.rawValue
            title = texts.text("documents", "act-\(deed.rawValue)")
            hint = texts.text("documents", "hint-\(deed.rawValue)")
            validates = deed == .edit
            channel = deed == .send ? texts.text("documents", "mail") : nil
        }

        static func all(at stage: DocumentStage) -> [Act] {
            switch stage {
            case .none: [Act(.edit)]
            case .draft: [Act(.validate)]
            case .unprinted: [Act(.print)]
            case .unsent: [Act(.send)]
            case .all, .sent: []
            }
        }
    }

    static func answer(_ call: Call) async throws -> Response {
        let (form, campaign) = (try await call.form(), try call.campaign())
        let context = try call.useCase(in: campaign.selector.department)
        guard let deed = Deed(rawValue: try form.require("acte")) else { throw WebFault.formUnreadable }
        let isWhole = form.value("toutes") != nil
        let numbers = form.values("choix")
        guard isWhole || !numbers.isEmpty else {
            return try await again(call, [Finding(FollowUpFinding.nothingSelected, .refused)])
        }
        let filter = isWhole ? DocumentFilter() : DocumentFilter(numbers: numbers)
        let selector = campaign.selector
        do {
            switch deed {
            case .edit:
                let work = DocumentEditionWork(
                    campaign: selector, filter: filter, validates: form.value("valider") != nil)
                return try await queued(work, campaign, call, context)
            case .print:
                var work = PrintingWork(campaign: selector, filter: filter, copy: .labels, grouping: .vet)
                work.onlyUnprinted = true
                return try await queued(work, campaign, call, context)
            case .validate:
                let outcome = try await ValidateDocuments(campaign: selector, filter: filter).perform(context)
                if outcome.isRefused { return try await again(call, outcome.findings) }
            case .send:
                let all = isWhole ? try await unsent(selector, context) : numbers
                _ = try await RecordDispatch(
                    campaign: selector, target: .interventions(all),
                    event: .sent(on: context.today, channel: form.text("voie") ?? "")
                ).perform(context)
            }
        } catch let refused as Refused where Refusal.staysOnPage(refused.findings) {
            return try await again(call, refused.findings)
        }
        let stage = call.query("etat")?.formEncoded ?? "all"
        return call.seeOther(campaign.path("documents", "etat=\(stage)&fait=documents-\(deed.rawValue)"))
    }

    private static func queued(
        _ work: some JobWork, _ campaign: CampaignAddress, _ call: Call, _ context: Context
    ) async throws -> Response {
        call.seeOther("/travaux/\(try await QueueJob(work, title: campaign.title).perform(context))")
    }

    private static func again(_ call: Call, _ findings: [Finding]) async throws -> Response {
        try await DocumentPages.list(call, findings.map { Notice($0) })
    }

    /// All that wait to be sent, page by page.
    private static func unsent(_ campaign: CampaignSelector, _ context: Context) async throws -> [String] {
        var (numbers, next): ([String], String?) = ([], nil)
        repeat {
            let page = try await ListDocuments(campaign: campaign, .unsent, after: next).perform(context)
            numbers += page.lines.map(\.number)
            next = page.next
        } while next != nil
        return numbers
    }
}
