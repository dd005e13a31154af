import Hummingbird
import Kernel
import Mustache
import UseCases

/// How far a campaign is by place: a table, and the map that a script draws from it. By commune, circles in the middle
/// of their herds' places; by department, the shapes that the set-up installs.
struct MapPage: PageModel {
    /// The template asks for its cells by name, without reflection; what is missing is an empty list, since a nil would
    /// be looked for around the line.
    struct Line: MustacheParent, Sendable {
        let name: String
        let path: String?
        /// What the script finds a shape by; nil on the map of the communes.
        let code: String?
        let latitude: String?
        let longitude: String?
        let interventions: Int
        let treated: Int
        /// In percent.
        let share: Int
        let nonNegative: Int

        func child(named name: String) -> Any? {
            switch name {
            case "name": self.name
            case "path": [path].compactMap(\.self)
            case "code": [code].compactMap(\.self)
            case "latitude": [latitude].compactMap(\.self)
            case "longitude": [longitude].compactMap(\.self)
            case "interventions": interventions
            case "treated": treated
            case "share": share
            case "percent": treated.percent(of: interventions) ?? "0,0"
            case "nonNegative": nonNegative
            default: nil
            }
        }
    }

    struct Year: Sendable {
        let title: String
        let path: String
        let isCurrent: Bool
    }

    let title: String
    let back: HomePage.Work
    let place: String
    /// Why there is no map; nil where there is one.
    let missing: String?
    /// Address of the shapes; nil on the map of the communes.
    let shapes: String?
    let years: [Year]
    let lines: [Line]
    let hasLines: Bool

    static let endpoints = [
        Endpoint(.get, "/carte", .may(.campaignRead), departments),
        Endpoint(.get, "/campagnes/:department/:year/carte", .may(.campaignRead), communes),
    ]

    private static func communes(_ call: Call) async throws -> Response {
        let (campaign, texts) = (try call.campaign(), Catalogue.french)
        let places = try await CampaignMap(campaign.selector).perform(call.useCase(in: campaign.selector.department))
        let lines = places.map { counts in
            // The tab that has lines: what is left to do, or what is done. Decisions of non-completion have no report.
            let level = counts.treated < counts.interventions || counts.reported == 0 ? 1 : 2
            let query = "niveau=\(level)&commune=\(counts.code.formEncoded)"
            let path = counts.code.isEmpty ? nil : campaign.path("suivi", query)
            return Line(counts, name: counts.name.isEmpty ? texts.text("map", "unnamed") : counts.name, path: path)
        }
        let isPlaced = places.contains { $0.middle != nil }
        return try call.page(
            MapPage(
                title: texts.text("map", "byCommune"),
                back: HomePage.Work(title: campaign.title, count: 0, path: campaign.path("")),
                place: texts.text("map", "commune"), missing: isPlaced ? nil : texts.text("map", "noPlaces"),
                shapes: nil, years: [], lines: lines, hasLines: !lines.isEmpty), .followUp)
    }

    private static func departments(_ call: Call) async throws -> Response {
        let texts = Catalogue.french
        let outcome = try await DepartmentsMap(year: call.number("annee")).perform(call.useCase())
        let lines = outcome.departments.map { counts in
            let campaign = CampaignAddress(counts.code, outcome.year ?? 0)
            return Line(counts, name: counts.name, path: campaign.path("carte"), code: counts.code)
        }
        let shapes = call.desk.assets.addresses["departments"]
        return try call.page(
            MapPage(
                title: texts.text("map", "byDepartment"),
                back: HomePage.Work(title: texts.text("campaign", "all"), count: 0, path: "/campagnes"),
                place: texts.text("map", "department"),
                missing: shapes == nil ? texts.text("map", "noShapes") : nil, shapes: shapes,
                years: outcome.years.map {
                    Year(title: "\($0 - 1)-\($0)", path: "/carte?annee=\($0)", isCurrent: $0 == outcome.year)
                }, lines: lines, hasLines: !lines.isEmpty), .followUp)
    }

    static let template = Template(
        "map",
        #"""
        {{<layout}}{{$head}}{{^page.missing}}{{#assets.leafletStyle}}<link rel="stylesheet" href="{{.}}">
        {{/assets.leafletStyle}}{{#assets.leaflet}}<script src="{{.}}" defer></script>{{/assets.leaflet}}
        {{#assets.map}}<script src="{{.}}" defer></script>{{/assets.map}}{{/page.missing}}{{/head}}{{$main}}
        <p class="hint"><a href="{{page.back.path}}">{{page.back.title}}</a></p>
        <h1>{{title}}</h1>
        {{#page.years}}<a class="pill" href="{{path}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{t.map.year}}
        {{title}}</a>{{/page.years}}
        {{#page.missing}}<p class="notice">{{.}}</p>{{/page.missing}}
        {{^page.hasLines}}<p>{{t.map.none}}</p>{{/page.hasLines}}
        {{#page.hasLines}}<div data-map{{#page.shapes}} data-shapes="{{.}}"{{/page.shapes}}>
        {{^page.missing}}<div class="map" aria-hidden="true" hidden></div>
        <p class="hint" hidden>{{t.map.legend}}</p>{{/page.missing}}
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}"><table class="list short">
        <thead><tr><th scope="col">{{page.place}}</th><th scope="col" class="number">{{t.map.interventions}}</th>
        <th scope="col" class="number">{{t.map.treated}}</th><th scope="col" class="number">{{t.map.share}}</th>
        <th scope="col" class="number">{{t.map.nonNegative}}</th></tr></thead>
        <tbody>{{#page.lines}}<tr data-share="{{share}}" data-all="{{interventions}}" data-alerts="{{nonNegative}}"
        {{#code}} data-code="{{.}}"{{/code}}{{#latitude}} data-latitude="{{.}}"{{/latitude}}
        {{#longitude}} data-longitude="{{.}}"{{/longitude}}>
        <th scope="row">{{#path}}<a href="{{.}}">{{name}}</a>{{/path}}{{^path}}{{name}}{{/path}}</th>
        <td class="number">{{interventions}}</td><td class="number">{{treated}}</td>
        <td class="number">{{percent}} %</td><td class="number">{{nonNegative}}</td></tr>
        {{/page.lines}}</tbody></table></div></div>{{/page.hasLines}}
        {{/main}}{{/layout}}
        """#)
}

extension MapPage.Line {
    init(_ counts: PlaceCounts, name: String, path: String?, code: String? = nil) {
        let middle = counts.middle?.description.split(separator: ",").map(String.init)
        self.init(
            name: name, path: path, code: code, latitude: middle?.first, longitude: middle?.last,
            interventions: counts.interventions, treated: counts.treated,
            share: counts.interventions == 0 ? 0 : 100 * counts.treated / counts.interventions,
            nonNegative: counts.nonNegative)
    }
}
