import Hummingbird
import Kernel
import UseCases

/// An intervention as the people of the herd read it: what is to be done first, then what came back.
struct OwnInterventionPage: PageModel {
    struct Card: Sendable {
        let name: String
        let figures: String?
        let meaning: String
        let reasons: [String]
    }

    static let manual: String? = "intervention"
    let title: String
    let subtitle: String
    let holding: String
    let todo: [String]
    let isDone: Bool
    let diseases: [Card]
    let sections: [DossierSection]
    var actions: [DossierPage.Link] = []
    /// For who reads papers that are attached.
    var pieces: PaperPart?
    let notices: [Notice]
    let isRefused: Bool

    init(_ file: ShowOwnIntervention.Outcome, _ time: LocalTime, _ notices: [Notice], _ status: HTTPResponse.Status) {
        let (texts, head) = (Catalogue.french, file.head)
        title = "\(texts.text("intervention", "title")) \(head.number)"
        let vet = head.veterinarian.map { "\(texts.text("own", "by")) \($0)" }
        subtitle = [
            "\(head.name), \(texts.text("own", "herd").lowercased()) \(head.holding)/\(head.herd)",
            CodeWords.herdClass(code: head.herdClass), vet,
        ].compactMap(\.self).joined(separator: ", ")
        holding = "/elevages/\(head.holding)"
        todo = file.todo
        isDone = file.todo.isEmpty
        diseases = file.diseases.map {
            Card(
                name: texts.text("disease", $0.disease.rawValue), figures: $0.figures, meaning: $0.meaning,
                reasons: $0.reasons)
        }
        sections = file.tables.sections.enumerated().map { DossierSection($1, time, number: $0 + 1) }
        self.notices = notices
        isRefused = status != .ok
    }

    /// `InterventionPages` has the route.
    static func answer(
        _ call: Call, notices: [Notice] = [], status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let found = try await FindIntervention(call.part("number")).all(call.useCase())
        guard let first = found.first else { throw WebFault.notFound }
        let context = try call.useCase(in: first.department)
        let file = try await ShowOwnIntervention(first).perform(context)
        var page = OwnInterventionPage(file, LocalTime(first.department), notices, status)
        page.actions = try await InterventionLinks.all(of: first, context)
        if Access.may(.paperRead).allows(context.actor.role) {
            page.pieces = try PaperPart(await ListAttachments(of: first).perform(context), of: first, call)
        }
        return try call.page(page, .followUp, status: status)
    }

    static let template = Template(
        "own-intervention",
        #"""
        {{<layout}}{{$main}}
        <p class="hint"><a href="/">{{t.own.title}}</a></p>
        <h1>{{title}}</h1>
        <p><a href="{{page.holding}}">{{page.subtitle}}</a></p>
        {{>notices}}
        <section class="card" id="a-faire"><h2>{{t.own.todo}}</h2>
        {{#page.isDone}}<p>{{t.own.nothingToDo}}</p>{{/page.isDone}}
        {{^page.isDone}}<ul>{{#page.todo}}<li>{{.}}</li>{{/page.todo}}</ul>{{/page.isDone}}
        <p class="actions">{{#page.actions}}<a class="button" href="{{path}}">{{title}}</a>
        {{/page.actions}}</p></section>
        <section id="maladies"><h2>{{t.own.meaning}}</h2>
        <div class="panels">{{#page.diseases}}<article class="card"><h3>{{name}}</h3>
        <p><strong>{{meaning}}</strong></p>{{#figures}}<p>{{.}}</p>{{/figures}}
        <ul class="reasons">{{#reasons}}<li class="hint">{{.}}</li>{{/reasons}}</ul></article>
        {{/page.diseases}}</div></section>
        {{>attachments}}
        {{#page.sections}}
        <section id="{{id}}"><h2>{{title}}</h2>
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}"><table class="list">
        <thead><tr>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}</tr></thead>
        <tbody>{{#rows}}<tr>{{#cells}}<td>{{>dossier-cell}}</td>{{/cells}}</tr>
        {{/rows}}</tbody></table></div></section>
        {{/page.sections}}
        {{/main}}{{/layout}}
        """#)
}
