import Hummingbird
import Kernel
import Register
import UseCases

/// Opening a campaign: of which department and year, from the national values or from last year's (3.4, 3.6).
struct NewCampaignPage: PageModel {
    static let path = "/ouvrir-campagne"

    let title = Catalogue.french.text("campaignLife", "new")
    let path = NewCampaignPage.path
    let notices: [Notice]
    let isRefused: Bool
    let departments: [Choice]
    let year: String
    let name: String
    let copies: Bool
    let yearFault: String?
    let nameFault: String?
    let copyFault: String?

    static let endpoints = [
        Endpoint(.get, path, .may(.campaignPrepare)) { try await page($0) },
        Endpoint(.post, path, .may(.campaignPrepare), create),
    ]

    private static func page(
        _ call: Call, entered: Form? = nil, refused: [Finding] = [], status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let departments = try await departments(call)
        let context = try call.useCase(in: departments.first)
        func fault(_ codes: CampaignFinding...) -> String? {
            refused.first { finding in codes.contains { $0.rawValue == finding.code } }
                .map { FindingTexts.text(of: $0).sentence }
        }
        // From August on, the campaign that is prepared ends in the next year.
        let next = context.today.month >= 8 ? context.today.year + 1 : context.today.year
        return try call.page(
            NewCampaignPage(
                notices: refused.map { Notice($0) }, isRefused: status != .ok,
                departments: departments.map { Choice($0, $0, isChosen: entered?.value("departement") == $0) },
                year: entered?.value("annee") ?? String(next),
                name: entered?.value("libelle") ?? CampaignSelector.nationalName,
                copies: entered == nil || entered?.value("copie") != nil,
                yearFault: fault(.campaignExists, .datesImpossible), nameFault: fault(.notInConvention),
                copyFault: fault(.noFormerCampaign)),
            .followUp, status: status)
    }

    /// Where one prepares campaigns.
    private static func departments(_ call: Call) async throws -> [String] {
        if case .departments(let codes) = try call.visit.actor.scope { return codes.sorted() }
        return Set(try await ListCampaigns().perform(call.useCase()).map(\.department)).sorted()
    }

    private static func create(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let department = try form.require("departement")
        guard let year = Int(try form.require("annee")), (2000...2100).contains(year) else {
            throw WebFault.formUnreadable
        }
        let name = form.text("libelle") ?? CampaignSelector.nationalName
        let address = CampaignAddress(department, year, name)
        let useCase = CreateCampaign(
            selector: address.selector, year: year, copiesLast: form.value("copie") != nil,
            changes: ParameterChanges())
        return try await call.act(
            "campaignOpened", then: address.path(""),
            again: { refused in
                try await page(call, entered: form, refused: refused.findings, status: .unprocessableContent)
            }, { _ = try await useCase.perform(call.useCase(in: department)) })
    }

    static let template = Template(
        "new-campaign",
        #"""
        {{<layout}}{{$main}}
        <p class="hint"><a href="/campagnes">{{t.campaign.all}}</a></p>
        <h1>{{title}}</h1>
        {{>notices}}
        <p class="hint">{{t.campaignLife.newHint}}</p>
        <form method="post" action="{{page.path}}" class="card"><input type="hidden" name="_form" value="{{form}}">
        <p><label for="departement">{{t.campaignLife.department}}</label><select id="departement" name="departement">
        {{#page.departments}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>
        {{/page.departments}}</select></p>
        <p><label for="annee">{{t.campaignLife.year}}</label><input id="annee" name="annee" inputmode="numeric"
        pattern="20[0-9][0-9]" maxlength="4" value="{{page.year}}" required{{#page.yearFault}} aria-invalid="true"
        aria-describedby="annee-faute"{{/page.yearFault}}>
        {{#page.yearFault}}<span class="hint" id="annee-faute">{{.}}</span>{{/page.yearFault}}</p>
        <p><label for="libelle">{{t.campaignLife.name}}</label><input id="libelle" name="libelle" maxlength="20"
        value="{{page.name}}" required{{#page.nameFault}} aria-invalid="true"
        aria-describedby="libelle-faute"{{/page.nameFault}}>
        {{#page.nameFault}}<span class="hint" id="libelle-faute">{{.}}</span>{{/page.nameFault}}</p>
        <p class="checks"><label><input type="checkbox" name="copie" value="1"{{#page.copies}} checked{{/page.copies}}
        {{#page.copyFault}}aria-invalid="true" aria-describedby="copie-faute"{{/page.copyFault}}>
        {{t.campaignLife.copy}}</label>
        {{#page.copyFault}}<span class="hint" id="copie-faute">{{.}}</span>{{/page.copyFault}}</p>
        <p><button class="primary">{{t.campaignLife.open}}</button></p></form>
        {{/main}}{{/layout}}
        """#)
}
