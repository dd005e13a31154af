import Kernel
import Mustache
import UseCases

/// What stands between a campaign and its closing, who may close it and when, and its report (step 11).
struct ClosingPage: PageModel {
    /// A kind of thing that remains.
    struct Step: Sendable {
        let label: String
        let count: Int
        let path: String
        let isCurrent: Bool
    }

    static let manual: String? = "cloture"
    static let linesAPage = 200

    let title = Catalogue.french.text("closing", "title")
    let campaign: String
    let overview: String
    let state: String
    let dates: [HomePage.Figure]
    let notices: [Notice]
    let isRefused: Bool
    /// The kinds of things that remain; their lines stand below.
    let steps: [Step]
    /// Where all kinds are shown; nil where they are.
    let all: String?
    let lists: [HomePage.Work]
    let lines: [ClosingLine]
    let hasLines: Bool
    let nothing: Bool
    let csv: String
    let previous: String?
    let next: String?
    /// How many interventions remained when the page was made.
    let seen: Int
    let decision: String?
    let codes: [Choice]
    let decisionReason: String
    let close: String?
    let asksReason: Bool
    let force: String?
    let tooEarly: String?
    let reason: String
    let balance: String
    let balanceFiles: [HomePage.Work]

    static let template = Template(
        "closing",
        #"""
        {{<layout}}{{$main}}
        <p class="hint"><a href="{{page.overview}}">{{page.campaign}}</a></p>
        <h1>{{title}}</h1>
        {{>notices}}
        <p>{{page.state}}</p>
        <dl class="facts">{{#page.dates}}<div><dt>{{label}}</dt><dd>{{value}}</dd></div>{{/page.dates}}</dl>
        {{#page.nothing}}<p class="notice done">{{t.closing.nothing}}</p>{{/page.nothing}}
        {{#page.hasLines}}<h2>{{t.closing.remains}}</h2>
        <p>{{#page.steps}}<span class="figure"><a href="{{path}}"{{#isCurrent}}
        aria-current="true"{{/isCurrent}}><strong>{{count}}</strong> {{label}}</a></span> {{/page.steps}}
        {{#page.all}}<a href="{{.}}">{{t.closing.all}}</a>{{/page.all}}</p>
        {{/page.hasLines}}
        <ul class="work">{{#page.lists}}<li><a href="{{path}}"><span class="count">{{count}}</span> {{title}}</a></li>
        {{/page.lists}}</ul>
        {{#page.hasLines}}<p><a href="{{page.csv}}">{{t.work.csv}}</a></p>
        <div class="wide" tabindex="0" role="region" aria-label="{{t.closing.remains}}"><table class="list cards">
        <thead><tr>{{#page.decision}}<th scope="col"><span
        class="visually-hidden">{{t.followUp.pick}}</span></th>{{/page.decision}}
        <th scope="col">{{t.work.intervention}}</th><th scope="col">{{t.work.holding}}</th>
        <th scope="col">{{t.closing.pending}}</th><th scope="col">{{t.work.action}}</th></tr></thead>
        <tbody>{{#page.lines}}<tr>{{#page.decision}}<td>{{#pick}}<input type="checkbox" name="choix" value="{{.}}"
        form="decider" aria-label="{{t.work.intervention}} {{.}}"{{#isChosen}} checked{{/isChosen}}>{{/pick}}
        </td>{{/page.decision}}
        <th scope="row"><a href="/interventions/{{number}}">{{number}}</a></th><td>{{holding}} {{name}}</td>
        <td data-title="{{t.closing.pending}}">{{pending}}</td><td data-title="{{t.work.action}}">{{action}}</td></tr>
        {{/page.lines}}</tbody></table></div>
        <p class="actions">{{#page.previous}}<a href="{{.}}" rel="prev">{{t.work.previous}}</a>{{/page.previous}}
        {{#page.next}}<a href="{{.}}" rel="next">{{t.work.next}}</a>{{/page.next}}</p>
        {{#page.decision}}<section class="card"><h2>{{t.closing.decide}}</h2>
        <p class="hint">{{t.closing.decideHint}}</p>
        <form method="post" action="{{.}}" id="decider"><input type="hidden" name="_form" value="{{form}}">
        <p><label for="code">{{t.closing.code}}</label><select id="code" name="code">{{#page.codes}}<option
        value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/page.codes}}</select></p>
        <p><label for="pourquoi">{{t.work.reason}}</label><input id="pourquoi" name="motif"
        value="{{page.decisionReason}}" size="60"></p>
        <p><button class="primary">{{t.closing.decide}}</button></p></form></section>{{/page.decision}}
        {{/page.hasLines}}
        <div class="acts">
        {{#page.close}}<section class="card"><h2>{{t.closing.close}}</h2><p class="hint">{{t.closing.closeHint}}</p>
        <form method="post" action="{{.}}"><input type="hidden" name="_form" value="{{form}}">
        <input type="hidden" name="reste" value="{{page.seen}}">
        {{#page.asksReason}}<p><label for="motif">{{t.closing.override}}</label>
        <textarea id="motif" name="motif" rows="2" required>{{page.reason}}</textarea></p>{{/page.asksReason}}
        <p class="checks"><label><input type="checkbox" name="sur" value="1" required> {{t.closing.sure}}</label></p>
        <p><button class="primary">{{t.closing.close}}</button></p></form></section>{{/page.close}}
        {{#page.tooEarly}}<p class="hint">{{.}}</p>{{/page.tooEarly}}
        {{#page.force}}<section class="card"><h2>{{t.closing.force}}</h2><p class="hint">{{t.closing.forceHint}}</p>
        <form method="post" action="{{.}}"><input type="hidden" name="_form" value="{{form}}">
        <input type="hidden" name="reste" value="{{page.seen}}">
        <p><label for="motif">{{t.closing.forceReason}}</label>
        <textarea id="motif" name="motif" rows="2" required>{{page.reason}}</textarea></p>
        <p class="checks"><label><input type="checkbox" name="sur" value="1" required> {{t.closing.sure}}</label></p>
        <p><button class="primary">{{t.closing.force}}</button></p></form></section>{{/page.force}}
        <section class="card" id="bilan"><h2>{{t.closing.balance}}</h2><p class="hint">{{t.closing.balanceHint}}</p>
        <p class="actions">{{#page.balanceFiles}}<a href="{{path}}">{{title}}</a> {{/page.balanceFiles}}</p>
        <form method="post" action="{{page.balance}}"><input type="hidden" name="_form" value="{{form}}">
        <p><label for="remarques">{{t.closing.remarks}}</label>
        <textarea id="remarques" name="remarques" rows="4"></textarea></p>
        <p><button>{{t.closing.balancePDF}}</button></p></form></section>
        </div>
        {{/main}}{{/layout}}
        """#)
}

/// An intervention that remains.
struct ClosingLine: MustacheParent, Sendable {
    let line: ClosingReadiness.Line
    let isChosen: Bool

    func child(named name: String) -> Any? {
        switch name {
        case "number": line.number
        case "pick": line.step.mayBeDecided ? line.number : nil
        case "isChosen": isChosen
        case "holding": line.holding
        case "name": line.name
        case "pending": line.pending
        case "action": line.step.action
        default: nil
        }
    }
}
