import Kernel
import Mustache
import UseCases

/// A received file: what became of it, and its refused lines to correct and replay.
struct FilePage: PageModel {
    let title: String
    let id: Int64
    let file: FileLine
    let findings: [FaultPage.Line]
    /// Why there are no findings; nil where there are some.
    let silence: String?
    let lines: [Line]
    let hasMore: Bool
    let canReplay: Bool
    var waiting: [WaitingCard] = []
    var notices: [Notice] = []
    let isRefused = false
    var fault: [FaultPage.Line] = []

    /// - Parameter entered: corrections that were sent and refused.
    init(_ outcome: ShowReceivedFile.Outcome, mayReplay: Bool, entered: Form? = nil) {
        (title, id, file) = (outcome.run.fileName, outcome.run.id, FileLine(row: outcome.row))
        findings = FaultPage.Line.lines(of: outcome.findings)
        silence = outcome.findings.isEmpty ? FilePage.silence(outcome) : nil
        lines = outcome.lines.map { Line(line: $0, entered: entered) }
        hasMore = outcome.openLines > outcome.lines.count + outcome.waiting.count
        // A file that could not be read at all has no line to correct: it is sent again.
        canReplay = mayReplay && !outcome.lines.isEmpty && !outcome.lines.contains(where: \.text.isEmpty)
    }

    private static func silence(_ outcome: ShowReceivedFile.Outcome) -> String {
        let key =
            outcome.run.refusedCount == 0 ? "noFinding" : outcome.openLines == 0 ? "allTreated" : "onlyLines"
        return Catalogue.french.text("files", key)
    }

    struct Line: MustacheParent, Sendable {
        let line: ShowReceivedFile.Line
        let entered: Form?

        private var field: String { "ligne.\(line.part).\(line.number)" }

        func child(named name: String) -> Any? {
            switch name {
            case "field": field
            case "part": line.part
            case "number": line.number
            case "text": entered?.value(field) ?? line.text
            case "findings": FaultPage.Line.lines(of: line.findings)
            case "nonNegative": line.mayBeNonNegative
            default: nil
            }
        }
    }

    static let template = Template(
        "file",
        #"""
        {{<layout}}{{$main}}
        <p class="hint"><a href="/fichiers">{{t.files.back}}</a></p>
        <h1>{{title}}</h1>
        {{>notices}}{{>fault-notice}}
        {{#page.file}}<dl class="facts">
        <div><dt>{{t.files.kind}}</dt><dd>{{kind}}</dd></div>
        <div><dt>{{t.files.department}}</dt><dd>{{department}}</dd></div>
        <div><dt>{{t.files.sender}}</dt><dd>{{sender}}</dd></div>
        <div><dt>{{t.files.when}}</dt><dd>{{when}}</dd></div>
        <div><dt>{{t.files.state}}</dt><dd>{{state}}</dd></div>
        <div><dt>{{t.files.lines}}</dt><dd>{{counts}}{{#open}},
        {{.}} {{t.files.open}}{{/open}}</dd></div></dl>{{/page.file}}
        <p class="actions"><a class="button"
        href="/fichiers/{{page.id}}/accuse.csv">{{t.files.acknowledgement}}</a></p>
        <section><h2>{{t.files.findings}}</h2>
        {{#page.silence}}<p>{{.}}</p>{{/page.silence}}
        <ul>{{#page.findings}}<li>{{sentence}} <span class="hint">{{wayOut}}</span></li>
        {{/page.findings}}</ul></section>
        <section><h2>{{t.files.openLines}}</h2>
        {{^page.lines}}<p>{{t.files.noLine}}</p>{{/page.lines}}
        <form method="post" action="/fichiers/{{page.id}}/rejouer">
        <input type="hidden" name="_form" value="{{form}}">
        {{#page.canReplay}}<p>{{t.files.correct}}</p>{{/page.canReplay}}
        {{#page.lines}}<div class="card"><p><label for="{{field}}">{{part}}, {{t.files.line}} {{number}}</label>
        {{#nonNegative}}<strong class="nn">{{t.files.nonNegative}}</strong>{{/nonNegative}}</p>
        <textarea id="{{field}}" name="{{field}}" rows="2" class="line" spellcheck="false">{{text}}</textarea>
        <ul>{{#findings}}<li>{{sentence}} <span class="hint">{{wayOut}}</span></li>{{/findings}}</ul></div>
        {{/page.lines}}
        {{#page.hasMore}}<p class="hint">{{t.files.more}}</p>{{/page.hasMore}}
        {{#page.canReplay}}<p><button class="primary">{{t.files.replay}}</button></p>{{/page.canReplay}}
        </form></section>
        <section><h2>{{t.files.waiting}}</h2>
        {{^page.waiting}}<p>{{t.files.noneWaiting}}</p>{{/page.waiting}}
        {{#page.waiting}}<div class="card"><h3>{{title}}
        {{#nonNegative}}<strong class="nn">{{t.files.nonNegative}}</strong>{{/nonNegative}}</h3>
        <p>{{detail}}</p>
        <ul>{{#findings}}<li>{{sentence}} <span class="hint">{{wayOut}}</span></li>{{/findings}}</ul>
        {{#attaching}}<form method="post" action="{{.}}" class="filters">
        <input type="hidden" name="_form" value="{{form}}"><input type="hidden" name="resultat" value="{{id}}">
        {{#isOfAnimal}}<p><label for="bovin-{{id}}">{{t.files.animal}}</label>
        <input id="bovin-{{id}}" name="bovin" value="{{animal}}"></p>{{/isOfAnimal}}
        <p><label for="intervention-{{id}}">{{t.files.intervention}}</label>
        <input id="intervention-{{id}}" name="intervention" inputmode="numeric" value="{{intervention}}" required></p>
        <p class="actions"><button>{{t.files.attach}}</button></p></form>{{/attaching}}
        {{#dismissing}}<form method="post" action="{{.}}" class="filters">
        <input type="hidden" name="_form" value="{{form}}"><input type="hidden" name="resultat" value="{{id}}">
        <p><label for="motif-{{id}}">{{t.work.reason}}</label><input id="motif-{{id}}" name="motif"
        value="{{reason}}" required></p>
        <p class="actions"><button>{{t.work.dismissResult}}</button></p></form>{{/dismissing}}</div>
        {{/page.waiting}}</section>
        {{/main}}{{/layout}}
        """#)
}
