import Hummingbird
import Kernel
import Mustache
import UseCases

/// Received files, and the form to send one.
struct FilesPage: PageModel {
    let title = Catalogue.french.text("files", "title")
    var files: [FileLine] = []
    var kinds: [Choice] = []
    var states: [Choice] = []
    var onlyOpen = false
    /// Where the next page is; nil on the last one.
    var next: String?
    /// What the account may send; empty: nothing.
    var sendable: [Choice] = [] { didSet { maySend = !sendable.isEmpty } }
    private(set) var maySend = false
    var laboratories: [Choice] = []
    /// What was typed when the file was refused.
    var department = ""
    var limit = ""
    var fault: [FaultPage.Line] = []

    static let template = Template(
        "files",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        {{>fault-notice}}
        {{#page.maySend}}<section class="card"><h2>{{t.files.send}}</h2>
        <form method="post" action="/fichiers" enctype="multipart/form-data" data-upload class="filters">
        <input type="hidden" name="_form" value="{{form}}">
        <div class="drop"><p><label for="fichier">{{t.files.drop}}</label>
        <input id="fichier" type="file" name="fichier" required></p></div>
        <p><label for="bovins">{{t.files.animals}}</label><input id="bovins" type="file" name="bovins"></p>
        <p><label for="sorte">{{t.files.kind}}</label><select id="sorte" name="sorte">
        <option value="">{{t.files.recognise}}</option>{{#page.sendable}}
        <option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/page.sendable}}</select></p>
        <p><label for="departement">{{t.files.department}}</label>
        <input id="departement" name="departement" size="4" value="{{page.department}}"
        aria-describedby="departement-aide">
        <span class="hint" id="departement-aide">{{t.files.departmentHint}}</span></p>
        <p><label for="laboratoire">{{t.files.laboratory}}</label><select id="laboratoire" name="laboratoire">
        <option value="">{{t.files.own}}</option>{{#page.laboratories}}
        <option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>
        {{/page.laboratories}}</select></p>
        <p class="actions"><button class="primary">{{t.files.submit}}</button>
        <progress max="100" value="0" hidden aria-label="{{t.jobs.progress}}"></progress>
        <span class="hint">{{t.files.limit}} {{page.limit}}</span> <a href="/travaux">{{t.files.jobs}}</a></p>
        </form></section>{{/page.maySend}}
        <h2>{{t.files.received}}</h2>
        <div class="filters"><form method="get">
        <p><label for="f-sorte">{{t.files.kind}}</label><select id="f-sorte" name="sorte">
        <option value="">{{t.files.all}}</option>{{#page.kinds}}
        <option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/page.kinds}}</select></p>
        <p><label for="f-etat">{{t.files.state}}</label><select id="f-etat" name="etat">
        <option value="">{{t.files.all}}</option>{{#page.states}}
        <option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/page.states}}</select></p>
        <p class="checks"><label><input type="checkbox" name="en-attente" value="1"
        {{#page.onlyOpen}} checked{{/page.onlyOpen}}> {{t.files.onlyOpen}}</label></p>
        <p><button>{{t.files.apply}}</button></p></form></div>
        {{^page.files}}<p>{{t.files.none}}</p>{{/page.files}}
        {{^empty(page.files)}}
        <div class="wide" tabindex="0" role="region" aria-label="{{t.files.received}}"><table class="list">
        <thead><tr><th scope="col">{{t.files.name}}</th><th scope="col">{{t.files.kind}}</th>
        <th scope="col">{{t.files.department}}</th><th scope="col">{{t.files.sender}}</th>
        <th scope="col">{{t.files.when}}</th><th scope="col">{{t.files.state}}</th>
        <th scope="col">{{t.files.lines}}</th></tr></thead>
        <tbody>{{#page.files}}<tr><th scope="row"><a href="{{path}}">{{name}}</a></th><td>{{kind}}</td>
        <td>{{department}}</td><td>{{sender}}</td><td>{{when}}</td><td>{{state}}</td>
        <td>{{counts}}{{#open}},
        <strong class="nn">{{.}} {{t.files.open}}</strong>{{/open}}</td></tr>
        {{/page.files}}</tbody></table></div>
        {{/empty(page.files)}}
        {{#page.next}}<p><a href="{{.}}" rel="next">{{t.files.next}}</a></p>{{/page.next}}
        {{/main}}{{/layout}}
        """#)
}

/// A received file as its cells.
struct FileLine: MustacheParent, Sendable {
    let row: ReceivedFileRow

    func child(named name: String) -> Any? {
        switch name {
        case "path": "/fichiers/\(row.run.id)"
        case "name": row.run.fileName
        case "kind": FileWords.kind(row.run.kind)
        case "department": row.run.department
        case "sender": row.run.sender
        case "when": row.run.receivedOn.french
        case "state": FileWords.state(row.run.state)
        case "counts": FileWords.counts(accepted: row.run.acceptedCount, refused: row.run.refusedCount)
        case "open": row.openLines > 0 ? row.openLines : nil
        default: nil
        }
    }
}

/// What kinds and states are called.
enum FileWords {
    static func kind(_ runKind: String) -> String {
        ReceivedKind(runKind: runKind).map { Catalogue.french.text("files", $0.rawValue) } ?? runKind
    }

    /// `12 acceptées, 1 refusée`
    static func counts(accepted: Int, refused: Int) -> String {
        [(accepted, "accepted"), (refused, "refused")].map { count, key in
            "\(count) \(Catalogue.french.text("files", count > 1 ? key : "\(key)One"))"
        }.joined(separator: ", ")
    }

    static func state(_ state: ReceivedFileState) -> String {
        Catalogue.french.text("files", "state-\(state.rawValue)")
    }
}
