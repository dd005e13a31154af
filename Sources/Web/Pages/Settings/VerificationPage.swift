import Hummingbird
import Kernel
import Register
import UseCases

/// The register's settings of a department in words, their yearly verification, and the change of those that are one
/// number (PRO-13, PRO-50).
struct VerificationPage: PageModel {
    struct Line: Sendable {
        let title: String
        let value: String
        let origin: String
    }

    let title: String
    let back: String
    let notices: [Notice]
    let isRefused: Bool
    let last: String
    let lines: [Line]
    /// Where the verification is made; nil for who may not.
    let verify: String?
    /// What the verification just made has found.
    let found: [Notice]
    let isClean: Bool
    let more: String?
    let forms: [ActForm]
    let hasForms: Bool

    private static let path = "/parametres/:department/verification"
    /// A department has hundreds of breeds and herds: the page shows some, the archive keeps all.
    private static let mostFindings = 50

    static let endpoints = [
        Endpoint(.get, path, .may(.registerRead)) { try await page($0, notices: $0.doneNotices) },
        Endpoint(.post, path, .may(.registerReview), check),
        Endpoint(.post, path + "/reglage", .may(.settingSet), set),
    ]

    private static func page(
        _ call: Call, notices: [Notice] = [], found: [Finding]? = nil, echo: FormEcho = .none,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (department, texts) = (try call.part("department"), Catalogue.french)
        let context = try call.useCase(in: department)
        let read = try await ReadRegisterSettings(department: department).perform(context)
        let role = context.actor.role
        let back = "/parametres/\(department.formEncoded)"
        let forms = Access.may(.settingSet).allows(role) ? [form(back, echo)] : []
        let rest = (found?.count ?? 0) - mostFindings
        return try call.page(
            VerificationPage(
                title: "\(texts.text("verification", "title")) \(department)", back: back, notices: notices,
                isRefused: status != .ok,
                last: read.verified.map { "\($0.on.french), \($0.by)" } ?? texts.text("verification", "never"),
                lines: read.settings.map { setting in
                    Line(
                        title: texts.text("registerSetting", setting.name.rawValue), value: setting.words,
                        origin: setting.justification ?? texts.text("verification", "national"))
                },
                verify: Access.may(.registerReview).allows(role) ? back + "/verification" : nil,
                found: (found ?? []).prefix(mostFindings).map { Notice($0) }, isClean: found?.isEmpty ?? false,
                more: rest > 0 ? "\(rest) \(texts.text("verification", "more"))" : nil, forms: forms,
                hasForms: !forms.isEmpty),
            .settings, status: status)
    }

    private static func form(_ back: String, _ echo: FormEcho) -> ActForm {
        let (id, texts) = ("reglage", Catalogue.french)
        let choices = RegisterSetting.numbers.map {
            Choice($0.rawValue, texts.text("registerSetting", $0.rawValue))
        }
        return ActForm(
            id: id, path: back + "/verification/reglage", title: texts.text("verification", "change"),
            fields: [
                ActField("reglage", in: id, texts.text("verification", "setting"), .choice(choices)),
                ActField("valeur", in: id, texts.text("verification", "newValue"), .line("text")),
                ActField("motif", in: id, texts.text("verification", "reason"), .text),
            ], button: texts.text("verification", "save")
        ).echoing(
            echo,
            [
                RegisterEditFinding.settingInvalid.rawValue: "valeur",
                RegisterEditFinding.justificationMissing.rawValue: "motif",
            ])
    }

    private static func check(_ call: Call) async throws -> Response {
        _ = try await call.form()
        let department = try call.part("department")
        let outcome = try await VerifyRegisterSettings(department: department)
            .perform(call.useCase(in: department))
        let done = Notice(.done, Catalogue.french.text("done", "settingsVerified"))
        return try await page(call, notices: [done], found: outcome.findings)
    }

    private static func set(_ call: Call) async throws -> Response {
        let (form, department) = (try await call.form(), try call.part("department"))
        guard let setting = RegisterSetting(rawValue: try form.require("reglage")),
            RegisterSetting.numbers.contains(setting)
        else { throw WebFault.formUnreadable }
        return try await call.act(
            "registerSetting", then: "/parametres/\(department.formEncoded)/verification",
            again: { refused in
                try await page(
                    call, notices: refused.findings.map { Notice($0) },
                    echo: FormEcho(form: form, findings: refused.findings), status: .unprocessableContent)
            },
            {
                let title = Catalogue.french.text("registerSetting", setting.rawValue)
                let text = try form.neededField("valeur", Catalogue.french.text("verification", "newValue"))
                guard let json = setting.json(typed: text) else {
                    throw Refused(
                        RegisterEditFinding.settingInvalid, ["name": title, "value": String(text.prefix(60))])
                }
                _ = try await SetRegisterSetting(
                    department: department, setting, to: json, justification: form.text("motif") ?? ""
                ).perform(call.useCase(in: department))
            })
    }

    static let template = Template(
        "verification",
        #"""
        {{<layout}}{{$main}}
        <p class="hint"><a href="{{page.back}}">{{t.settings.title}}</a></p>
        <h1>{{title}}</h1>
        {{>notices}}
        <p>{{t.verification.hint}}</p>
        <dl class="facts"><div><dt>{{t.verification.last}}</dt><dd>{{page.last}}</dd></div></dl>
        {{#page.verify}}<form method="post" action="{{.}}" class="actions"><input type="hidden" name="_form"
        value="{{form}}"><button class="primary">{{t.verification.verify}}</button>
        <span class="hint">{{t.verification.verifyHint}}</span></form>{{/page.verify}}
        {{#page.isClean}}<p class="notice done">{{t.verification.clean}}</p>{{/page.isClean}}
        {{^empty(page.found)}}<section><h2>{{t.verification.found}}</h2>
        {{#page.found}}<div class="notice {{kind}}"><p>{{sentence}}</p>
        {{#wayOut}}<p><span class="way">{{t.fault.way}} :</span> {{.}}</p>{{/wayOut}}</div>
        {{/page.found}}{{#page.more}}<p>{{.}}</p>{{/page.more}}</section>{{/empty(page.found)}}
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}"><table class="list cards">
        <thead><tr><th scope="col">{{t.verification.setting}}</th><th scope="col">{{t.verification.value}}</th>
        <th scope="col">{{t.verification.origin}}</th></tr></thead>
        <tbody>{{#page.lines}}<tr><th scope="row">{{title}}</th>
        <td data-title="{{t.verification.value}}">{{value}}</td>
        <td data-title="{{t.verification.origin}}">{{origin}}</td></tr>
        {{/page.lines}}</tbody></table></div>
        {{#page.hasForms}}<div class="acts">{{#page.forms}}{{>act-form}}{{/page.forms}}</div>{{/page.hasForms}}
        {{/main}}{{/layout}}
        """#)
}
