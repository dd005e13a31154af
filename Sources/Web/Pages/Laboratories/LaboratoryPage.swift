import Kernel
import Prophylaxis
import Register
import UseCases

/// What a card's form begins with: what was typed, else what stands.
struct LaboratoryFields: Sendable {
    struct Approval: Sendable {
        let value: String
        let disease: String
        let isChosen: Bool
    }

    let code: String
    let isMilk: Bool
    let name: String
    let address: String
    let postcode: String
    let town: String
    let email: String
    let approvals: [Approval]

    init(_ card: LaboratoryCard?, _ entered: Form?) {
        code = entered?.value("code") ?? ""
        isMilk = entered?.value("lait") != nil
        name = entered?.value("nom") ?? card?.name ?? ""
        address = entered?.value("adresse") ?? card?.address ?? ""
        postcode = entered?.value("codepostal") ?? card?.postcode ?? ""
        town = entered?.value("commune") ?? card?.town ?? ""
        email = entered?.value("courriel") ?? card?.email ?? ""
        let chosen = entered.map { Set($0.values("agrement")) } ?? Set(card?.approvedDiseases.map(\.rawValue) ?? [])
        approvals = Disease.allCases.map {
            Approval(
                value: $0.rawValue, disease: Catalogue.french.text("disease", $0.rawValue),
                isChosen: chosen.contains($0.rawValue))
        }
    }
}

/// One laboratory: its card, and the form that changes it.
struct LaboratoryPage: PageModel {
    let title: String
    let back: String
    let path: String
    let notices: [Notice]
    let isRefused: Bool
    let faults: FieldFaults
    let facts: [HomePage.Figure]
    let stamp: String
    /// nil for who may not change it.
    let fields: LaboratoryFields?
    /// Who keeps the card, where it is not this department.
    let keptBy: String?

    init(
        _ line: ListLaboratories.Line, _ department: String, _ role: Role, notices: [Notice], entered: Form?,
        refused: [Finding]
    ) {
        let (card, texts) = (line.card, Catalogue.french)
        title = "\(card.code) – \(card.name)"
        back = "/parametres/\(department.formEncoded)/laboratoires"
        path = "\(back)/\(card.code.formEncoded)"
        self.notices = notices
        isRefused = !refused.isEmpty
        faults = FieldFaults(refused)
        func fact(_ key: String, _ value: String) -> HomePage.Figure {
            HomePage.Figure(label: texts.text("laboratory", key), value: value.isEmpty ? "—" : value)
        }
        func names(_ diseases: [Disease]) -> String {
            diseases.map { texts.text("disease", $0.rawValue) }.joined(separator: ", ")
        }
        facts = [
            fact("kind", texts.text("laboratory", card.isDairyLaboratory ? "milk" : "blood")),
            fact(
                "address",
                [card.address, card.postcode, card.town].compactMap(\.self).joined(separator: " ")),
            fact("email", card.email ?? ""), fact("approved", names(card.approvedDiseases)),
            fact("agreed", names(line.agreed)), fact("assigned", names(line.assigned)),
        ]
        stamp = line.stamp
        fields = line.isOwn && Access.may(.laboratoryMaintain).allows(role) ? LaboratoryFields(card, entered) : nil
        keptBy =
            line.isOwn
            ? nil
            : card.department.map { "\(texts.text("laboratory", "keptBy")) \($0)." }
                ?? texts.text("laboratory", "keptByNobody")
    }

    static let template = Template(
        "laboratory",
        #"""
        {{<layout}}{{$main}}
        <p class="hint"><a href="{{page.back}}">{{t.laboratory.all}}</a></p>
        <h1>{{title}}</h1>
        {{>notices}}
        <dl class="facts">{{#page.facts}}<div><dt>{{label}}</dt><dd>{{value}}</dd></div>{{/page.facts}}</dl>
        {{#page.keptBy}}<p class="notice">{{.}}</p>{{/page.keptBy}}
        {{#page.fields}}<h2>{{t.laboratory.change}}</h2>
        <form class="card narrow" method="post" action="{{page.path}}">
        <input type="hidden" name="_form" value="{{form}}"><input type="hidden" name="vu" value="{{page.stamp}}">
        {{>laboratory-fields}}
        <p class="hint">{{t.laboratory.importHint}}</p>
        <p><button class="primary">{{t.settings.save}}</button></p></form>{{/page.fields}}
        {{/main}}{{/layout}}
        """#)

    static let fieldsTemplate = Template(
        "laboratory-fields",
        #"""
        <p><label for="nom">{{t.laboratory.name}}</label>
        {{#page.faults.nom}}<span class="fault" id="faute-nom">{{sentence}} {{wayOut}}</span>{{/page.faults.nom}}
        <input id="nom" name="nom" value="{{name}}" required maxlength="60"
        {{#page.faults.nom}} aria-invalid="true" aria-describedby="faute-nom"{{/page.faults.nom}}></p>
        <p><label for="adresse">{{t.laboratory.address}}</label>
        {{#page.faults.adresse}}<span class="fault" id="faute-adresse">{{sentence}} {{wayOut}}</span>
        {{/page.faults.adresse}}<input id="adresse" name="adresse" value="{{address}}" maxlength="120"
        {{#page.faults.adresse}} aria-invalid="true" aria-describedby="faute-adresse"{{/page.faults.adresse}}></p>
        <p><label for="codepostal">{{t.laboratory.postcode}}</label>
        {{#page.faults.codepostal}}<span class="fault" id="faute-codepostal">{{sentence}} {{wayOut}}</span>
        {{/page.faults.codepostal}}<input id="codepostal" name="codepostal" value="{{postcode}}" inputmode="numeric"
        {{#page.faults.codepostal}} aria-invalid="true" aria-describedby="faute-codepostal"
        {{/page.faults.codepostal}}></p>
        <p><label for="commune">{{t.laboratory.town}}</label>
        {{#page.faults.commune}}<span class="fault" id="faute-commune">{{sentence}} {{wayOut}}</span>
        {{/page.faults.commune}}<input id="commune" name="commune" value="{{town}}" maxlength="120"
        {{#page.faults.commune}} aria-invalid="true" aria-describedby="faute-commune"{{/page.faults.commune}}></p>
        <p><label for="courriel">{{t.laboratory.email}}</label>
        {{#page.faults.courriel}}<span class="fault" id="faute-courriel">{{sentence}} {{wayOut}}</span>
        {{/page.faults.courriel}}<input id="courriel" name="courriel" value="{{email}}" maxlength="120"
        {{#page.faults.courriel}} aria-invalid="true" aria-describedby="faute-courriel"{{/page.faults.courriel}}></p>
        <fieldset><legend>{{t.laboratory.approved}}</legend><p class="checks">{{#approvals}}<label>
        <input type="checkbox" name="agrement" value="{{value}}"{{#isChosen}} checked{{/isChosen}}> {{disease}}</label>
        {{/approvals}}</p></fieldset>
        """#)
}
