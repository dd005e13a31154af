import Kernel
import Mustache
import Prophylaxis
import UseCases

/// The analysis requests to a laboratory by what became of them.
struct AnalysesPage: PageModel {
    static let manual: String? = "analyses"
    struct Tab: Sendable {
        let title: String
        let path: String
        let isCurrent: Bool
    }

    let title = Catalogue.french.text("analyses", "title")
    let notices: [Notice]
    let isRefused: Bool
    let isUnattached: Bool
    let tabs: [Tab]
    let stage: String
    let department: String
    let number: String
    let waiting: Int
    let lines: [AnalysisLine]
    let batch: String
    let next: String?

    init(
        _ filter: LaboratoryRequestFilter, _ outcome: ListAnalysisRequests.Outcome, _ notices: [Notice],
        isUnattached: Bool
    ) {
        self.notices = notices
        isRefused = !notices.isEmpty
        self.isUnattached = isUnattached
        (stage, department) = (filter.stage.rawValue, filter.department ?? "")
        number = filter.number ?? ""
        waiting = outcome.waiting
        tabs = LaboratoryRequestFilter.Stage.allCases.map { other in
            Tab(
                title: Catalogue.french.text("analyses", other.rawValue),
                path: AnalysesPage.path(other, filter), isCurrent: other == filter.stage)
        }
        lines = outcome.lines.map(AnalysisLine.init)
        let here = AnalysesPage.path(filter.stage, filter)
        batch = here.replacing("/analyses?", with: "/analyses/lot?")
        next = outcome.next.map { "\(here)&apres=\($0.description.formEncoded)" }
    }

    private static func path(_ stage: LaboratoryRequestFilter.Stage, _ filter: LaboratoryRequestFilter) -> String {
        let parts = [("etat", stage.rawValue), ("departement", filter.department), ("numero", filter.number)]
        return "/analyses?"
            + parts.compactMap { name, value in
                value.flatMap { $0.isEmpty ? nil : "\(name)=\($0.formEncoded)" }
            }.joined(separator: "&")
    }

    static let template = Template(
        "analyses",
        #"""
        {{<layout}}{{$main}}
        <p class="hint"><a href="/">{{t.own.laboratory}}</a></p>
        <h1>{{title}}</h1>
        {{>notices}}
        {{#page.isUnattached}}<p class="notice warned">{{t.own.unattached}}</p>{{/page.isUnattached}}
        <p>{{t.analyses.hint}}</p>
        <ul class="tabs">{{#page.tabs}}<li><a href="{{path}}"
        {{#isCurrent}} aria-current="page"{{/isCurrent}}>{{title}}</a></li>{{/page.tabs}}</ul>
        <form class="filters" action="/analyses"><input type="hidden" name="etat" value="{{page.stage}}">
        <p><label for="departement">{{t.analyses.department}}</label>
        <input id="departement" name="departement" value="{{page.department}}" size="4" maxlength="3"></p>
        <p><label for="numero">{{t.analyses.number}}</label>
        <input id="numero" name="numero" value="{{page.number}}" inputmode="numeric" maxlength="20"></p>
        <p><button>{{t.followUp.apply}}</button></p></form>
        {{^page.lines}}<p class="notice">{{t.analyses.none}}</p>{{/page.lines}}
        <form method="post" action="{{page.batch}}"><input type="hidden" name="_form" value="{{form}}">
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}"><table class="list cards">
        <thead><tr><th scope="col"><span class="visually-hidden">{{t.followUp.pick}}</span></th>
        <th scope="col">{{t.own.document}}</th><th scope="col">{{t.own.herd}}</th>
        <th scope="col">{{t.own.diseases}}</th><th scope="col">{{t.own.animals}}</th>
        <th scope="col">{{t.own.issued}}</th><th scope="col">{{t.analyses.fetchedOn}}</th>
        <th scope="col">{{t.analyses.file}}</th></tr></thead>
        <tbody>{{#page.lines}}<tr><td>{{#pick}}<input type="checkbox" name="choix" value="{{.}}"
        aria-label="{{t.followUp.pick}} {{document}}">{{/pick}}</td>
        <th scope="row">{{document}}</th><td data-title="{{t.own.herd}}">{{holding}}</td>
        <td data-title="{{t.own.diseases}}">{{diseases}}</td><td data-title="{{t.own.animals}}">{{animals}}</td>
        <td data-title="{{t.own.issued}}">{{issued}}</td>
        <td data-title="{{t.analyses.fetchedOn}}">{{fetched}}</td>
        <td data-title="{{t.analyses.file}}">{{#pick}}<a href="/analyses/{{.}}/demande.xml">{{t.analyses.fetch}}
        <span class="visually-hidden">{{document}}</span></a> ·
        <a href="/analyses/{{.}}/demande.pdf">{{t.analyses.print}}
        <span class="visually-hidden">{{document}}</span></a>{{/pick}}{{^pick}}{{t.analyses.cancelled}}{{/pick}}</td>
        </tr>
        {{/page.lines}}</tbody></table></div>
        {{#page.next}}<p><a href="{{.}}">{{t.own.more}}</a></p>{{/page.next}}
        <p><button class="primary">{{t.analyses.fetchPicked}}</button>
        <span class="hint">{{t.analyses.fetchHint}}</span></p></form>
        {{/main}}{{/layout}}
        """#)
}

/// One request; the template asks for its cells by name.
struct AnalysisLine: MustacheParent, Sendable {
    private let request: LaboratoryRequest

    init(_ request: LaboratoryRequest) { self.request = request }

    func child(named name: String) -> Any? {
        switch name {
        // Nothing of a cancelled one is to be fetched.
        case "pick": request.isCancelled ? [String]() : [request.key.description]
        case "document": "\(request.intervention)/\(request.key.edition)"
        case "holding": "\(request.holding) (\(request.department))"
        case "diseases": Disease.set(request.diseases).map(CodeWords.disease).joined(separator: ", ")
        case "animals": request.animals
        case "issued": AnalysisLine.day(request.issuedAt)
        case "fetched":
            request.fetchedAt.map { "\(LocalTime(request.department).text($0)), \(request.fetchedBy ?? "")" } ?? ""
        default: nil
        }
    }

    static func day(_ instant: String) -> String { Day(String(instant.prefix(10)))?.french ?? instant }
}
