import Hummingbird
import Kernel
import UseCases

/// The authority's desk: what waits for the authority alone, each with its first lines, and letters by batch.
struct DeskPage: PageModel {
    static let manual: String? = "bureau"
    struct List: Sendable {
        let title: String
        let path: String
        let count: Int
        let lines: [WorkLine]
        /// `12 autres`; nil where all are shown.
        let more: String?
    }

    let title = Catalogue.french.text("desk", "title")
    let campaign: String
    let overview: String
    let notices: [Notice]
    let isRefused: Bool
    let lists: [List]
    let register: String
    let letterForm: LetterForm?

    static let template = Template(
        "desk",
        #"""
        {{<layout}}{{$main}}
        <p class="hint"><a href="{{page.overview}}">{{page.campaign}}</a></p>
        <h1>{{title}}</h1>
        {{>notices}}
        {{^page.lists}}<p>{{t.desk.empty}}</p>{{/page.lists}}
        {{#page.lists}}<section class="card"><h2><a href="{{path}}">{{title}}</a> <span
        class="hint">{{count}}</span></h2>
        <ul class="lines">{{#lines}}<li>{{#number}}<a href="/interventions/{{number}}">{{number}}</a> {{/number}}
        {{holding}} {{name}} <span class="hint">{{disease}} {{#origin}}<a
        href="/fichiers/{{.}}">{{detail}}</a>{{/origin}}{{^origin}}{{detail}}{{/origin}} {{due}}</span><br>
        {{action}}</li>
        {{/lines}}</ul>{{#more}}<p><a href="{{path}}">{{more}}</a></p>{{/more}}</section>
        {{/page.lists}}
        <p><a href="{{page.register}}">{{t.desk.register}}</a></p>
        {{#page.letterForm}}{{>letter-form}}{{/page.letterForm}}
        {{/main}}{{/layout}}
        """#)
}
