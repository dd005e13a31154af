import Hummingbird
import Kernel
import Prophylaxis
import UseCases

/// Herds that join an executed campaign or leave it, one by one and with the reason (PRO-76, PRO-77, PRO-84 to PRO-87).
struct CampaignHerdsPage: PageModel {
    let title = Catalogue.french.text("campaignHerds", "title")
    let campaign: String
    let overview: String
    let notices: [Notice]
    let isRefused: Bool
    /// What the check-list says of herds without intervention and of interventions on closed herds.
    let checks: [CheckLine]
    let forms: [ActForm]
    let hasForms: Bool
    /// Why there is nothing to do here: the campaign is not executed yet, or closed.
    let locked: String?

    static let path = "/campagnes/:department/:year/ateliers"

    static let endpoints = [
        Endpoint(.get, path, .may(.interventionAdd)) { try await page($0, notices: $0.doneNotices) },
        Endpoint(.post, path, .may(.interventionAdd), add),
        Endpoint(.post, path + "/retrait", .may(.interventionAdd), withdraw),
    ]

    private static func page(
        _ call: Call, notices: [Notice] = [], echo: FormEcho = .none, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let campaign = try call.campaign()
        let context = try call.useCase(in: campaign.selector.department)
        let head = try await ReadCampaign(campaign.selector).perform(context)
        let codes = [SetupFinding.interventionMissing, .transferMissing].map(\.rawValue)
        let checks = try await CheckCampaign(selector: campaign.selector).perform(context)
            .filter { codes.contains($0.finding.code) }
        let forms = head.isRunning ? forms(campaign, call, context, echo) : []
        return try call.page(
            CampaignHerdsPage(
                campaign: campaign.title, overview: campaign.path(""), notices: notices, isRefused: status != .ok,
                checks: checks.map { CheckLine($0, campaign, for: nil) }, forms: forms,
                hasForms: !forms.isEmpty,
                locked: head.isRunning
                    ? nil
                    : Catalogue.french.text("campaignHerds", head.isInPreparation ? "inPreparation" : "closed")),
            .followUp, status: status)
    }

    private static func forms(
        _ campaign: CampaignAddress, _ call: Call, _ context: Context, _ echo: FormEcho
    ) -> [ActForm] {
        let texts = Catalogue.french.areas["campaignHerds"]?.texts ?? [:]
        func word(_ key: String) -> String { texts[key] ?? key }
        let asked = (herd: call.query("atelier") ?? "", from: call.query("de") ?? "")
        let (add, withdraw) = ("ajout", "retrait")
        var adding = ActForm(
            id: add, path: campaign.path("ateliers"), title: word("add"), hint: word("addHint"),
            fields: [
                ActField("atelier", in: add, word("herd"), .line("text"), value: asked.herd).hinted(word("herdHint")),
                ActField("de", in: add, word("from"), .line("text"), value: asked.from).optional
                    .hinted(word("fromHint")),
                ActField("report", in: add, word("circumstances"), .boxes([Choice("1", word("transfer"))])).optional,
                ActField("typologie", in: add, word("typeChange"), .boxes([Choice("1", word("typeChangeYes"))]))
                    .optional,
                ActField("motif", in: add, word("reason"), .text),
            ], button: word("addButton"))
        adding.isOpen = true
        var withdrawing = ActForm(
            id: withdraw, path: campaign.path("ateliers/retrait"), title: word("withdraw"),
            hint: word("withdrawHint"),
            fields: [
                ActField(
                    "intervention", in: withdraw, word("number"), .line("text"), value: call.query("retirer") ?? ""),
                ActField("motif", in: withdraw, word("reason"), .text),
            ], button: word("withdrawButton"))
        withdrawing.isOpen = call.query("retirer") != nil
        let places = [
            CampaignFinding.herdUnknown.rawValue: "atelier", CampaignFinding.alreadyIn.rawValue: "atelier",
            CampaignFinding.herdNotEligible.rawValue: "atelier", CampaignFinding.outbreakLink.rawValue: "atelier",
            CampaignFinding.nothingDue.rawValue: "atelier", CampaignFinding.reasonMissing.rawValue: "motif",
        ]
        return [
            adding.echoing(
                echo, places.merging([CampaignFinding.interventionUnknown.rawValue: "de"]) { own, _ in own }),
            withdrawing.echoing(
                echo,
                [
                    CampaignFinding.interventionUnknown.rawValue: "intervention",
                    CampaignFinding.alreadyWithdrawn.rawValue: "intervention",
                    CampaignFinding.hasResults.rawValue: "intervention",
                    CampaignFinding.reasonMissing.rawValue: "motif",
                ]),
        ]
    }

    private static func run(
        _ call: Call, _ body: (Form, CampaignSelector, Context) async throws -> Response
    ) async throws -> Response {
        let (form, campaign) = (try await call.form(), try call.campaign())
        do {
            return try await body(form, campaign.selector, call.useCase(in: campaign.selector.department))
        } catch let refused as Refused {
            guard Refusal.staysOnPage(refused.findings) else { throw refused }
            return try await page(
                call, notices: refused.findings.map { Notice($0) },
                echo: FormEcho(form: form, findings: refused.findings), status: .unprocessableContent)
        }
    }

    /// The new intervention's page is the next, unless there is something to say of the herd.
    private static func add(_ call: Call) async throws -> Response {
        try await run(call) { form, campaign, context in
            let text = try form.neededField("atelier", Catalogue.french.text("campaignHerds", "herd"))
            let herd = try await FindHerd(text).run(context)
            var adding = AddHerd(
                selector: campaign, herd: HerdReference(holding: herd.holding, herd: herd.code),
                reason: form.text("motif") ?? "")
            adding.isTypeChange = form.value("typologie") != nil
            adding.source = form.text("de")?.filter { !$0.isWhitespace }
            adding.isTransfer = form.value("report") != nil
            if adding.isTransfer {
                // What is withdrawn is named.
                _ = try form.neededField("de", Catalogue.french.text("campaignHerds", "from"))
            }
            let outcome = try await adding.perform(context)
            let path = "/interventions/\(outcome.intervention.number)"
            guard outcome.findings.isEmpty else {
                let done = Notice(.done, Catalogue.french.text("done", "herdAdded"))
                return try await page(call, notices: [done] + outcome.findings.map { Notice($0) })
            }
            return call.seeOther("\(path)?fait=herdAdded")
        }
    }

    private static func withdraw(_ call: Call) async throws -> Response {
        try await run(call) { form, campaign, context in
            let number = try form.neededField("intervention", Catalogue.french.text("campaignHerds", "number"))
            let row = try await WithdrawHerd(
                selector: campaign, number: number.filter { !$0.isWhitespace }, reason: form.text("motif") ?? ""
            ).perform(context)
            return call.seeOther("/interventions/\(row.number)?fait=herdWithdrawn")
        }
    }

    static let template = Template(
        "campaign-herds",
        #"""
        {{<layout}}{{$main}}
        <p class="hint"><a href="{{page.overview}}">{{page.campaign}}</a></p>
        <h1>{{title}}</h1>
        {{>notices}}
        {{#page.locked}}<p class="notice">{{.}}</p>{{/page.locked}}
        {{#page.checks}}{{>check}}{{/page.checks}}
        {{#page.hasForms}}<div class="acts">{{#page.forms}}{{>act-form}}{{/page.forms}}</div>{{/page.hasForms}}
        {{/main}}{{/layout}}
        """#)
}
