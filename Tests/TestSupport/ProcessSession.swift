import Foundation

/// A running program to talk with through pipes: ask, read the answer, ask again.
///
/// Reading and writing block their thread, so a session is used through `talk`, on a thread of its own.
package final class ProcessSession {
    private let process: Process
    private let input = Pipe()
    private let output = Pipe()
    private let errors = Pipe()
    private var received: [UInt8] = []

    private init(_ process: Process) throws {
        self.process = process
        process.standardInput = input
        process.standardOutput = output
        process.standardError = errors
        try process.run()
    }

    /// Starts the program and hands it to `body`, away from the cooperative threads; ends it if `body` did not.
    package static func talk<Outcome: Sendable>(
        to arguments: [String], _ body: @escaping @Sendable (ProcessSession) throws -> Outcome
    ) async throws -> Outcome {
        try await withCheckedThrowingContinuation { done in
            Thread.detachNewThread {
                done.resume(
                    with: Result {
                        let session = try ProcessSession(VigieProgram.process(arguments, [:]))
                        defer { session.end() }
                        return try body(session)
                    })
            }
        }
    }

    package func write(_ bytes: [UInt8]) throws { try input.fileHandleForWriting.write(contentsOf: Data(bytes)) }

    /// The program reads the end of its input.
    package func closeInput() throws { try input.fileHandleForWriting.close() }

    /// Nobody reads its output any more.
    package func closeOutput() throws { try output.fileHandleForReading.close() }

    /// The next line of its output; nil when it has ended without one.
    package func readLine() throws -> String? {
        while true {
            if let newline = received.firstIndex(of: 0x0a) {
                defer { received.removeFirst(newline + 1) }
                return String(decoding: received[..<newline], as: UTF8.self)
            }
            let chunk = try nextChunk()
            if chunk.isEmpty { return nil }
            received += chunk
        }
    }

    /// Reads on until so many lines have come, and forgets them.
    package func skipLines(_ count: Int) throws {
        var missing = count - received.count { $0 == 0x0a }
        received.removeAll()
        while missing > 0 {
            let chunk = try nextChunk()
            guard !chunk.isEmpty else { throw EndedEarly(missingLines: missing) }
            missing -= chunk.count { $0 == 0x0a }
        }
    }

    /// What has come of its output; empty at its end. A program that says nothing for a minute hangs.
    private func nextChunk() throws -> Data {
        var waiting = pollfd(fd: output.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, 60_000) != 0 else { throw Silent() }
        return output.fileHandleForReading.availableData
    }

    package struct EndedEarly: Error {
        package let missingLines: Int
    }

    package struct Silent: Error {}

    /// The most memory that the running program ever held, in bytes (Linux, `VmHWM`).
    package func peakMemory() throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        let kilobytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
        guard let kilobytes else { throw CocoaError(.fileReadCorruptFile) }
        return kilobytes * 1024
    }

    /// Waits for the program's end; of its output, what was received and not yet read.
    package func outcome() throws -> ProcessOutcome {
        let complaint = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return ProcessOutcome(
            output: received, complaint: String(decoding: complaint, as: UTF8.self), status: process.terminationStatus,
            wasKilled: process.terminationReason == .uncaughtSignal)
    }

    private func end() {
        if process.isRunning { process.terminate() }
        process.waitUntilExit()
    }
}
