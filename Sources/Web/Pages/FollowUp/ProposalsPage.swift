import Hummingbird
import Kernel
import Prophylaxis
import UseCases

/// Taking over the final proposals of a campaign: how many of each, what is left out and why, then one confirmation
/// (AMB-14); and computing the statuses anew (PRO-222).
struct ProposalsPage: PageModel {
    struct Line: Sendable {
        let value: String
        let title: String
        /// One a disease.
        let cells: [Int]
        let total: Int
        let isChosen: Bool
    }

    let title = Catalogue.french.text("proposals", "title")
    let campaign: String
    let followUp: String
    let path: String
    let notices: [Notice]
    let isRefused: Bool
    let diseases: [String]
    let lines: [Line]
    let hasLines: Bool
    let left: [String]
    let byHand: [Notice]
    let byHandMore: String?

    static let endpoints = [
        Endpoint(.get, "/campagnes/:department/:year/propositions", .may(.evaluationSet)) { try await page($0) },
        Endpoint(.post, "/campagnes/:department/:year/propositions", .may(.evaluationSet), accept),
        Endpoint(.post, "/campagnes/:department/:year/calcul", .may(.statusRecompute), recompute),
    ]

    private static let shownByHand = 100

    private static func page(
        _ call: Call, notices: [Notice] = [], entered: Form? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (campaign, texts) = (try call.campaign(), Catalogue.french)
        // What was left out once is not proposed again unasked.
        let chosen = entered.map { Set($0.values("valeur")) }
        let count = try await PreviewProposals(campaign: campaign.selector)
            .perform(call.useCase(in: campaign.selector.department))
        let lines = EvaluationValue.allCases.filter { count.total($0) > 0 }.map { value in
            Line(
                value: value.rawValue, title: texts.text("evaluation", value.rawValue),
                cells: Disease.allCases.map { count.ready[$0]?[value] ?? 0 }, total: count.total(value),
                isChosen: chosen?.contains(value.rawValue) ?? true)
        }
        func left(_ number: Int, _ key: String) -> String? {
            number > 0 ? "\(number) \(texts.text("proposals", key))" : nil
        }
        return try call.page(
            ProposalsPage(
                campaign: campaign.title, followUp: campaign.path("suivi"), path: campaign.path("propositions"),
                notices: notices, isRefused: status != .ok,
                diseases: Disease.allCases.map { texts.text("disease", $0.rawValue) }, lines: lines,
                hasLines: !lines.isEmpty,
                left: [
                    left(count.provisional, "provisional"), left(count.evaluated, "evaluated"),
                    left(count.byHand.count, "byHand"),
                ].compactMap(\.self),
                byHand: count.byHand.prefix(shownByHand).map { Notice($0) },
                byHandMore: left(count.byHand.count - shownByHand, "more")),
            .followUp, status: status)
    }

    private static func accept(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let campaign = try call.campaign()
        let values = try form.values("valeur").map { text in
            guard let value = EvaluationValue(rawValue: text), value.isFinal else { throw WebFault.formUnreadable }
            return value
        }
        var confirmed: [EvaluationValue: Int] = [:]
        for value in values {
            guard let count = Int(try form.require("vu-\(value.rawValue)")) else { throw WebFault.formUnreadable }
            confirmed[value] = count
        }
        do {
            guard !values.isEmpty else { throw Refused(FollowUpFinding.nothingSelected) }
            let outcome = try await AcceptProposals(
                campaign: campaign.selector, values: Set(values), confirmed: confirmed
            ).perform(call.useCase(in: campaign.selector.department))
            let stored = outcome.stored.values.reduce(0, +)
            return call.seeOther(campaign.path("suivi", "fait=proposals&nombre=\(stored)"))
        } catch let refused as Refused {
            guard Refusal.staysOnPage(refused.findings) else { throw refused }
            return try await page(
                call, notices: refused.findings.map { Notice($0) }, entered: form, status: .unprocessableContent)
        }
    }

    /// A job, whose page shows its progress.
    private static func recompute(_ call: Call) async throws -> Response {
        _ = try await call.form()
        let campaign = try call.campaign()
        let context = try call.useCase(in: campaign.selector.department)
        do {
            let job = try await QueueRecomputation(campaign: campaign.selector, title: campaign.title)
                .perform(context)
            return call.seeOther("/travaux/\(job)")
        } catch let refused as Refused {
            guard Refusal.staysOnPage(refused.findings) else { throw refused }
            return try await FollowUpPage.page(
                call, notices: refused.findings.map { Notice($0) }, status: .unprocessableContent)
        }
    }

    static let template = Template(
        "proposals",
        #"""
        {{<layout}}{{$main}}
        <p class="hint"><a href="{{page.followUp}}">{{page.campaign}}</a></p>
        <h1>{{title}}</h1>
        {{>notices}}
        <p class="hint">{{t.proposals.hint}}</p>
        {{^page.hasLines}}<p>{{t.proposals.none}}</p>{{/page.hasLines}}
        {{#page.hasLines}}<form method="post" action="{{page.path}}"><input type="hidden" name="_form" value="{{form}}">
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}"><table class="list">
        <thead><tr><th scope="col">{{t.proposals.value}}</th>{{#page.diseases}}<th scope="col">{{.}}</th>
        {{/page.diseases}}<th scope="col">{{t.proposals.total}}</th></tr></thead>
        <tbody>{{#page.lines}}<tr><th scope="row"><label><input type="checkbox" name="valeur" value="{{value}}"
        {{#isChosen}}checked{{/isChosen}}> {{title}}</label>
        <input type="hidden" name="vu-{{value}}" value="{{total}}"></th>
        {{#cells}}<td>{{.}}</td>{{/cells}}<td><strong>{{total}}</strong></td></tr>
        {{/page.lines}}</tbody></table></div>
        <p><button class="primary">{{t.proposals.accept}}</button></p></form>{{/page.hasLines}}
        <h2>{{t.proposals.left}}</h2>
        <ul>{{#page.left}}<li>{{.}}</li>{{/page.left}}
        {{^page.left}}<li>{{t.proposals.nothingLeft}}</li>{{/page.left}}</ul>
        <ul class="lines">{{#page.byHand}}<li>{{sentence}} <span class="hint">{{wayOut}}</span></li>
        {{/page.byHand}}</ul>
        {{#page.byHandMore}}<p>{{.}}</p>{{/page.byHandMore}}
        {{/main}}{{/layout}}
        """#)
}
