import Foundation

/// A server that nobody here wrote, from the Python environment that `scripts/setup-test` installs.
package enum ForeignServer {
    package struct NotStarted: Error, CustomStringConvertible {
        package let description: String
    }

    /// Runs a script of `Tests` with Python while `body` runs.
    ///
    /// The script prints `port NUMBER` once it listens.
    package static func run(
        _ script: String, _ arguments: [String], _ body: (_ port: Int) async throws -> Void
    ) async throws {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let process = Process()
        process.executableURL = tests.deletingLastPathComponent().appending(path: ".test/venv/bin/python")
        process.arguments = [tests.appending(path: script).path] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        do {
            try await body(try await port(in: output.fileHandleForReading))
        } catch {
            await end(process)
            throw error
        }
        await end(process)
    }

    /// Waiting blocks a thread, which must be none of the few that tests run on.
    private static func end(_ process: Process) async {
        await withCheckedContinuation { ended in
            DispatchQueue.global().async {
                // Not SIGTERM: a child of one of Dispatch's threads inherits that it is blocked.
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
                ended.resume()
            }
        }
    }

    private static func port(in output: FileHandle) async throws -> Int {
        try await withCheckedThrowingContinuation { found in
            DispatchQueue.global().async { found.resume(with: Result { try readPort(output) }) }
        }
    }

    /// Reads on until the script says its port, or ends.
    private static func readPort(_ output: FileHandle) throws -> Int {
        var said = ""
        while !said.contains("\n") {
            let more = output.availableData
            guard !more.isEmpty else {
                throw NotStarted(description: "no port; scripts/setup-test installs what it needs")
            }
            said += String(decoding: more, as: UTF8.self)
        }
        guard said.hasPrefix("port "), let port = Int(said.dropFirst(5).prefix { $0.isNumber }) else {
            throw NotStarted(description: said)
        }
        return port
    }
}
