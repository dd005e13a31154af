import Hummingbird
import Kernel
import UseCases

/// A line above the page's content: what was done, what was refused and what to do about it.
struct Notice: Sendable {
    enum Kind: String, Sendable {
        case done, warned, refused
    }

    let kind: String
    let sentence: String
    let wayOut: String?

    init(_ kind: Kind, _ sentence: String, wayOut: String? = nil) {
        self.kind = kind.rawValue
        self.sentence = sentence
        self.wayOut = wayOut
    }

    init(_ finding: Finding) {
        let text = FindingTexts.text(of: finding)
        self.init(finding.severity >= .refused ? .refused : .warned, text.sentence, wayOut: text.wayOut)
    }

    /// What was done, and how often: `{n}` in the sentence.
    static func counted(_ key: String, _ count: Int) -> Notice {
        Notice(.done, Catalogue.french.text("done", key).replacing("{n}", with: String(max(0, count))))
    }

    static let template = Template(
        "notices",
        #"""
        {{#page.notices}}<div class="notice {{kind}}"
        role="{{#page.isRefused}}alert{{/page.isRefused}}{{^page.isRefused}}status{{/page.isRefused}}">
        <p>{{sentence}}</p>{{#wayOut}}<p><span class="way">{{t.fault.way}} :</span> {{.}}</p>{{/wayOut}}</div>
        {{/page.notices}}
        """#)
}

extension Call {
    /// What the form before this page has done, by the key in the address; other keys say nothing.
    var doneNotices: [Notice] {
        guard let key = query("fait"), let sentence = Catalogue.french.areas["done"]?.texts[key] else { return [] }
        guard sentence.contains("{n}") else { return [Notice(.done, sentence)] }
        return query("nombre").flatMap(Int.init).map { [Notice.counted(key, $0)] } ?? []
    }

    /// Runs what a form asks for. On success the browser is sent on; what was refused is shown on the page again,
    /// except what must look like a missing page or a missing right.
    func act(
        _ done: String, then path: String, again: (Refused) async throws -> Response, _ body: () async throws -> Void
    ) async throws -> Response {
        do {
            try await body()
            return seeOther("\(path)\(path.contains("?") ? "&" : "?")fait=\(done)")
        } catch let refused as Refused {
            guard Refusal.staysOnPage(refused.findings) else { throw refused }
            return try await again(refused)
        }
    }
}
