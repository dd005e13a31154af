import Foundation
import Kernel
import TestSupport
import Testing

@testable import Store

@Suite("The store's contract: killed processes", .timeLimit(.minutes(10)))
struct KillTests {
    @Test("a process killed inside its transaction leaves the state before it", arguments: Engine.allCases)
    func killed(_ engine: Engine) async throws {
        try await withDatabaseURL(engine) { url in
            let before = try await Database.open(url)
            _ = try await before.id()
            try await before.close()

            let client = try startClient(url)
            try client.say("BEGIN; UPDATE id_block SET next = 4711; SELECT 'changed';\n")
            try client.waitFor("changed")
            client.kill()

            let after = try await Database.open(url)
            #expect(try await after.read { try $0.int("SELECT next FROM id_block") } == 257)
            #expect(try await after.id() == 257)
            #expect(try await after.check().isEmpty)
            try await after.close()
        }
    }

    /// The engine's own shell, so that a real process holds the transaction.
    private func startClient(_ url: DatabaseURL) throws -> Client {
        switch url {
        case .sqlite(let path): try Client(["sqlite3", "-batch", path])
        case .postgres(let uri): try Client(["psql", "-qAtX", uri])
        }
    }

    private struct Client {
        private let process = Process()
        private let input = Pipe()
        private let output = Pipe()

        init(_ command: [String]) throws {
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = command
            process.standardInput = input
            process.standardOutput = output
            try process.run()
        }

        func say(_ text: String) throws { try input.fileHandleForWriting.write(contentsOf: Data(text.utf8)) }

        func waitFor(_ word: String) throws {
            var said = ""
            while !said.contains(word) {
                guard let data = try output.fileHandleForReading.read(upToCount: 1), !data.isEmpty else {
                    throw PostgresCluster.Failure(description: "the client ended without '\(word)'")
                }
                said += String(decoding: data, as: UTF8.self)
            }
        }

        func kill() {
            Foundation.kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
    }
}
