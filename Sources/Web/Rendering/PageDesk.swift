import Hummingbird
import Mustache
import Register
import UseCases

/// What a page shows, and the template that shows it.
protocol PageModel: Sendable {
    static var template: Template { get }
    /// The title in the browser's tab, and the page's first heading.
    var title: String { get }
    /// The manual's section of the page, where it is not that of its place.
    static var manual: String? { get }
}

extension PageModel {
    static var manual: String? { nil }
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
    case notices
    case account
    case signIn
    case fault
}

/// Turns models into pages: templates, words, front-end parts, navigation.
struct PageDesk: Sendable {
    let assets: AssetShelf
    let templates: MustacheLibrary

    func page<Model: PageModel>(
        _ model: Model, _ place: Place, for visit: Sessions.Visit?, formToken: String, unread: Int = 0,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let frame = PageFrame(
            title: model.title, page: PageFrame.fields(of: model), form: formToken, assets: assets.addresses,
            visitor: visit.map { PageFrame.Visitor($0.actor, unread: unread) },
            navigation: visit.map { Navigation.entries(for: $0.actor, at: place) } ?? [],
            manual: visit.flatMap { visit in
                (Model.manual ?? FrenchTexts.manualOfPlace[place]).flatMap(ManualSection.named)
                    .flatMap { $0.access.allows(visit.actor.role) ? $0.path : nil }
            })
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
        /// At the bell; nil: nothing waits.
        let unread: String?
        /// What the bell is called.
        let bell: String

        init(_ actor: Actor, unread count: Int) {
            name = actor.name
            unread = count > 0 ? UnreadWords.figure(count) : nil
            let title = Catalogue.french.text("notices", "title")
            bell = count > 0 ? "\(title), \(UnreadWords.text(count))" : title
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
    /// Where the manual tells of the page; nil where it does not.
    let manual: String?

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
        case "manual": manual
        case "t": Catalogue.french
        default: nil
        }
    }
}
