import Kernel
import Mustache
import UseCases

/// The stage, the filters and the order of the list of documents as the address carries them.
struct DocumentQuery: MustacheParent, Sendable {
    var filter = DocumentListFilter()

    /// - Throws: `Refused` for a value that is none of its filter's.
    init(_ call: Call) throws {
        filter.stage = try call.filter("etat") ?? filter.stage
        filter.order = try call.filter("tri") ?? filter.order
        func text(_ name: String) -> String? {
            call.query(name).map { $0.filter { !$0.isWhitespace } }.flatMap { $0.isEmpty ? nil : $0 }
        }
        (filter.veterinarian, filter.insee, filter.holding) = (
            text("veterinaire"), text("commune"), text("exploitation")
        )
        filter.after = try call.position("apres") { DocumentListFilter.Cursor(text: $0) }
    }

    /// What stands after the `?`: nothing for what nobody chose.
    func text(stage: DocumentStage? = nil, after: DocumentListFilter.Cursor? = nil) -> String {
        let parts: [(String, String?)] = [
            ("etat", (stage ?? filter.stage).rawValue), ("veterinaire", filter.veterinarian),
            ("commune", filter.insee), ("exploitation", filter.holding),
            ("tri", filter.order == .number ? nil : filter.order.rawValue), ("apres", after?.text),
        ]
        return parts.compactMap { name, value in value.map { "\(name)=\($0.formEncoded)" } }.joined(separator: "&")
    }

    func child(named name: String) -> Any? {
        switch name {
        case "stage": filter.stage.rawValue
        case "veterinarian": filter.veterinarian ?? ""
        case "commune": filter.insee ?? ""
        case "holding": filter.holding ?? ""
        case "orders":
            DocumentOrder.allCases.map {
                Choice(
                    $0.rawValue, Catalogue.french.text("documents", "order-\($0.rawValue)"),
                    isChosen: $0 == filter.order)
            }
        default: nil
        }
    }

    static let template = Template(
        "document-filters",
        #"""
        <details class="filters"{{#page.isFiltered}} open{{/page.isFiltered}}><summary>{{t.followUp.filters}}</summary>
        <form method="get" action="{{page.path}}"><input type="hidden" name="etat" value="{{page.query.stage}}">
        {{#page.shortName}}<input type="hidden" name="campagne" value="{{.}}">{{/page.shortName}}
        <p><label for="veterinaire">{{t.followUp.veterinarian}}</label>
        <input id="veterinaire" name="veterinaire" value="{{page.query.veterinarian}}" size="8"></p>
        <p><label for="commune">{{t.followUp.commune}}</label>
        <input id="commune" name="commune" value="{{page.query.commune}}" size="6"></p>
        <p><label for="exploitation">{{t.followUp.holdingNumber}}</label>
        <input id="exploitation" name="exploitation" value="{{page.query.holding}}" size="9"></p>
        <p><label for="tri">{{t.followUp.order}}</label><select id="tri" name="tri">{{#page.query.orders}}
        <option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/page.query.orders}}
        </select></p>
        <p class="actions"><button class="primary">{{t.followUp.apply}}</button>
        <a href="{{page.clear}}">{{t.followUp.clear}}</a></p></form></details>
        """#)
}

extension DocumentListFilter.Cursor {
    /// `202100000012.2021-02-15`: the number, then what the list is sorted by.
    var text: String { "\(number).\(key)" }

    init?(text: String) {
        guard let point = text.firstIndex(of: ".") else { return nil }
        self.init(key: String(text[text.index(after: point)...]), number: String(text[..<point]))
    }
}
