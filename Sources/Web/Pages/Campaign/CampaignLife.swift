import Hummingbird
import Kernel
import Register
import UseCases

/// The next step of a campaign in preparation, for who may take it: validated, then executed (PRO-98, PRO-106).
struct CampaignLife: Sendable {
    /// Where the button goes; nil for who may not, and once the campaign is followed.
    let path: String?
    let title: String
    let hint: String
    let stamp: String

    init(_ campaign: CampaignAddress, _ head: ReadCampaign.Outcome, _ role: Role) {
        let isDraft = head.state == "draft"
        let step = isDraft ? "validation" : "execution"
        let intention = isDraft ? Intention.campaignValidate : .campaignExecute
        path = head.isInPreparation && Access.may(intention).allows(role) ? campaign.path(step) : nil
        title = Catalogue.french.text("campaignLife", step)
        hint = Catalogue.french.text("campaignLife", "\(step)Hint")
        stamp = head.stamp
    }

    static let template = Template(
        "campaign-life",
        #"""
        {{#page.life.path}}<section class="card"><h2>{{page.life.title}}</h2><p class="hint">{{page.life.hint}}</p>
        <form method="post" action="{{.}}"><input type="hidden" name="_form" value="{{form}}">
        <input type="hidden" name="etat" value="{{page.life.stamp}}">
        <p><button class="primary">{{page.life.title}}</button></p></form></section>{{/page.life.path}}
        """#)

    static let endpoints = [
        Endpoint(.post, "/campagnes/:department/:year/validation", .may(.campaignValidate), validate),
        Endpoint(.post, "/campagnes/:department/:year/execution", .may(.campaignExecute), execute),
    ]

    private static func validate(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let campaign = try call.campaign()
        let context = try call.useCase(in: campaign.selector.department)
        return try await call.act(
            "campaignValidated", then: campaign.path(""), again: { try await refused(call, $0) },
            {
                _ = try await ValidateCampaign(selector: campaign.selector, seen: try form.require("etat"))
                    .perform(context)
            })
    }

    /// A job, whose page shows its progress.
    private static func execute(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let campaign = try call.campaign()
        do {
            let job = try await QueueExecution(
                selector: campaign.selector, title: campaign.title, seen: try form.require("etat")
            ).perform(call.useCase(in: campaign.selector.department))
            return call.seeOther("/travaux/\(job)")
        } catch let refused as Refused {
            guard Refusal.staysOnPage(refused.findings) else { throw refused }
            return try await self.refused(call, refused)
        }
    }

    private static func refused(_ call: Call, _ refused: Refused) async throws -> Response {
        try await CampaignPage.answer(
            call, notices: refused.findings.map { Notice($0) }, status: .unprocessableContent)
    }
}
