import Hummingbird
import Kernel
import Register
import UseCases

/// The rules that the departments of a region share: the regions one has a part in, and each with its form for who acts
/// for all of it (7.4.4, PRO-141).
struct RegionsPage: PageModel {
    struct Line: Sendable {
        let title: String
        let path: String
        let departments: String
        let shares: String
    }

    let title = Catalogue.french.text("region", "all")
    let lines: [Line]

    static let templates = [template, RegionPage.template]

    static let endpoints = [
        Endpoint(.get, "/regions", .may(.campaignRead), all),
        Endpoint(.get, "/regions/:region", .may(.campaignRead)) { try await RegionPage.page($0, $0.doneNotices) },
        Endpoint(.post, "/regions/:region", .may(.regionalRulesSet), RegionPage.set),
    ]

    private static func all(_ call: Call) async throws -> Response {
        let context = try call.useCase()
        var lines: [Line] = []
        for code in Region.codes where RegionPage.isSeen(code, by: context.actor) {
            let rules = try await ShowRegionalRules(region: code).perform(context)
            let shared = RegionalRules.entries.filter { rules?.values[$0.name] != nil }.map(\.label)
            lines.append(
                Line(
                    title: RegionPage.name(code), path: "/regions/\(code)",
                    departments: (Region.departments(of: code) ?? []).joined(separator: ", "),
                    shares: shared.isEmpty
                        ? Catalogue.french.text("region", "none") : shared.joined(separator: ", ")))
        }
        return try call.page(RegionsPage(lines: lines), .settings)
    }

    static let template = Template(
        "regions",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        <p>{{t.region.hint}}</p>
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}"><table class="list cards">
        <thead><tr><th scope="col">{{t.region.region}}</th><th scope="col">{{t.region.departments}}</th>
        <th scope="col">{{t.region.shares}}</th></tr></thead>
        <tbody>{{#page.lines}}<tr><th scope="row"><a href="{{path}}">{{title}}</a></th>
        <td data-title="{{t.region.departments}}">{{departments}}</td>
        <td data-title="{{t.region.shares}}">{{shares}}</td></tr>
        {{/page.lines}}</tbody></table></div>
        {{/main}}{{/layout}}
        """#)
}

/// One region.
struct RegionPage: PageModel {
    struct Rule: Sendable {
        let title: String
        let value: String
        let source: String
    }

    let title: String
    let departments: String
    let notices: [Notice]
    let isRefused: Bool
    let decision: String?
    let rules: [Rule]
    let forms: [ActForm]
    let hasForms: Bool

    /// One of whose departments is the actor's.
    static func isSeen(_ code: String, by actor: Actor) -> Bool {
        (Region.departments(of: code) ?? []).contains { actor.scope.covers($0) }
    }

    static func name(_ code: String) -> String {
        Catalogue.french.areas["regionName"]?.texts[code] ?? "\(Catalogue.french.text("region", "region")) \(code)"
    }

    /// - Throws: `WebFault.notFound` for a code that is none, and for a region that one has no part in.
    private static func region(_ call: Call) throws -> String {
        let code = try call.part("region")
        guard isSeen(code, by: try call.visit.actor) else { throw WebFault.notFound }
        return code
    }

    static func page(
        _ call: Call, _ notices: [Notice] = [], entered: Form? = nil, refused: [Finding] = []
    ) async throws -> Response {
        let (code, texts) = (try region(call), Catalogue.french)
        let context = try call.useCase()
        let rules = try await ShowRegionalRules(region: code).perform(context)
        let departments = Region.departments(of: code) ?? []
        let mayChange =
            Access.may(.regionalRulesSet).allows(context.actor.role)
            && departments.allSatisfy { context.actor.scope.covers($0) }
        let echo = FormEcho(form: entered, findings: refused)
        let forms = mayChange ? [form(code, rules, echo)] : []
        return try call.page(
            RegionPage(
                title: "\(texts.text("region", "title")) : \(name(code))",
                departments: departments.joined(separator: ", "), notices: notices + refused.map { Notice($0) },
                isRefused: !refused.isEmpty, decision: rules?.reason,
                rules: RegionalRules.entries.map { entry in
                    Rule(
                        title: entry.label,
                        value: rules?.values[entry.name].map { ParameterWords.text(of: $0, entry.format) }
                            ?? texts.text("region", "own"),
                        source: entry.source.place)
                }, forms: forms, hasForms: !forms.isEmpty),
            .settings, status: refused.isEmpty ? .ok : .unprocessableContent)
    }

    private static func form(_ code: String, _ rules: RegionalRules?, _ echo: FormEcho) -> ActForm {
        let (id, texts) = ("regles", Catalogue.french)
        func text(_ key: String) -> String { texts.text("region", key) }
        let fields = RegionalRules.entries.map { entry in
            let typed = rules?.typed[entry.name] ?? ""
            let asked = ParameterForm(entry, [])
            guard asked.choices.isEmpty else {
                let choices = asked.choices.map { Choice($0.value, $0.title, isChosen: $0.value == typed) }
                return ActField(
                    entry.name, in: id, entry.label, .choice([Choice("", text("own"))] + choices)
                ).optional
            }
            return ActField(entry.name, in: id, entry.label, .line("text"), value: typed).optional
                .hinted("\(asked.hint) \(text("ownHint"))")
        }
        return ActForm(
            id: id, path: "/regions/\(code)", title: text("change"), hint: text("changeHint"),
            fields: fields + [
                ActField("motif", in: id, text("reason"), .text, value: rules?.reason ?? "")
            ], button: text("save")
        ).echoing(echo, [CampaignFinding.reasonMissing.rawValue: "motif"])
    }

    static func set(_ call: Call) async throws -> Response {
        let (form, code) = (try await call.form(), try region(call))
        return try await call.act(
            "regionalRules", then: "/regions/\(code)",
            again: { try await page(call, entered: form, refused: $0.findings) },
            {
                var changes = ParameterChanges()
                for entry in RegionalRules.entries {
                    guard let text = form.text(entry.name) else { continue }
                    changes.changes += try ParameterChanges(name: entry.name, text: text, justification: nil).changes
                }
                _ = try await SetRegionalRules(
                    region: code, changes: changes, justification: form.text("motif") ?? ""
                ).perform(call.useCase())
            })
    }

    static let template = Template(
        "region",
        #"""
        {{<layout}}{{$main}}
        <p class="hint"><a href="/regions">{{t.region.all}}</a></p>
        <h1>{{title}}</h1>
        {{>notices}}
        <p>{{t.region.hint}}</p>
        <dl class="facts"><div><dt>{{t.region.departments}}</dt><dd>{{page.departments}}</dd></div>
        {{#page.decision}}<div><dt>{{t.region.decision}}</dt><dd>{{.}}</dd></div>{{/page.decision}}</dl>
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}"><table class="list cards">
        <thead><tr><th scope="col">{{t.region.rule}}</th><th scope="col">{{t.region.value}}</th>
        <th scope="col">{{t.region.source}}</th></tr></thead>
        <tbody>{{#page.rules}}<tr><th scope="row">{{title}}</th><td data-title="{{t.region.value}}">{{value}}</td>
        <td data-title="{{t.region.source}}">{{source}}</td></tr>
        {{/page.rules}}</tbody></table></div>
        {{#page.hasForms}}<div class="acts">{{#page.forms}}{{>act-form}}{{/page.forms}}</div>{{/page.hasForms}}
        {{/main}}{{/layout}}
        """#)
}
