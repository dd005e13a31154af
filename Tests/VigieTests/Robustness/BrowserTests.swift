import Foundation
import TestSupport
import Testing

/// The pages in a real browser, from the program as it is installed.
@Suite("Issue 3 §8: pages in Chromium") struct BrowserTests {
    @Test("every page of every role is accessible and narrow enough, and people do their work in them")
    func pages() async throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().path
        try await withTemporaryFolder { folder in
            let run = try await VigieProgram.shell(
                "'\(root)/.test/venv/bin/python' '\(root)/Tests/Browser/run.py' \"$0\" '\(folder)/demo'")
            #expect(run.status == 0, "\(run.text)\(run.complaint)")
        }
    }
}
