import Foundation
import Kernel
import Store
import TestSupport
import Testing

/// Reads are gathered in memory for seconds: a real server that is told to stop writes them first.
@Suite("Issue 3 §9: reads at the end of a server", .serialized) struct ReadsKeptTests {
    private static let herds = 12

    private func subjects(_ scene: ResultScene) async throws -> [String] {
        let data = try await Database.open(scene.url)
        let book = try await AccessBook.open(beside: data, now: testTime)
        let found = try await book.read { connection in
            try connection.all("SELECT subject FROM read_log WHERE login = 'gds' ORDER BY id") { $0.text(0) }
        }
        try await book.close()
        try await data.close()
        return found
    }

    @Test("SIGTERM: what was read a moment before is in the access book", arguments: Engine.allCases)
    func stopped(engine: Engine) async throws {
        try await ResultScene.with(engine, herds: Self.herds, matrix: .blood) { scene in
            let server = try await ServedVigie.start(scene)
            var browser = HandBrowser(port: server.port)
            try await browser.signIn("gds", try server.password(of: "gds"))
            var read: [String] = []
            var isInMemory = false
            for herd in 0..<Self.herds where !isInMemory {
                let number = ResultScene.intervention(herd)
                try await browser.get("/interventions/\(number)")
                #expect(browser.status == "200")
                read.append(number)
                // It may have been written this very moment; then another one is read.
                isInMemory = try await !subjects(scene).contains(number)
            }
            server.signal(SIGTERM)
            #expect(isInMemory, "all were written before the end: nothing was shown")
            #expect(try await server.end(within: 30) == 0)
            #expect(try await subjects(scene) == read)
        }
    }
}
