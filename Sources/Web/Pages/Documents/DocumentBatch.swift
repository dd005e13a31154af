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

        /// - Parameter sent: the way that was typed when the form was refused.
        init(_ deed: Deed, sent: String? = nil) {
            let texts = Catalogue.french
            name = deed.rawValue
            title = texts.text("documents", "act-\(deed.rawValue)")
            hint = texts.text("documents", "hint-\(deed.rawValue)")
            validates = deed == .edit
            channel = deed == .send ? sent ?? texts.text("documents", "mail") : nil
        }

        static func all(at stage: DocumentStage, entered: Form?) -> [Act] {
            switch stage {
            case .none: [Act(.edit)]
            case .draft: [Act(.validate)]
            case .unprinted: [Act(.print)]
            case .unsent: [Act(.send, sent: entered?.value("voie"))]
            case .all, .sent: []
            }
        }
    }

    static func answer(_ call: Call) async throws -> Response {
        let (form, campaign) = (try await call.form(), try call.campaign())
        let context = try call.useCase(in: campaign.selector.department)
        guard let deed = Deed(rawValue: try form.require("acte")) else { throw WebFault.formUnreadable }
        let (selector, query) = (campaign.selector, try DocumentQuery(call))
        let isWhole = form.value("toutes") != nil
        // All of a stage may be thousands, which nobody needs by number; of a filtered list only those are meant.
        let isAny = isWhole && !query.filter.isNarrowed && deed != .send
        let numbers =
            isWhole && !isAny ? try await ListDocuments.numbers(selector, query.filter, context) : form.values("choix")
        guard isAny || !numbers.isEmpty else {
            return try await again(call, form, [Finding(FollowUpFinding.nothingSelected, .refused)])
        }
        let filter = isAny ? DocumentFilter() : DocumentFilter(numbers: numbers)
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
                if outcome.isRefused { return try await again(call, form, outcome.findings) }
            case .send:
                let channel = try form.neededField("voie", Catalogue.french.text("documents", "channel"))
                _ = try await RecordDispatch(
                    campaign: selector, target: .interventions(numbers),
                    event: .sent(on: context.today, channel: channel)
                ).perform(context)
            }
        } catch let refused as Refused where Refusal.staysOnPage(refused.findings) {
            return try await again(call, form, refused.findings)
        }
        return call.seeOther(campaign.path("documents", "\(query.text())&fait=documents-\(deed.rawValue)"))
    }

    private static func queued(
        _ work: some JobWork, _ campaign: CampaignAddress, _ call: Call, _ context: Context
    ) async throws -> Response {
        call.seeOther("/travaux/\(try await QueueJob(work, title: campaign.title).perform(context))")
    }

    private static func again(_ call: Call, _ form: Form, _ findings: [Finding]) async throws -> Response {
        try await DocumentPages.list(call, findings.map { Notice($0) }, entered: form)
    }
}
