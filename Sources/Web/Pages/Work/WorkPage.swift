import Hummingbird
import Kernel
import Mustache
import Register
import UseCases

/// A work list: what is to be done, on which intervention, for whom and by when.
struct WorkPage: PageModel {
    static let linesAPage = 200

    let title: String
    let campaign: String
    let followUp: String
    let notices: [Notice]
    let isRefused: Bool
    let count: String
    let csv: String
    let lines: [WorkLine]
    /// For who may answer the list with letters.
    let letterForm: LetterForm?
    let previous: String?
    let next: String?
}

/// One line; the template asks for its cells by name, without reflection.
struct WorkLine: MustacheParent, Sendable {
    let line: ReadWork.Line
    /// Where the forms of the line go; nil where who looks may not use them.
    let closing: String?
    let attaching: String?
    let dismissing: String?
    /// Whether the line may be ticked, and is; nil where it may not.
    var isChosen: Bool?
    /// Where on the intervention's page the act of the list is: `#decisions`; empty where it is the page itself.
    var place = ""
    /// What was sent about this line and refused.
    var sent = SentAboutLine(nil, item: nil, result: nil)

    func child(named name: String) -> Any? {
        switch name {
        case "number": line.intervention.isEmpty ? nil : line.intervention
        case "pick": isChosen == nil || line.intervention.isEmpty ? nil : line.intervention
        case "isChosen": isChosen ?? false
        case "place": place
        case "holding": line.holding
        case "name": line.name
        case "disease": Catalogue.french.areas["disease"]?.texts[line.disease] ?? line.disease
        case "detail": line.detail
        case "file": line.intervention.isEmpty ? line.file : nil
        case "since": line.since?.french
        case "due": line.dueOn?.french
        case "for": Catalogue.french.text("work", line.isAuthority ? "authority" : "delegate")
        case "action": line.action
        case "item": closing == nil ? nil : line.item
        case "closing": closing
        case "unattached": line.waiting?.id
        case "origin": line.file
        case "isOfAnimal": line.waiting?.kind == "blood"
        case "animal": sent.value("bovin") ?? line.waiting?.animals.first ?? ""
        case "entered": sent.value("intervention") ?? line.intervention
        case "closingReason": sent.closes ? sent.value("motif") ?? "" : ""
        case "dismissalReason": sent.dismisses ? sent.value("motif") ?? "" : ""
        case "closes": sent.closes
        case "attaches": sent.attaches
        case "dismisses": sent.dismisses
        case "attaching": line.waiting == nil ? nil : attaching
        case "dismissing": line.waiting == nil ? nil : dismissing
        default: nil
        }
    }
}

extension WorkPage {
    static let template = Template(
        "work",
        #"""
        {{<layout}}{{$main}}
        <p class="hint"><a href="{{page.followUp}}">{{page.campaign}}</a></p>
        <h1>{{title}}</h1>
        {{>notices}}
        <p>{{page.count}} · <a href="{{page.csv}}">{{t.work.csv}}</a></p>
        {{^page.lines}}<p>{{t.work.none}}</p>{{/page.lines}}
        {{^empty(page.lines)}}
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}"><table class="list cards">
        <thead><tr>{{#page.letterForm.picks}}<th scope="col"><span
        class="visually-hidden">{{t.followUp.pick}}</span></th>{{/page.letterForm.picks}}
        <th scope="col">{{t.work.intervention}}</th><th scope="col">{{t.work.holding}}</th>
        <th scope="col">{{t.work.disease}}</th><th scope="col">{{t.work.detail}}</th><th
        scope="col">{{t.work.since}}</th>
        <th scope="col">{{t.work.due}}</th><th scope="col">{{t.work.for}}</th><th
        scope="col">{{t.work.action}}</th></tr>
        </thead>
        <tbody>{{#page.lines}}<tr>{{#page.letterForm.picks}}<td>{{#pick}}<input type="checkbox" name="choix"
        value="{{.}}" form="ecrire" aria-label="{{t.work.intervention}} {{.}}"{{#isChosen}}
        checked{{/isChosen}}>{{/pick}}
        </td>{{/page.letterForm.picks}}<th scope="row">{{#number}}<a
        href="/interventions/{{number}}{{place}}">{{number}}</a>{{/number}}
        {{^number}}{{#file}}<a href="/fichiers/{{.}}">{{t.work.file}}</a>{{/file}}{{^file}}—{{/file}}{{/number}}</th>
        <td>{{holding}} {{name}}</td><td>{{disease}}</td><td>{{#origin}}<a
        href="/fichiers/{{.}}">{{detail}}</a>{{/origin}}{{^origin}}{{detail}}{{/origin}}</td>
        <td class="nowrap" data-title="{{t.work.since}}">{{since}}</td>
        <td class="nowrap" data-title="{{t.work.due}}">{{due}}</td>
        <td data-title="{{t.work.for}}">{{for}}</td><td data-title="{{t.work.action}}">{{action}}
        {{#item}}<details{{#closes}} open{{/closes}}><summary>{{t.work.close}}</summary>
        <form method="post" action="{{closing}}">
        <input type="hidden" name="_form" value="{{form}}"><input type="hidden" name="alerte" value="{{item}}">
        <p><label for="motif-{{item}}">{{t.work.reason}}</label><input id="motif-{{item}}" name="motif"
        value="{{closingReason}}" required></p>
        <p class="checks"><label><input type="checkbox" name="ecartee" value="1"> {{t.work.dismiss}}</label></p>
        <button>{{t.work.close}}</button></form></details>{{/item}}
        {{#attaching}}<details{{#attaches}} open{{/attaches}}><summary>{{t.work.attach}}</summary>
        <form method="post" action="{{.}}">
        <input type="hidden" name="_form" value="{{form}}"><input type="hidden" name="resultat" value="{{unattached}}">
        {{#isOfAnimal}}<p><label for="bovin-{{unattached}}">{{t.files.animal}}</label>
        <input id="bovin-{{unattached}}" name="bovin" value="{{animal}}"></p>{{/isOfAnimal}}
        <p><label for="numero-{{unattached}}">{{t.work.number}}</label>
        <input id="numero-{{unattached}}" name="intervention" inputmode="numeric" value="{{entered}}" required></p>
        <button>{{t.work.attach}}</button></form></details>{{/attaching}}
        {{#dismissing}}<details{{#dismisses}} open{{/dismisses}}><summary>{{t.work.dismissResult}}</summary>
        <form method="post" action="{{.}}">
        <input type="hidden" name="_form" value="{{form}}"><input type="hidden" name="resultat" value="{{unattached}}">
        <p><label for="raison-{{unattached}}">{{t.work.reason}}</label>
        <input id="raison-{{unattached}}" name="motif" value="{{dismissalReason}}" required></p>
        <button>{{t.work.dismissResult}}</button></form></details>{{/dismissing}}</td></tr>
        {{/page.lines}}</tbody></table></div>
        {{/empty(page.lines)}}
        {{#page.letterForm}}{{>letter-form}}{{/page.letterForm}}
        <p class="actions">{{#page.previous}}<a href="{{.}}" rel="prev">{{t.work.previous}}</a>{{/page.previous}}
        {{#page.next}}<a href="{{.}}" rel="next">{{t.work.next}}</a>{{/page.next}}</p>
        {{/main}}{{/layout}}
        """#)
}
