import Kernel
import Prophylaxis
import Register
import UseCases

/// All laboratories, and what the convention of the department says of them.
struct LaboratoriesPage: PageModel {
    struct Line: Sendable {
        let code: String
        let name: String
        let path: String
        let kind: String
        let place: String
        let approved: String
        let agreed: String
        let assigned: String
    }

    struct Agreement: Sendable {
        let code: String
        let disease: String
        let name: String
        let laboratory: String
        let choices: [Choice]
    }

    let title: String
    let back: String
    let notices: [Notice]
    let isRefused: Bool
    let faults: FieldFaults
    let lines: [Line]
    let agreements: [Agreement]
    let agree: String?
    let reason: String
    let seen: String
    /// The form of a new one; nil for who may not.
    let fresh: LaboratoryFields?
    let add: String

    init(
        _ department: String, _ found: [ListLaboratories.Line], _ read: ReadConvention.Outcome, _ role: Role,
        notices: [Notice], entered: Form?, refused: [Finding]
    ) {
        let texts = Catalogue.french
        let path = "/parametres/\(department.formEncoded)"
        title = "\(texts.text("laboratory", "title")) \(department)"
        back = path
        self.notices = notices
        isRefused = !refused.isEmpty
        faults = FieldFaults(refused) { finding in
            finding.code == RegisterEditFinding.justificationMissing.rawValue ? "motif" : nil
        }
        func names(_ diseases: [Disease]) -> String {
            diseases.map { texts.text("disease", $0.rawValue) }.joined(separator: ", ")
        }
        lines = found.map { line in
            Line(
                code: line.card.code, name: line.card.name, path: "\(path)/laboratoires/\(line.card.code.formEncoded)",
                kind: texts.text("laboratory", line.card.isDairyLaboratory ? "milk" : "blood"),
                place: [line.card.postcode, line.card.town].compactMap(\.self).joined(separator: " "),
                approved: names(line.card.approvedDiseases), agreed: names(line.agreed), assigned: names(line.assigned))
        }
        let blood = found.filter { !$0.card.isDairyLaboratory }
        agreements = Disease.allCases.map { disease in
            let code = disease.rawValue
            let stands = read.convention.laboratories[code]
            let chosen = entered?.value("code-\(code)") ?? stands?.code ?? ""
            return Agreement(
                code: code, disease: texts.text("disease", code),
                name: entered?.value("libelle-\(code)") ?? stands?.name ?? "",
                laboratory: stands.map { "\($0.code) – \($0.name)" } ?? "—",
                choices: [Choice("", texts.text("parameter", "none"), isChosen: chosen.isEmpty)]
                    + blood.map {
                        Choice($0.card.code, "\($0.card.code) – \($0.card.name)", isChosen: $0.card.code == chosen)
                    })
        }
        agree = Access.may(.settingSet).allows(role) ? path + "/convention/laboratoires" : nil
        reason = entered?.value("motif") ?? ""
        seen = read.stamp
        add = path + "/laboratoires"
        fresh = Access.may(.laboratoryMaintain).allows(role) ? LaboratoryFields(nil, entered) : nil
    }

    static let template = Template(
        "laboratories",
        #"""
        {{<layout}}{{$main}}
        <p class="hint"><a href="{{page.back}}">{{t.settings.title}}</a></p>
        <h1>{{title}}</h1>
        {{>notices}}
        <p>{{t.laboratory.hint}}</p>
        {{^page.lines}}<p class="notice">{{t.laboratory.none}}</p>{{/page.lines}}
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}"><table class="list cards">
        <thead><tr><th scope="col">{{t.laboratory.code}}</th><th scope="col">{{t.laboratory.name}}</th>
        <th scope="col">{{t.laboratory.kind}}</th><th scope="col">{{t.laboratory.town}}</th>
        <th scope="col">{{t.laboratory.approved}}</th><th scope="col">{{t.laboratory.agreed}}</th>
        <th scope="col">{{t.laboratory.assigned}}</th></tr></thead>
        <tbody>{{#page.lines}}<tr><th scope="row"><a href="{{path}}">{{code}}</a></th>
        <td data-title="{{t.laboratory.name}}">{{name}}</td><td data-title="{{t.laboratory.kind}}">{{kind}}</td>
        <td data-title="{{t.laboratory.town}}">{{place}}</td>
        <td data-title="{{t.laboratory.approved}}">{{approved}}</td>
        <td data-title="{{t.laboratory.agreed}}">{{agreed}}</td>
        <td data-title="{{t.laboratory.assigned}}">{{assigned}}</td></tr>
        {{/page.lines}}</tbody></table></div>
        <section id="convention"><h2>{{t.laboratory.convention}}</h2>
        {{^page.agree}}<dl class="facts">{{#page.agreements}}<div><dt>{{disease}}</dt><dd>{{laboratory}}</dd></div>
        {{/page.agreements}}</dl>{{/page.agree}}
        {{#page.agree}}<form class="card narrow" method="post" action="{{.}}">
        <input type="hidden" name="_form" value="{{form}}"><input type="hidden" name="vu" value="{{page.seen}}">
        {{#page.agreements}}<fieldset><legend>{{disease}}</legend>
        <p><label for="code-{{code}}">{{t.laboratory.one}} <span class="visually-hidden">{{disease}}</span></label>
        <select id="code-{{code}}" name="code-{{code}}">{{#choices}}<option value="{{value}}"
        {{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/choices}}</select></p>
        <p><label for="libelle-{{code}}">{{t.laboratory.printed}}
        <span class="visually-hidden">{{disease}}</span></label>
        <input id="libelle-{{code}}" name="libelle-{{code}}" value="{{name}}" maxlength="60"></p></fieldset>
        {{/page.agreements}}
        <p><label for="motif">{{t.laboratory.reference}}</label>
        {{#page.faults.motif}}<span class="fault" id="faute-motif">{{sentence}} {{wayOut}}</span>{{/page.faults.motif}}
        <input id="motif" name="motif" value="{{page.reason}}" required
        {{#page.faults.motif}} aria-invalid="true" aria-describedby="faute-motif"{{/page.faults.motif}}></p>
        <p><button class="primary">{{t.settings.save}}</button></p></form>{{/page.agree}}</section>
        {{#page.fresh}}<section id="nouveau"><h2>{{t.laboratory.add}}</h2>
        <form class="card narrow" method="post" action="{{page.add}}">
        <input type="hidden" name="_form" value="{{form}}">
        <p><label for="code">{{t.laboratory.code}}</label>
        {{#page.faults.code}}<span class="fault" id="faute-code">{{sentence}} {{wayOut}}</span>{{/page.faults.code}}
        <input id="code" name="code" value="{{code}}" required maxlength="20"
        {{#page.faults.code}} aria-invalid="true" aria-describedby="faute-code"{{/page.faults.code}}></p>
        <p class="checks"><label><input type="checkbox" name="lait" value="1"{{#isMilk}} checked{{/isMilk}}>
        {{t.laboratory.isMilk}}</label></p>
        {{>laboratory-fields}}
        <p><button>{{t.laboratory.add}}</button></p></form></section>{{/page.fresh}}
        {{/main}}{{/layout}}
        """#)
}
