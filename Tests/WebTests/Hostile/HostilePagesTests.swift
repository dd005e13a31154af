import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

/// Hostile texts in every field that a person, a file or another system fills: shown, never executed.
@Suite("Issue 3 §6: hostile names are displayed, not executed", .serialized) struct HostilePagesTests {
    /// Columns that hold words; codes, numbers, digests and instants are checked by the tables themselves.
    private static let words = [
        "name", "comment", "text", "label", "note", "reason", "address", "street", "commune", "postal_code", "body",
        "subject", "message", "first_name", "last_name", "observation", "motive", "detail", "phone", "file_name",
        "signatory", "title", "sender", "reference",
    ]

    static let texts: KeyValuePairs<String, String> = [
        "script": "<script>alert(7)</script><img src=x onerror=alert(7)>", "attribute": "\" onmouseover=\"alert(7)\" '",
        "template": "{{{page}}}{{#x}}", "turned": "\u{202e}erref\u{202c}\u{2066}\u{200b}\u{feff}",
        "formula": "=cmd|' /C calc'!A0", "lines": "a\r\nb\tc", "path": "../../etc/passwd",
        "long": String(repeating: "Ferme-très-longue ", count: 556), "other": "🐄 ﷽ e\u{301}\u{336} \u{0600}",
    ]

    /// Every column of words in the data, whose table lets the text in.
    private func poison(_ scene: WebScene, _ text: String, _ engine: Engine) async throws -> Int {
        let sql =
            engine == .sqlite
            ? """
            SELECT m.name, p.name FROM sqlite_master m JOIN pragma_table_info(m.name) p
            WHERE m.type = 'table' AND p.type = 'TEXT' ORDER BY 1, 2
            """
            : """
            SELECT table_name, column_name FROM information_schema.columns
            WHERE table_schema = current_schema() AND data_type = 'text' ORDER BY 1, 2
            """
        let columns = try await scene.installation.database.read { connection in
            try connection.all(sql, []) { ($0.text(0), $0.text(1)) }
        }
        var filled = 0
        // What the program counts by is not anybody's text.
        for (table, column) in columns where Self.words.contains(column) && table != "id_block" {
            do {
                try await scene.installation.database.write { connection in
                    try connection.execute("UPDATE \(table) SET \(column) = ?", [.text(text)])
                }
                filled += 1
            } catch is StoreError {}  // the table knows better: a code, a unique name, the audit
        }
        return filled
    }

    @Test("every page, list, sheet, document and operation of every role", arguments: Engine.allCases)
    func everywhere(_ engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, made in
            for (what, text) in Self.texts {
                #expect(try await poison(scene, text, engine) > 10)
                for role in [Role.authority, .administrator, .nationalAuthority] {
                    scene.clock.advance(3600)
                    var browser = try await scene.browser(role)
                    for endpoint in Routes.all where endpoint.method == .get && endpoint.access.allows(role) {
                        try await browser.get(RouteExamples(made).path(of: endpoint))
                        let place = Comment(rawValue: "\(what) in \(endpoint.path) as \(role)")
                        #expect(browser.status.code < 500, place)
                        judge(browser, place)
                    }
                }
                let program = try await scene.program(.authority)
                for path in [
                    "/interventions", "/interventions/\(made.number)", "/herds/99000001/A", "/campaigns", "/herds",
                ] {
                    let answer = try await program.get(path)
                    #expect(answer.status.code < 500, "\(what) in \(path)")
                    #expect(
                        (try? JSONSerialization.jsonObject(with: Data(answer.text.utf8))) != nil, "\(what) in \(path)")
                }
                try await scene.installation.database.write {
                    try $0.execute("DELETE FROM api_credential")
                }
            }
        }
    }

    private func judge(_ browser: WebBrowser, _ place: Comment) {
        let type = browser.last?.headers[.contentType] ?? ""
        if type.hasPrefix("text/html") {
            for live in ["<script>alert", "<img src=x", "\" onmouseover=\"alert"] {
                #expect(!browser.text.contains(live), place)
            }
        } else if type.hasPrefix("text/csv") {
            let cells = browser.text.split(whereSeparator: { ";\r\n".contains($0) })
            #expect(!cells.contains { $0.hasPrefix("=") || $0.hasPrefix("\"=") }, place)
        }
        #expect(browser.last?.headers[.contentDisposition]?.contains("..") != true, place)
    }

    @Test("a formula in a sheet is a text in Excel's file") func sheet() async throws {
        try await WebCampaign.run(.sqlite, name: "=cmd|' /C calc'!A0") { scene, _ in
            var browser = try await scene.browser(.authority)
            try await browser.get("/campagnes/63/2021/suivi.xlsx")
            #expect(browser.status == .ok)
            let bytes = browser.last.map { [UInt8](buffer: $0.body) } ?? []
            try await withTemporaryFolder { folder in
                try Data(bytes).write(to: URL(filePath: "\(folder)/a.xlsx"))
                let sheet = try await VigieProgram.shell("unzip -p '\(folder)/a.xlsx' xl/worksheets/sheet1.xml")
                #expect(sheet.status == 0 && sheet.text.contains("<row"))
                #expect(!sheet.text.contains("<f>"))
            }
        }
    }

    @Test(
        "names of files that lead elsewhere, that are not text, or that are too long are kept as names",
        arguments: [
            "../../etc/passwd", "..\\..\\x.xml", "/etc/shadow", "a\u{202e}lmx.exe", String(repeating: "n", count: 7000),
            "<script>alert(7)</script>.xml", "=cmd.xml", "con", "", ".", "a;b=c\u{301}.xml", "x%00.xml",
            "x%0d%0aSet-Cookie: a",
        ])
    func fileNames(_ name: String) async throws {
        try await WebScene.run(.sqlite) { scene in
            var browser = try await scene.browser(.inspector)
            try await browser.get("/fichiers")
            try await browser.upload("/fichiers", [:], file: (name, "<analysis-report/>"))
            #expect([200, 303, 400, 422].contains(browser.status.code), "\(browser.status)")
            if let job = browser.location {
                _ = try await Worker(scene.installation, WorkerSettings(name: "essai"), stop: StopSign()).runDue()
                try await browser.get(job)
                #expect(browser.status == .ok)
                judge(browser, "job")
                try await browser.get("\(job)/fichiers/1")
                #expect(browser.status.code < 500)
                judge(browser, "download")
                try await browser.get("/fichiers")
                #expect(browser.status == .ok)
                judge(browser, "files")
            }
        }
    }
}
