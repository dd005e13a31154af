import Kernel
import Prophylaxis
import Register
import UseCases

/// The technical convention as a form, for the authority; for others it is read on the settings (PRO-12, PRO-13).
struct ConventionPage: PageModel {
    struct Step: Sendable {
        let number: Int
        let title: String
        let choices: [Choice]
    }

    struct Text: Sendable {
        let name: String
        let title: String
        let value: String
    }

    let title: String
    let back: String
    let path: String
    let notices: [Notice]
    let isRefused: Bool
    let stamp: String
    let diseases: [Choice]
    let steps: [Step]
    let withheld: [Choice]
    let texts: [Text]
    let flags: [Choice]
    let reason: String

    static let template = Template(
        "convention",
        #"""
        {{<layout}}{{$main}}
        <p class="hint"><a href="{{page.back}}">{{t.settings.title}}</a></p>
        <h1>{{title}}</h1>
        {{>notices}}
        <p class="hint">{{t.convention.hint}}</p>
        <form method="post" action="{{page.path}}"><input type="hidden" name="_form" value="{{form}}">
        <input type="hidden" name="etat" value="{{page.stamp}}">
        <fieldset class="checks"><legend>{{t.settings.diseases}}</legend>{{#page.diseases}}<label><input
        type="checkbox" name="maladie" value="{{value}}"{{#isChosen}} checked{{/isChosen}}> {{title}}</label>
        {{/page.diseases}}</fieldset>
        <fieldset><legend>{{t.settings.steps}}</legend>{{#page.steps}}<p><label
        for="etape-{{number}}">{{title}}</label><select id="etape-{{number}}" name="etape-{{number}}">
        {{#choices}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/choices}}
        </select></p>{{/page.steps}}</fieldset>
        <details class="card"><summary>{{t.settings.withheld}}</summary>
        <p class="hint">{{t.convention.withheldHint}}</p>
        <p class="checks">{{#page.withheld}}<label><input type="checkbox" name="garde"
        value="{{value}}"{{#isChosen}} checked{{/isChosen}}> {{title}}</label>{{/page.withheld}}</p></details>
        <fieldset class="checks"><legend>{{t.convention.grants}}</legend>{{#page.flags}}<label><input
        type="checkbox" name="accord" value="{{value}}"{{#isChosen}} checked{{/isChosen}}> {{title}}</label>
        {{/page.flags}}</fieldset>
        {{#page.texts}}<p><label for="{{name}}">{{title}}</label><input id="{{name}}" name="{{name}}"
        value="{{value}}" size="60" maxlength="500"></p>{{/page.texts}}
        <p><label for="motif">{{t.convention.reason}}</label><input id="motif" name="motif" size="60"
        value="{{page.reason}}" required></p>
        <p><button class="primary">{{t.settings.save}}</button></p></form>
        {{/main}}{{/layout}}
        """#)
}

/// What the convention grants or says, yes or no, by its name in the file.
enum ConventionFlag: String, CaseIterable {
    case vetListsDelegated, farmersInformed, rawMilkAccess, mapDelegated, linksDelegated
    case retestPlanningDelegated, outsideVisitsDelegated

    func value(_ convention: Convention) -> Bool {
        switch self {
        case .vetListsDelegated: convention.vetListsDelegated
        case .farmersInformed: convention.farmersInformed
        case .rawMilkAccess: convention.rawMilkAccess
        case .mapDelegated: convention.mapDelegated
        case .linksDelegated: convention.linksDelegated
        case .retestPlanningDelegated: convention.retestPlanningDelegated
        case .outsideVisitsDelegated: convention.outsideVisitsDelegated
        }
    }
}
