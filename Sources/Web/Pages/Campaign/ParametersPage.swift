import Hummingbird
import Kernel
import Prophylaxis
import UseCases

/// The parameters of a campaign in words, each leading to where it is changed (PRO-13, PRO-98).
struct ParametersPage: PageModel {
    static let manual: String? = "parametres-campagne"
    struct Group: Sendable {
        let title: String
        let id: String
        let lines: [Line]
        /// Of a copied campaign: nobody said yet that it fits this year.
        let criterion: String?
    }

    struct Line: Sendable {
        let label: String
        let path: String
        let value: String
        let origin: String
        let source: String
    }

    let title = Catalogue.french.text("campaign", "parameters")
    let campaign: String
    let overview: String
    let notices: [Notice]
    let isRefused: Bool
    let groups: [Group]
    let review: String
    /// The region's rules; nil for a department that is in none.
    let region: String?
    /// Where the region's shared rules are taken; nil for who may not.
    let regional: String?

    static let template = Template(
        "parameters",
        #"""
        {{<layout}}{{$main}}
        <p class="hint"><a href="{{page.overview}}">{{page.campaign}}</a></p>
        <h1>{{title}}</h1>
        {{>notices}}
        <p>{{t.parameter.hint}} {{#page.region}}<a href="{{.}}">{{t.region.title}}</a>{{/page.region}}</p>
        {{#page.regional}}<form class="actions" method="post" action="{{.}}">
        <input type="hidden" name="_form" value="{{form}}">
        <p><label for="urgence">{{t.parameter.emergency}}</label><input id="urgence" name="urgence"></p>
        <button>{{t.parameter.regional}}</button></form>{{/page.regional}}
        {{#page.groups}}<section id="{{id}}"><h2>{{title}}</h2>
        {{#criterion}}<form class="actions" method="post" action="{{page.review}}">
        <input type="hidden" name="_form" value="{{form}}"><input type="hidden" name="critere" value="{{.}}">
        <span class="hint">{{t.parameter.toReview}}</span> <button>{{t.parameter.reviewed}}
        <span class="visually-hidden">{{title}}</span></button></form>{{/criterion}}
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}"><table class="list cards">
        <thead><tr><th scope="col">{{t.campaign.parameter}}</th><th scope="col">{{t.campaign.value}}</th>
        <th scope="col">{{t.campaign.origin}}</th><th scope="col">{{t.campaign.source}}</th></tr></thead>
        <tbody>{{#lines}}<tr><th scope="row"><a href="{{path}}">{{label}}</a></th>
        <td data-title="{{t.campaign.value}}">{{value}}</td><td data-title="{{t.campaign.origin}}">{{origin}}</td>
        <td data-title="{{t.campaign.source}}">{{source}}</td></tr>
        {{/lines}}</tbody></table></div></section>{{/page.groups}}
        {{/main}}{{/layout}}
        """#)
}

/// One parameter: its value, why, what it was before, and the form that changes it.
struct ParameterPage: PageModel {
    struct Decision: Sendable {
        let when: String
        let who: String
        let value: String
        let reason: String
    }

    let title: String
    let campaign: String
    let back: String
    let path: String
    let notices: [Notice]
    let isRefused: Bool
    let faults: FieldFaults
    let value: String
    let origin: String
    let source: String
    let decisions: [Decision]
    let mayChange: Bool
    let locked: String?
    let stamp: String
    /// Of a map: which key.
    let keys: [Choice]
    let hasKeys: Bool
    let takesKey: Bool
    let typedKey: String
    let typed: String
    /// What one may choose from; empty where one types.
    let choices: [Choice]
    let isDay: Bool
    let hint: String?
    let justification: String
    let needsReason: Bool
    let needsEmergency: Bool
    let emergency: String

    static let template = Template(
        "parameter",
        #"""
        {{<layout}}{{$main}}
        <p class="hint"><a href="{{page.back}}">{{t.campaign.parameters}}</a>, {{page.campaign}}</p>
        <h1>{{title}}</h1>
        {{>notices}}
        <dl class="facts"><div><dt>{{t.campaign.value}}</dt><dd>{{page.value}}</dd></div>
        <div><dt>{{t.campaign.origin}}</dt><dd>{{page.origin}}</dd></div>
        <div><dt>{{t.campaign.source}}</dt><dd>{{page.source}}</dd></div></dl>
        {{#page.locked}}<p class="notice">{{.}}</p>{{/page.locked}}
        {{#page.mayChange}}<form class="card narrow" method="post" action="{{page.path}}">
        <input type="hidden" name="_form" value="{{form}}"><input type="hidden" name="vu" value="{{page.stamp}}">
        {{#page.takesKey}}<p><label for="cle">{{t.parameter.key}}</label>
        {{#page.hasKeys}}<select id="cle" name="cle">{{#page.keys}}<option value="{{value}}"
        {{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/page.keys}}</select>{{/page.hasKeys}}
        {{^page.hasKeys}}<input id="cle" name="cle" value="{{page.typedKey}}" required
        {{#page.faults.cle}}aria-invalid="true" aria-describedby="faute-cle"{{/page.faults.cle}}>{{/page.hasKeys}}</p>
        {{#page.faults.cle}}<p class="fault" id="faute-cle">{{sentence}} {{wayOut}}</p>{{/page.faults.cle}}
        {{/page.takesKey}}
        <p><label for="valeur">{{t.parameter.value}}</label>
        {{#page.faults.valeur}}<span class="fault" id="faute-valeur">{{sentence}} {{wayOut}}</span>
        {{/page.faults.valeur}}
        {{^page.choices}}<input id="valeur" name="valeur" {{#page.isDay}}type="date" {{/page.isDay}}
        value="{{page.typed}}"{{#page.faults.valeur}} aria-invalid="true"{{/page.faults.valeur}}
        aria-describedby="valeur-aide{{#page.faults.valeur}} faute-valeur{{/page.faults.valeur}}">{{/page.choices}}
        {{>parameter-choices}}</p>
        <p class="hint" id="valeur-aide">{{page.hint}}</p>
        <p><label for="justification">{{t.parameter.reason}}</label>
        {{#page.faults.justification}}<span class="fault" id="faute-justification">{{sentence}} {{wayOut}}</span>
        {{/page.faults.justification}}
        <textarea id="justification" name="justification" rows="3"{{#page.needsReason}} required{{/page.needsReason}}
        {{#page.faults.justification}} aria-invalid="true" aria-describedby="faute-justification"
        {{/page.faults.justification}}>{{page.justification}}</textarea></p>
        {{#page.needsEmergency}}<p><label for="urgence">{{t.parameter.emergency}}</label>
        {{#page.faults.urgence}}<span class="fault" id="faute-urgence">{{sentence}} {{wayOut}}</span>
        {{/page.faults.urgence}}
        <input id="urgence" name="urgence" value="{{page.emergency}}" required
        {{#page.faults.urgence}} aria-invalid="true" aria-describedby="faute-urgence"{{/page.faults.urgence}}></p>
        {{/page.needsEmergency}}
        <p><button class="primary">{{t.settings.save}}</button></p></form>{{/page.mayChange}}
        <h2>{{t.parameter.history}}</h2>
        {{^page.decisions}}<p>{{t.parameter.noHistory}}</p>{{/page.decisions}}
        <ul class="lines">{{#page.decisions}}<li><span class="hint">{{when}}, {{who}}</span><br>{{value}}
        <span class="hint words" dir="auto">{{reason}}</span></li>
        {{/page.decisions}}</ul>
        {{/main}}{{/layout}}
        """#)

    static let choicesTemplate = Template(
        "parameter-choices",
        #"""
        {{#page.isChoice}}<select id="valeur" name="valeur" aria-describedby="valeur-aide">
        {{#page.choices}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>
        {{/page.choices}}</select>{{/page.isChoice}}
        """#)

    /// Templates see stored properties.
    let isChoice: Bool
}
