import Hummingbird
import Mustache
import Register
import UseCases

/// What a page shows, and the template that shows it.
protocol PageModel: Sendable {
    static var template: Template { get }
    /// The title in the browser's tab, and the page's first heading.
    var title: String { get }
}

/// Where in the house a page stands: which entry of the navigation is lit.
enum Place: String, Sendable, CaseIterable {
    case home
    case followUp
    case work
    case documents
    case files
    case herds
    case settings
    case audit
    case administration
    case help
    case account
    case signIn
    case fault
}

/// Turns models into pages: templates, words, front-end parts, navigation.
struct PageDesk: Sendable {
    let assets: AssetShelf
    let templates: MustacheLibrary

    func page<Model: PageModel>(
        _ model: Model, _ place: Place, for visit: Sessions.Visit?, formToken: String,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let frame = PageFrame(
            title: model.title, page: PageFrame.fields(of: model), form: formToken, assets: assets.addresses,
            visitor: visit.map { PageFrame.Visitor($0.actor) },
            navigation: visit.map { Navigation.entries(for: $0.actor, at: place) } ?? [])
        guard let html = templates.render(frame, withTemplate: Model.template.name) else {
            throw TemplateMissing(name: Model.template.name)
        }
        var response = Response(status: status, body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
        response.headers[.contentType] = "text/html; charset=utf-8"
        return response
    }
}

struct TemplateMissing: Error { let name: String }

/// What every page has around it.
struct PageFrame: MustacheParent {
    struct Visitor: Sendable {
        let name: String
        let role: String
        let maySearch: Bool

        init(_ actor: Actor) {
            name = actor.name
            maySearch = Policy.allows(.herdRead, to: actor.role)
            role = Catalogue.french.text("role", actor.role.rawValue)
        }
    }

    let title: String
    /// The model's properties by name: looked at once, not at each name that a template says.
    let page: [String: Any]
    let form: String
    let assets: [String: String]
    let visitor: Visitor?
    let navigation: [Navigation.Entry]

    /// The stored properties of a model that hold something.
    static func fields(of model: any PageModel) -> [String: Any] {
        var fields: [String: Any] = [:]
        for (name, value) in Mirror(reflecting: model).children {
            let mirror = Mirror(reflecting: value)
            fields[name ?? ""] = mirror.displayStyle == .optional ? mirror.children.first?.value : value
        }
        return fields
    }

    func child(named name: String) -> Any? {
        switch name {
        case "title": title
        case "page": page
        case "form": form
        case "assets": assets
        case "visitor": visitor
        case "navigation": navigation
        case "t": Catalogue.french
        default: nil
        }
    }
}
