import Hummingbird
import Kernel
import UseCases

/// The authority's desk: what waits for the authority alone, each with its first lines, and letters by batch.
struct DeskPage: PageModel {
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
    let letterKinds: [Choice]
    let letters: String
    let letterDraft: String
    let register: String
    let writes: Bool

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
        {{holding}} {{name}} <span class="hint">{{disease}} {{detail}} {{due}}</span><br>{{action}}</li>
        {{/lines}}</ul>{{#more}}<p><a href="{{path}}">{{more}}</a></p>{{/more}}</section>
        {{/page.lists}}
        <p><a href="{{page.register}}">{{t.desk.register}}</a></p>
        {{#page.writes}}<section class="card"><h2>{{t.desk.letters}}</h2><p class="hint">{{t.desk.lettersHint}}</p>
        <form method="post" action="{{page.letters}}"><input type="hidden" name="_form" value="{{form}}">
        <p><label for="courrier">{{t.desk.kind}}</label><select id="courrier" name="courrier">
        {{#page.letterKinds}}<option value="{{value}}">{{title}}</option>{{/page.letterKinds}}</select></p>
        <p class="checks"><label><input type="checkbox" name="encore" value="1"> {{t.desk.again}}</label></p>
        <p class="actions"><button class="primary">{{t.desk.write}}</button>
        <button formaction="{{page.letterDraft}}">{{t.desk.preview}}</button></p></form></section>{{/page.writes}}
        {{/main}}{{/layout}}
        """#)
}

/// The register of letters of a campaign.
struct LettersPage: PageModel {
    struct Line: Sendable {
        let id: String
        let title: String
        let intervention: String
        let recipient: String
        let written: String
        let sent: String
        let pdf: String?
    }

    let title = Catalogue.french.text("desk", "title2")
    let campaign: String
    let overview: String
    let lines: [Line]

    static let template = Template(
        "letters",
        #"""
        {{<layout}}{{$main}}
        <p class="hint"><a href="{{page.overview}}">{{page.campaign}}</a></p>
        <h1>{{title}}</h1>
        {{^page.lines}}<p>{{t.desk.none}}</p>{{/page.lines}}
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}"><table class="list">
        <thead><tr><th scope="col">{{t.desk.number}}</th><th scope="col">{{t.desk.kind}}</th>
        <th scope="col">{{t.desk.intervention}}</th><th scope="col">{{t.desk.recipient}}</th>
        <th scope="col">{{t.desk.written}}</th><th scope="col">{{t.desk.sent}}</th></tr></thead>
        <tbody>{{#page.lines}}<tr><th scope="row">{{#pdf}}<a href="{{pdf}}">{{id}}
        (PDF)</a>{{/pdf}}{{^pdf}}{{id}}{{/pdf}}</th>
        <td>{{title}}</td><td>{{intervention}}</td><td>{{recipient}}</td><td>{{written}}</td><td>{{sent}}</td></tr>
        {{/page.lines}}</tbody></table></div>
        {{/main}}{{/layout}}
        """#)
}
