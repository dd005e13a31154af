import Hummingbird
import Kernel
import UseCases

/// All there is to know of one thing, with its history.
struct DossierPage: PageModel {
    let dossier: Dossier

    var title: String { dossier.title }

    static let template = Template(
        "dossier",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        <dl class="facts">{{#page.dossier.facts}}<div><dt>{{label}}</dt><dd>{{value}}</dd></div>
        {{/page.dossier.facts}}</dl>
        {{#page.dossier.sections}}
        <section><h2>{{title}}</h2>
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}"><table class="list">
        <thead><tr>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}</tr></thead>
        <tbody>{{#rows}}<tr>{{#.}}<td>{{.}}</td>{{/.}}</tr>
        {{/rows}}</tbody></table></div></section>
        {{/page.dossier.sections}}
        {{/main}}{{/layout}}
        """#)
}

enum DossierPages {
    static let endpoints = [
        Endpoint(.get, "/interventions/:number", .may(.campaignRead), intervention)
    ]

    private static func intervention(_ call: Call) async throws -> Response {
        let found = try await FindIntervention(call.part("number")).all(call.useCase())
        guard let first = found.first else { throw WebFault.notFound }
        let dossier = try await ShowIntervention(first).perform(call.useCase(in: first.department))
        return try call.page(DossierPage(dossier: dossier), .followUp)
    }
}
