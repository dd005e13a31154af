import Foundation
import Kernel
import Store
import TestSupport
import Testing

/// A real server that is told to stop in the middle of its work.
@Suite("Issue 3 §6: graceful stop", .serialized) struct GracefulStopTests {
    private static let herds = 40

    @Test(
        "Issue 3 §6: told to stop, a server ends the upload and the page that it accepted, and loses no job",
        arguments: Engine.allCases)
    func stopped(engine: Engine) async throws {
        try await ResultScene.with(engine, herds: Self.herds, matrix: .blood) { scene in
            for trial in 1...3 {
                let file = try scene.bloodFile(trial, herds: Self.herds)
                #expect(
                    try await scene.vigie(["jobs", "send", file, "--department", "63", "--fictitious"]).status == 0)
            }
            let upload = try scene.bloodFile(4, herds: Self.herds)
            let server = try await ServedVigie.start(scene)
            var browser = HandBrowser(port: server.port)
            try await browser.signIn("gds", try server.password(of: "gds"))
            try await browser.get("/fichiers")
            #expect(browser.status == "200")
            let body = Self.body(try String(contentsOfFile: upload, encoding: .utf8), browser.token)
            let (head, page) = (Self.head(browser, body), browser.head("GET", "/campagnes/63/2021/suivi"))
            let (port, half) = (server.port, body.index(body.startIndex, offsetBy: body.count / 2))

            let answers = try await RawConversation.away {
                let upload = try RawConversation(port: port)
                try upload.send(head + body[..<half])
                let reader = try RawConversation(port: port, room: 2048)
                try reader.send(page)
                try reader.read(atLeast: 100)
                server.signal(SIGTERM)
                Thread.sleep(forTimeInterval: 0.5)
                let isOpen = (try? RawConversation(port: port)) != nil
                try upload.send(String(body[half...]))
                try upload.read()
                try reader.read()
                return (upload.received, reader.received, isOpen)
            }
            #expect(answers.0.hasPrefix("HTTP/1.1 303") && answers.0.contains("/travaux/"), "\(answers.0.prefix(300))")
            #expect(answers.1.hasPrefix("HTTP/1.1 200") && answers.1.contains("</html>"), "\(answers.1.suffix(300))")
            #expect(!answers.2, "a server that stops takes no more connections")
            #expect(try await server.end(within: 60) == 0)

            let states = try await scene.texts("SELECT state FROM job ORDER BY id")
            #expect(states.count == 4 && states.allSatisfy { $0 == "done" || $0 == "queued" }, "\(states)")
            _ = try await scene.vigie(["worker", "--once"])
            #expect(try await scene.count("SELECT count(*) FROM job WHERE state = 'done'") == 4)
            #expect(try await scene.count("SELECT count(*) FROM blood_result") == 8 * ResultScene.cows * Self.herds)
        }
    }

    private static func body(_ file: String, _ token: String) -> String {
        "--vigie\r\nContent-Disposition: form-data; name=\"_form\"\r\n\r\n\(token)\r\n"
            + "--vigie\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"rapport-4.xml\""
            + "\r\n\r\n\(file)\r\n"
            + "--vigie--\r\n"
    }

    private static func head(_ browser: HandBrowser, _ body: String) -> String {
        browser.head(
            "POST", "/fichiers",
            ["Content-Type: multipart/form-data; boundary=vigie", "Content-Length: \(body.utf8.count)"])
    }
}
