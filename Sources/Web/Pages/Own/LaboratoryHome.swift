import Hummingbird
import Kernel
import Mustache
import Prophylaxis
import UseCases

/// The first page of a laboratory: the requests to it, and what it sent (CAL-43).
struct LaboratoryHome: PageModel {
    let title = Catalogue.french.text("own", "laboratory")
    let requests: [RequestLine]
    let dossiers: [DossierLine]
    let next: String?
    /// How many wait to be fetched; nil for a laboratory that gets none.
    let waiting: Int?
    let hasRequests: Bool
    let hasDossiers: Bool
    let isUnattached: Bool

    struct RequestLine: Sendable {
        let intervention: String
        let holding: String
        let diseases: String
        let animals: Int
        let issued: String
        let path: String
    }

    struct DossierLine: Sendable {
        let dossier: String
        let sampled: String
        let results: Int
        let nonNegative: Int
    }

    static func answer(_ call: Call) async throws -> Response {
        let outcome = try await ListOwnAnalyses(after: call.query("apres")).perform(call.useCase())
        let page = LaboratoryHome(
            requests: outcome.requests.map { request in
                RequestLine(
                    intervention: "\(request.intervention)/\(request.key.edition)",
                    holding: "\(request.holding) (\(request.department))",
                    diseases: Disease.set(request.diseases).map(CodeWords.disease).joined(separator: ", "),
                    animals: request.animals, issued: AnalysisLine.day(request.issuedAt),
                    path: "/analyses/\(request.key)/demande.xml")
            },
            dossiers: outcome.dossiers.map { dossier in
                DossierLine(
                    dossier: dossier.dossier, sampled: dossier.sampledOn.french, results: dossier.results,
                    nonNegative: dossier.nonNegative)
            },
            next: outcome.next.map { "/?apres=\($0.formEncoded)" },
            waiting: Access.may(.analysisFetch).allows(try call.visit.actor.role) ? outcome.waiting : nil,
            hasRequests: !outcome.requests.isEmpty,
            hasDossiers: !outcome.dossiers.isEmpty, isUnattached: try call.visit.actor.organisation == nil)
        return try call.page(page, .home)
    }

    static let template = Template(
        "laboratory-home",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        {{#page.isUnattached}}<p class="notice warned">{{t.own.unattached}}</p>{{/page.isUnattached}}
        <p>{{t.own.laboratoryHint}}</p>
        <p class="actions"><a class="button primary" href="/fichiers">{{t.own.sendResults}}</a></p>
        {{#page.waiting}}<section><h2>{{t.own.requests}}</h2>
        <p><strong>{{.}}</strong> {{t.analyses.waitingCount}} · <a href="/analyses">{{t.analyses.see}}</a></p>
        {{#page.hasRequests}}
        <div class="wide" tabindex="0" role="region" aria-label="{{t.own.requests}}"><table class="list">
        <thead><tr><th scope="col">{{t.own.document}}</th><th scope="col">{{t.own.herd}}</th>
        <th scope="col">{{t.own.diseases}}</th><th scope="col">{{t.own.animals}}</th>
        <th scope="col">{{t.own.issued}}</th><th scope="col">{{t.analyses.file}}</th></tr></thead>
        <tbody>{{#page.requests}}<tr><th scope="row">{{intervention}}</th><td>{{holding}}</td><td>{{diseases}}</td>
        <td>{{animals}}</td><td>{{issued}}</td><td><a href="{{path}}">{{t.analyses.fetch}}
        <span class="visually-hidden">{{intervention}}</span></a></td></tr>
        {{/page.requests}}</tbody></table></div>{{/page.hasRequests}}</section>{{/page.waiting}}
        <section><h2>{{t.own.dossiers}}</h2>
        {{^page.hasDossiers}}<p class="notice">{{t.own.noDossier}}</p>{{/page.hasDossiers}}
        {{#page.hasDossiers}}
        <div class="wide" tabindex="0" role="region" aria-label="{{t.own.dossiers}}"><table class="list">
        <thead><tr><th scope="col">{{t.own.dossier}}</th><th scope="col">{{t.own.sampled}}</th>
        <th scope="col">{{t.own.results}}</th><th scope="col">{{t.own.nonNegative}}</th></tr></thead>
        <tbody>{{#page.dossiers}}<tr><th scope="row">{{dossier}}</th><td>{{sampled}}</td><td>{{results}}</td>
        <td>{{nonNegative}}</td></tr>
        {{/page.dossiers}}</tbody></table></div>
        {{#page.next}}<p><a href="{{.}}">{{t.own.more}}</a></p>{{/page.next}}{{/page.hasDossiers}}</section>
        {{/main}}{{/layout}}
        """#)
}
