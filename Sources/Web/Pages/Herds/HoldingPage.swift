import UseCases

/// The herds of a holding that has several, or none: which one, or a new one?
struct HoldingPage: PageModel {
    struct Herd: Sendable {
        let title: String
        let path: String
    }

    let title: String
    let herds: [Herd]
    var notices: [Notice] = []
    var isRefused = false
    private(set) var forms: [ActForm] = []
    private(set) var hasForms = false

    init(_ number: String, _ herds: [HerdIdentity]) {
        title = "\(Catalogue.french.text("herds", "holding")) \(number)"
        self.herds = herds.map { herd in
            let closed = herd.closedOn.map { ", \(Catalogue.french.text("herds", "closed")) \($0.french)" } ?? ""
            return Herd(
                title: "\(herd.code) (\(CodeWords.herdClass(code: herd.herdClass))\(closed))",
                path: "/elevages/\(number)/\(herd.code.formEncoded)")
        }
    }

    mutating func show(_ forms: [ActForm]) { (self.forms, hasForms) = (forms, !forms.isEmpty) }

    static let template = Template(
        "holding",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        {{>notices}}
        {{^page.herds}}<p>{{t.herds.noHerd}}</p>{{/page.herds}}
        <ul>{{#page.herds}}<li><a href="{{path}}">{{t.herds.herd}} {{title}}</a></li>
        {{/page.herds}}</ul>
        {{#page.hasForms}}<section id="actes"><h2>{{t.acts.title}}</h2>
        <div class="acts">{{#page.forms}}{{>act-form}}{{/page.forms}}</div></section>{{/page.hasForms}}
        {{/main}}{{/layout}}
        """#)
}
