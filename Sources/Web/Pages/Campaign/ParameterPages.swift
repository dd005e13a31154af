import Hummingbird
import Kernel
import Prophylaxis
import Register
import UseCases

/// The parameters of a campaign, tolerance rules and laboratories among them: read and changed one by one, criteria of
/// a copied campaign reviewed (PRO-13, PRO-15, PRO-81, PRO-88, PRO-105, PRO-229).
enum ParameterPages {
    static let templates = [ParametersPage.template, ParameterPage.template, ParameterPage.choicesTemplate]

    private static let root = "/campagnes/:department/:year/parametres"

    static let endpoints = [
        Endpoint(.get, root, .may(.campaignRead)) { try await all($0, notices: $0.doneNotices) },
        Endpoint(.post, root + "/revue", .may(.campaignPrepare), review),
        Endpoint(.post, root + "/region", .may(.campaignPrepare), takeRegional),
        Endpoint(.get, root + "/:name", .may(.campaignRead)) { try await one($0, notices: $0.doneNotices) },
        Endpoint(.post, root + "/:name", .may(.campaignPrepare), set),
    ]

    private static func all(
        _ call: Call, notices: [Notice] = [], status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let campaign = try call.campaign()
        let context = try call.useCase(in: campaign.selector.department)
        let view = try await ShowCampaign(selector: campaign.selector).perform(context)
        let mayPrepare = Access.may(.campaignPrepare).allows(context.actor.role)
        let groups = view.groups.map { group in
            ParametersPage.Group(
                title: group.title, id: group.criterion.rawValue,
                lines: group.lines.map { line in
                    ParametersPage.Line(
                        label: line.label, path: campaign.path("parametres/\(line.name)"), value: line.value,
                        origin: line.origin, source: line.source)
                },
                criterion: mayPrepare && view.criteriaToReview.contains(group.criterion)
                    ? group.criterion.rawValue : nil)
        }
        return try call.page(
            ParametersPage(
                campaign: campaign.title, overview: campaign.path(""), notices: notices, isRefused: status != .ok,
                groups: groups, review: campaign.path("parametres/revue"),
                region: Region.code(of: campaign.selector.department).map { "/regions/\($0)" },
                regional: mayPrepare && view.state != "closed" ? campaign.path("parametres/region") : nil),
            .followUp, status: status)
    }

    private static func review(_ call: Call) async throws -> Response {
        let (form, campaign) = (try await call.form(), try call.campaign())
        guard let criterion = SetupCriterion(rawValue: try form.require("critere")) else {
            throw WebFault.formUnreadable
        }
        return try await call.act(
            "reviewed", then: campaign.path("parametres"), again: { try await again(call, $0) },
            {
                _ = try await ReviewCriteria(selector: campaign.selector, criteria: [criterion])
                    .perform(call.useCase(in: campaign.selector.department))
            })
    }

    /// The rules that the region shares, as they stand today (PRO-141).
    private static func takeRegional(_ call: Call) async throws -> Response {
        let (form, campaign) = (try await call.form(), try call.campaign())
        var change = SetParameters(
            selector: campaign.selector, changes: ParameterChanges(), emergency: form.text("urgence"))
        change.takesRegional = true
        let useCase = change
        return try await call.act(
            "parameter", then: campaign.path("parametres"), again: { try await again(call, $0) },
            { _ = try await useCase.perform(call.useCase(in: campaign.selector.department)) })
    }

    private static func again(_ call: Call, _ refused: Refused) async throws -> Response {
        try await all(call, notices: refused.findings.map { Notice($0) }, status: .unprocessableContent)
    }

    private static func one(
        _ call: Call, notices: [Notice] = [], entered: Form? = nil, refused: [Finding] = []
    ) async throws -> Response {
        let (campaign, name) = (try call.campaign(), try call.part("name"))
        let context = try call.useCase(in: campaign.selector.department)
        let view = try await ShowParameter(selector: campaign.selector, name: name).perform(context)
        let laboratories =
            view.entry.format == .laboratories
            ? try await ListLaboratories(department: campaign.selector.department).perform(context) : []
        let page = ParameterPage(
            view, campaign, context.actor.role, ParameterForm(view.entry, laboratories),
            notices: notices + refused.map { Notice($0) }, entered: entered, refused: refused)
        return try call.page(page, .followUp, status: refused.isEmpty ? .ok : .unprocessableContent)
    }

    private static func set(_ call: Call) async throws -> Response {
        let (form, campaign) = (try await call.form(), try call.campaign())
        let name = try call.part("name")
        guard let (entry, nothing) = ParameterCatalogue.entry(named: name), nothing == nil else {
            throw WebFault.notFound
        }
        let reason = form.text("justification")
        let key = entry.isMap ? form.text("cle") ?? "" : nil
        return try await call.act(
            "parameter", then: campaign.path("parametres/\(name)"),
            again: { try await one(call, entered: form, refused: $0.findings) },
            {
                if entry.isMap, key?.isEmpty ?? true {
                    throw Refused(CampaignFinding.keyMissing, ["name": entry.label])
                }
                if !entry.isLocal, reason == nil { throw Refused(CampaignFinding.reasonMissing) }
                let changes = try ParameterChanges(
                    name: key.map { "\(name).\($0)" } ?? name, text: form.text("valeur") ?? "-", justification: reason)
                var change = SetParameters(
                    selector: campaign.selector, changes: changes, emergency: form.text("urgence"))
                change.seen = [name: try form.require("vu")]
                _ = try await change.perform(call.useCase(in: campaign.selector.department))
            })
    }
}
