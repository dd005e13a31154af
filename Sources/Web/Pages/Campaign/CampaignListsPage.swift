import Hummingbird
import Kernel
import Prophylaxis
import UseCases

/// The lists that a campaign gives out, as files for each recipient, and the record that they were sent (PRO-82,
/// PRO-83, PRO-111, PRO-112, PRO-114, PRO-117, PRO-120).
struct CampaignListsPage: PageModel {
    struct List: Sendable {
        let title: String
        let path: String
        let purpose: String
    }

    let title = Catalogue.french.text("lists", "title")
    let campaign: String
    let overview: String
    let lists: [List]

    private static let root = "/campagnes/:department/:year/listes"

    static let templates = [template, CampaignListPage.template]

    static let endpoints = [
        Endpoint(.get, root, .may(.campaignRead)) { call in
            let campaign = try call.campaign()
            _ = try await ReadCampaign(campaign.selector).perform(call.useCase(in: campaign.selector.department))
            return try call.page(
                CampaignListsPage(
                    campaign: campaign.title, overview: campaign.path(""),
                    lists: CampaignListKind.allCases.map { kind in
                        List(
                            title: kind.title, path: campaign.path("listes/\(kind.rawValue)"),
                            purpose: Catalogue.french.text("lists", "for-\(kind.rawValue)"))
                    }), .followUp)
        },
        Endpoint(.get, root + "/:kind", .may(.campaignRead)) {
            try await CampaignListPage.page($0, notices: $0.doneNotices)
        },
        Endpoint(.get, root + "/:kind/:file", .may(.campaignRead), CampaignListPage.file),
        Endpoint(.post, root + "/:kind", .may(.letterWrite), CampaignListPage.record),
    ]

    static let template = Template(
        "campaign-lists",
        #"""
        {{<layout}}{{$main}}
        <p class="hint"><a href="{{page.overview}}">{{page.campaign}}</a></p>
        <h1>{{title}}</h1>
        <ul class="work">{{#page.lists}}<li><a href="{{path}}"><span><strong>{{title}}</strong><br><span
        class="hint">{{purpose}}</span></span></a></li>
        {{/page.lists}}</ul>
        {{/main}}{{/layout}}
        """#)
}

/// One list: who gets which part of it.
struct CampaignListPage: PageModel {
    struct Section: Sendable {
        let title: String
        let recipient: String
        let rows: Int
        let csv: String
        let pdf: String
    }

    let title: String
    let campaign: String
    let back: String
    let path: String
    let notices: [Notice]
    let isRefused: Bool
    let count: String
    let sections: [Section]
    let csv: String
    let hasRows: Bool
    /// Of milk: which month; empty elsewhere.
    let month: String
    let asksMonth: Bool
    /// Where sending is recorded, for who may and for lists that are sent.
    let record: String?

    private static func kind(_ call: Call) throws -> CampaignListKind {
        guard let kind = CampaignListKind(rawValue: try call.part("kind")) else { throw WebFault.notFound }
        return kind
    }

    /// - Throws: `Refused` for a month that is none.
    private static func month(_ text: String?) throws -> Day? {
        try text.map { text in
            guard let day = Day(text + "-01") else {
                throw Refused(CampaignFinding.monthUnknown, ["month": String(text.prefix(20))])
            }
            return day
        }
    }

    /// Lists that are about one month of milk.
    private static let monthly: Set<CampaignListKind> = [.milk, .reprogram, .milkGap]

    static func page(
        _ call: Call, notices: [Notice] = [], status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (campaign, kind) = (try call.campaign(), try kind(call))
        let context = try call.useCase(in: campaign.selector.department)
        let text = call.query("mois")
        let list = try await ListCampaign(selector: campaign.selector, kind: kind, month: try month(text))
            .perform(context)
        let asked = text.map { "mois=\($0.formEncoded)" }
        func file(_ name: String, _ number: Int? = nil) -> String {
            let parts = [number.map { "partie=\($0)" }, asked].compactMap(\.self).joined(separator: "&")
            return campaign.path("listes/\(kind.rawValue)/\(name)", parts.isEmpty ? nil : parts)
        }
        let texts = Catalogue.french
        let isRunning = try await ReadCampaign(campaign.selector).perform(context).isRunning
        return try call.page(
            CampaignListPage(
                title: kind.title, campaign: campaign.title, back: campaign.path("listes"),
                path: campaign.path("listes/\(kind.rawValue)"), notices: notices, isRefused: status != .ok,
                count: "\(list.rowCount) \(texts.text("work", list.rowCount > 1 ? "lines" : "line"))",
                sections: list.sections.enumerated().filter { !$1.rows.isEmpty }.map { number, section in
                    Section(
                        title: section.title.isEmpty ? texts.text("lists", "whole") : section.title,
                        recipient: section.recipient ?? "", rows: section.rows.count,
                        csv: file("liste.csv", number), pdf: file("liste.pdf", number))
                },
                csv: file("liste.csv"), hasRows: list.rowCount > 0, month: text ?? "",
                asksMonth: monthly.contains(kind),
                record: kind.letter != nil && list.rowCount > 0 && isRunning
                    && Access.may(.letterWrite).allows(context.actor.role)
                    ? campaign.path("listes/\(kind.rawValue)", asked) : nil),
            .followUp, status: status)
    }

    /// `liste.csv` or `liste.pdf`, whole or a part of it.
    static func file(_ call: Call) async throws -> Response {
        let (campaign, kind, name) = (try call.campaign(), try kind(call), try call.part("file"))
        let list = try await ListCampaign(
            selector: campaign.selector, kind: kind, month: try month(call.query("mois"))
        ).perform(call.useCase(in: campaign.selector.department))
        let section = try call.query("partie").map { text in
            guard let number = Int(text), list.sections.indices.contains(number) else { throw WebFault.notFound }
            return list.sections[number]
        }
        let code = section?.recipient.map { "-\($0.filter { $0.isASCII && ($0.isLetter || $0.isNumber) })" } ?? ""
        let stem = "\(kind.rawValue)-\(campaign.selector.department)-\(campaign.year)\(code)"
        switch name {
        case "liste.csv": return try call.download(try list.csv(section), "\(stem).csv", .csv)
        case "liste.pdf":
            guard let part = section else { throw WebFault.notFound }
            return try call.inline(try list.pdf(part), "\(stem).pdf", .pdf)
        default: throw WebFault.notFound
        }
    }

    static func record(_ call: Call) async throws -> Response {
        _ = try await call.form()
        let (campaign, kind) = (try call.campaign(), try kind(call))
        guard kind.letter != nil else { throw WebFault.notFound }
        let text = call.query("mois")
        return try await call.act(
            "listRecorded",
            then: campaign.path("listes/\(kind.rawValue)", text.map { "mois=\($0.formEncoded)" }),
            again: { refused in
                try await page(call, notices: refused.findings.map { Notice($0) }, status: .unprocessableContent)
            },
            {
                _ = try await ListCampaign(
                    selector: campaign.selector, kind: kind, month: try month(text), isRecorded: true
                ).perform(call.useCase(in: campaign.selector.department))
            })
    }

    static let template = Template(
        "campaign-list",
        #"""
        {{<layout}}{{$main}}
        <p class="hint"><a href="{{page.back}}">{{t.lists.title}}</a> · {{page.campaign}}</p>
        <h1>{{title}}</h1>
        {{>notices}}
        {{#page.asksMonth}}<form method="get" action="{{page.path}}" class="actions">
        <p><label for="mois">{{t.lists.month}}</label><input id="mois" type="month" name="mois"
        value="{{page.month}}"></p><button>{{t.lists.show}}</button></form>{{/page.asksMonth}}
        {{^page.hasRows}}<p>{{t.lists.empty}}</p>{{/page.hasRows}}
        {{#page.hasRows}}<p>{{page.count}} · <a href="{{page.csv}}">{{t.lists.all}}</a></p>{{/page.hasRows}}
        {{#page.hasRows}}
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}"><table class="list">
        <thead><tr><th scope="col">{{t.lists.recipient}}</th><th scope="col">{{t.lists.code}}</th>
        <th scope="col" class="number">{{t.lists.rows}}</th><th scope="col">{{t.lists.files}}</th></tr></thead>
        <tbody>{{#page.sections}}<tr><th scope="row">{{title}}</th><td>{{recipient}}</td>
        <td class="number">{{rows}}</td><td><a href="{{csv}}">CSV<span class="visually-hidden"> {{title}}</span></a>
        · <a href="{{pdf}}">PDF<span class="visually-hidden"> {{title}}</span></a></td></tr>
        {{/page.sections}}</tbody></table></div>{{/page.hasRows}}
        {{#page.record}}<section class="card"><h2>{{t.lists.record}}</h2><p class="hint">{{t.lists.recordHint}}</p>
        <form method="post" action="{{.}}"><input type="hidden" name="_form" value="{{form}}">
        <p><button class="primary">{{t.lists.record}}</button></p></form></section>{{/page.record}}
        {{/main}}{{/layout}}
        """#)
}
