import Mustache
import Testing

@testable import Web

@Suite("Issue 3 §6: text that code puts into a page") struct HTMLTests {
    @Test(
        "is escaped exactly as the templates do it",
        arguments: [
            "", "Ferme fictive", "<script>alert('x')</script>", "\"><img src=x onerror=alert(1)>", "A & B &amp; C",
            "\u{202E}<b>", "é<à>'\"", "\u{0}<",
        ])
    func escaped(text: String) throws {
        let template = try MustacheTemplate(string: "{{.}}")
        #expect(HTML.escaped(text) == template.render(text))
    }
}
