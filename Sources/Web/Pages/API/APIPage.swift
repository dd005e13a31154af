import Hummingbird
import UseCases

/// The description of the API for people: every operation, in the order of the table.
struct APIPage: PageModel {
    struct Line: Sendable {
        let id: String
        let method: String
        let path: String
        let summary: String
        let parameters: String
        let answer: String
    }

    let title = OpenAPIDocument.words("page")
    let document = OpenAPIDocument.path
    let lines = APIRoutes.all.map { operation in
        Line(
            id: operation.id, method: operation.method.rawValue, path: APIDesk.root + operation.path,
            summary: OpenAPIDocument.words(operation.id),
            parameters: operation.parameters.filter { !$0.isInPath }.map { $0.isRequired ? $0.name + " *" : $0.name }
                .joined(separator: ", "),
            answer: "\(operation.success.status.code) \(operation.success.mediaType)")
    }

    static let endpoints = [
        OpenAPIDocument.endpoint,
        Endpoint(.get, "/api", .everyone) { try $0.page(APIPage(), .help) },
    ]

    static let template = Template(
        "api",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        <p>{{t.api.description}} <a href="{{page.document}}">{{t.api.document}}</a></p>
        <h2>{{t.api.access}}</h2>
        <p>{{t.api.accessText}}</p>
        <p><a href="/compte/jetons">{{t.api.tokens}}</a></p>
        <h2>{{t.api.operation}}</h2>
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}"><table class="list">
        <thead><tr><th scope="col">{{t.api.path}}</th><th scope="col">{{t.api.operation}}</th>
        <th scope="col">{{t.api.parameters}}</th><th scope="col">{{t.api.answer}}</th></tr></thead>
        <tbody>{{#page.lines}}<tr id="{{id}}"><th scope="row"><code>{{method}} {{path}}</code></th><td>{{summary}}</td>
        <td>{{parameters}}</td><td>{{answer}}</td></tr>
        {{/page.lines}}</tbody></table></div>
        {{/main}}{{/layout}}
        """#)
}
