import Foundation
import Kernel
import Store
import TestSupport
import Testing

/// What a real server writes while people work, go wrong and attack.
@Suite("Issue 3 §6: log without personal data", .serialized) struct ServerLogTests {
    @Test("ASVS 7.1.1, 7.1.2: after a whole exchange no login, name, number, address or secret stands in the log")
    func log() async throws {
        try await ResultScene.with(.sqlite, herds: 3, matrix: .blood) { scene in
            let server = try await ServedVigie.start(scene)
            let password = try server.password(of: "gds")
            var browser = HandBrowser(port: server.port)
            try await browser.signIn("gds", "wrong secret words")
            try await browser.signIn("gds", password)
            let (number, holding) = (ResultScene.intervention(0), ResultScene.holding(0))
            for path in [
                "/", "/campagnes/63/2021/suivi", "/interventions/\(number)", "/recherche?q=\(holding)", "/compte",
                "/rien?nom=Dupont-Fictif", "/%ff", "/interventions/%00", "/campagnes/63/x",
            ] { try await browser.get(path) }
            try await browser.get("/fichiers")
            let boundary = "Content-Type: multipart/form-data; boundary=v"
            for body in [
                "--v\r\nbroken", "--v\r\nContent-Disposition: form-data; name=\"_form\"\r\n\r\nx\r\n--v--\r\n",
            ] {
                let head = browser.head("POST", "/fichiers", [boundary, "Content-Length: \(body.utf8.count)"])
                _ = try await RawSocket.send(to: server.port, head + body)
            }
            _ = try await RawSocket.send(to: server.port, "GARBAGE \(holding) Dupont-Fictif\r\n\r\n")
            let file = try scene.file("faux.xml", "<analysis-report \(holding)".utf8)
            _ = try await scene.vigie(["jobs", "send", file, "--department", "63"])
            _ = try await scene.vigie(["jobs", "send", try scene.bloodFile(1, herds: 3), "--department", "63"])
            for _ in 0..<100
            where try await scene.count("SELECT count(*) FROM job WHERE state IN ('queued', 'running')") > 0 {
                try await Task.sleep(for: .milliseconds(100))
            }
            // A fault of the program or the machine, in the middle of a request.
            try await scene.write { try $0.execute("ALTER TABLE intervention RENAME TO intervention_away") }
            try await browser.get("/interventions/\(number)")
            #expect(browser.status == "500" && !browser.text.contains("intervention_away"))
            server.signal(SIGTERM)
            #expect(try await server.end(within: 30) == 0)
            let log = try server.log
            #expect(log.contains("internal"), "the fault is in the log")
            for secret in [
                "gds", "Personne fictive", number, holding, String(number.suffix(8)), ResultScene.cow(0, 0), "Dupont",
                password, "wrong secret words", browser.cookie, browser.token, "rapport", "LDA99",
            ] where !secret.isEmpty {
                #expect(!log.contains(secret), "\(secret) in: \(log)")
            }
            let lines = log.split(separator: "\n").filter { !$0.hasPrefix("Vigie est ouverte") }
            #expect(!lines.joined().contains("127.0.0.1"), "\(log)")
        }
    }
}
