import Hummingbird
import Prophylaxis
import Register
import Store
import TestSupport
import UseCases

@testable import Web

/// Addresses of every route: of things that are there, and of things that are not.
struct RouteExamples: Sendable {
    let values: [String: String]

    /// What `WebCampaign` and `HostileScene` hold in department 63.
    init(_ made: WebCampaign, job: String = "1", file: String = "1") {
        values = [
            ":department": "63", ":year": "2021", ":login": "keeper", "interventions": made.number,
            "elevages": "99000001", "bovins": "FR9910001000", "travaux": job, "fichiers": file, ":code": "A",
        ]
    }

    /// Things of the same shape that nobody has.
    static let missing = RouteExamples([
        ":department": "64", ":year": "2021", ":login": "personne", "interventions": "990099999999",
        "elevages": "99999999", "bovins": "FR9999999999", "travaux": "999999", "fichiers": "999998", ":code": "A",
    ])

    private init(_ values: [String: String]) { self.values = values }

    func path(of endpoint: Endpoint) -> String {
        let parts = endpoint.path.split(separator: "/").map(String.init)
        return parts.indices.map { index in
            let part = parts[index]
            guard part.hasPrefix(":") else { return part }
            if index == 1, let value = values[parts[0]] { return value }
            return values[part] ?? "1"
        }.reduce("") { $0 + "/" + $1 }
    }

    /// A text without what tells the one address from the other.
    func blank(_ text: String) -> String {
        let names = [self, RouteExamples.missing].flatMap(\.values.values).filter { !["1", "A", "2021"].contains($0) }
        return Set(names).sorted { $0.count > $1.count }.reduce(text) { $0.replacing($1, with: "#") }
    }
}

enum Hostile {
    /// Whatever the forms of all pages call their fields.
    static let fields: [String] = {
        var names: Set<String> = []
        for template in Templates.all {
            for rest in template.text.split(separator: " name=\"").dropFirst() {
                let name = String(rest.prefix { $0 != "\"" })
                if !name.contains("{"), name != "_form", name != "viewport" { names.insert(name) }
            }
        }
        // Those of the act forms are written in code.
        let acts = [
            "formulaire", "maladie", "maladies", "bovin", "bovins", "decision", "motif", "reponse", "note",
            "interpretation", "preleve", "preuve", "teste", "nature", "concerne", "jour", "depuis", "jusqu", "fin",
            "autorisation", "par", "texte", "classe", "lait", "type",
        ]
        return names.union(acts).sorted()
    }()

    static let mark = "alert(7)"

    /// What people and programs put where a name is asked for.
    static let values: KeyValuePairs<String, String> = [
        "nothing": "", "a script": "<script>\(mark)</script>", "an attribute": "\" onfocus=\"\(mark)\" x=\"",
        "a template": "{{{page}}} {{#page}} ${7*7}", "signs that turn": "\u{202e}gnp.exe\u{2066}\u{200b}\u{feff}",
        "ten thousand": String(repeating: "W", count: 10_000), "a large number": "99999999999999999999999",
        "a negative number": "-1", "a formula": "=cmd|' /C calc'!A0", "a path": "../../../etc/passwd\u{2028}",
        "lines": "a\r\nSet-Cookie: vigie=x\r\n\r\n<html>", "a quotation": "' OR 1=1; DROP TABLE animal; --",
        "no day": "2021-02-30", "a past day": "0000-00-00",
        "combining": "e\u{301}" + String(repeating: "\u{336}", count: 500),
        "far from the alphabet": "𝔳𝔦𝔤𝔦𝔢 🐄 ﷽ \u{1F468}\u{200D}\u{1F33E}",
    ]

    /// Bodies that are no form.
    static let bodies: KeyValuePairs<String, String> = [
        "no body": "", "NUL": "x=%00", "bytes that are no text": "x=%ff%fe", "half of a sign": "x=%",
        "surrogate": "x=%ed%a0%80",
        "noise": "\u{0}\u{1}\u{2}", "many": String(repeating: "a=1&", count: 100_000), "JSON": "{\"x\": [[[[1]]]]}",
    ]
}
