import Kernel
import Mustache
import UseCases

/// The register of a campaign's letters: what was written, what waits to be posted; and the form for more.
struct LettersPage: PageModel {
    static let manual: String? = "courriers"
    static let linesAPage = 200

    let title = Catalogue.french.text("letters", "register")
    let campaign: String
    let overview: String
    let path: String
    let notices: [Notice]
    let isRefused: Bool
    let tabs: [FollowUpPage.Tab]
    let count: String
    let lines: [LetterLine]
    /// Where letters are marked as posted; nil for who may not, and where none waits.
    let sending: String?
    /// The day that the form begins with.
    let day: String
    let today: String
    let previous: String?
    let next: String?
    let letterForm: LetterForm?

    static let template = Template(
        "letters",
        #"""
        {{<layout}}{{$main}}
        <p class="hint"><a href="{{page.overview}}">{{page.campaign}}</a></p>
        <h1>{{title}}</h1>
        {{>notices}}
        <ul class="tabs">{{#page.tabs}}<li><a href="{{path}}"
        {{#isCurrent}} aria-current="page"{{/isCurrent}}>{{title}}</a></li>{{/page.tabs}}</ul>
        <p>{{page.count}}</p>
        {{#page.sending}}<form method="post" action="{{.}}" id="envoi"><input type="hidden" name="_form"
        value="{{form}}"></form>{{/page.sending}}
        {{^empty(page.lines)}}
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}"><table class="list cards">
        <thead><tr>{{#page.sending}}<th scope="col"><span
        class="visually-hidden">{{t.followUp.pick}}</span></th>{{/page.sending}}
        <th scope="col">{{t.letters.number}}</th><th scope="col">{{t.letters.kind}}</th>
        <th scope="col">{{t.letters.intervention}}</th><th scope="col">{{t.letters.recipient}}</th>
        <th scope="col">{{t.letters.copy}}</th>
        <th scope="col">{{t.letters.written}}</th><th scope="col">{{t.letters.sent}}</th></tr></thead>
        <tbody>{{#page.lines}}<tr>{{#page.sending}}<td>{{#pick}}<input type="checkbox" name="lettre" value="{{.}}"
        form="envoi" aria-label="{{t.letters.letter}} {{.}}"{{#isChosen}} checked{{/isChosen}}>{{/pick}}
        </td>{{/page.sending}}
        <th scope="row"><a href="{{pdf}}">{{id}} (PDF)</a></th><td>{{title}}</td>
        <td>{{#intervention}}<a href="/interventions/{{.}}">{{.}}</a>{{/intervention}}</td>
        <td data-title="{{t.letters.recipient}}">{{recipient}}</td><td data-title="{{t.letters.copy}}">{{copy}}</td>
        <td class="nowrap" data-title="{{t.letters.written}}">{{written}}</td>
        <td class="nowrap" data-title="{{t.letters.sent}}">{{sent}}</td></tr>
        {{/page.lines}}</tbody></table></div>
        {{/empty(page.lines)}}
        <p class="actions">{{#page.previous}}<a href="{{.}}" rel="prev">{{t.work.previous}}</a>{{/page.previous}}
        {{#page.next}}<a href="{{.}}" rel="next">{{t.work.next}}</a>{{/page.next}}</p>
        {{#page.sending}}<section class="card"><h2>{{t.letters.send}}</h2><p class="hint">{{t.letters.sendHint}}</p>
        <p><label for="jour">{{t.letters.day}}</label><input type="date" id="jour" name="jour" form="envoi"
        value="{{page.day}}" max="{{page.today}}" required></p>
        <p class="actions"><button class="primary" form="envoi" name="portee"
        value="choix">{{t.letters.sendChosen}}</button>
        <button form="envoi" name="portee" value="toutes">{{t.letters.sendAll}}</button></p></section>{{/page.sending}}
        {{#page.letterForm}}{{>letter-form}}{{/page.letterForm}}
        {{/main}}{{/layout}}
        """#)
}

/// One letter of the register.
struct LetterLine: MustacheParent, Sendable {
    let line: ReadLetters.Line
    let pdf: String
    let isChosen: Bool

    func child(named name: String) -> Any? {
        switch name {
        case "id": String(line.id)
        case "pick": line.sentOn == nil ? String(line.id) : nil
        case "isChosen": isChosen
        case "pdf": pdf
        case "title": line.title
        case "intervention": line.intervention.isEmpty ? nil : line.intervention
        case "recipient": line.recipient
        case "copy": line.copyTo
        case "written": line.writtenOn.french
        case "sent": line.sentOn?.french
        default: nil
        }
    }
}
