import UseCases

/// The herds of a holding that has several: which one?
struct HoldingPage: PageModel {
    struct Herd: Sendable {
        let title: String
        let path: String
    }

    let title: String
    let herds: [Herd]

    init(_ herds: [HerdIdentity]) {
        let number = herds.first?.holding ?? ""
        title = "\(Catalogue.french.text("herds", "holding")) \(number)"
        self.herds = herds.map { herd in
            let closed = herd.closedOn.map { ", \(Catalogue.french.text("herds", "closed")) \($0.french)" } ?? ""
            return Herd(
                title: "\(herd.code) (\(CodeWords.herdClass(code: herd.herdClass))\(closed))",
                path: "/elevages/\(number)/\(herd.code.formEncoded)")
        }
    }

    static let template = Template(
        "holding",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        <ul>{{#page.herds}}<li><a href="{{path}}">{{t.herds.herd}} {{title}}</a></li>
        {{/page.herds}}</ul>
        {{/main}}{{/layout}}
        """#)
}
