import Foundation

/// What a run of a program left behind.
package struct ProcessOutcome: Sendable {
    package let output: [UInt8]
    /// What it wrote on standard error.
    package let complaint: String
    /// The exit code; where a signal ended it, that signal's number.
    package let status: Int32
    package let wasKilled: Bool

    package var text: String { String(decoding: output, as: UTF8.self) }

    /// The lines of its output, without the last newline.
    package var lines: [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }
}

/// The program under test, as its users meet it: arguments, standard input, output, exit code.
package enum VigieProgram {
    package struct NotFound: Error, CustomStringConvertible {
        package let description: String
    }

    /// The built `vigie`, which stands next to the test bundle.
    package static func executable() throws -> URL {
        let bundles = CommandLine.arguments.filter { $0.hasSuffix(".xctest") } + ["/proc/self/exe"]
        let folders = bundles.map { URL(filePath: $0).resolvingSymlinksInPath().deletingLastPathComponent() }
        for folder in folders {
            let candidate = folder.appending(path: "vigie")
            if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
        }
        throw NotFound(description: "no vigie in \(folders.map(\.path)); build it first: swift build --product vigie")
    }

    /// Runs the program to its end.
    ///
    /// - Parameter environment: added to the test's own, of which no `VIGIE_…` variable is passed on.
    package static func run(
        _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:], in folder: String? = nil
    ) async throws -> ProcessOutcome {
        let process = try process(arguments, environment)
        if let folder { process.currentDirectoryURL = URL(filePath: folder) }
        return try await runToEnd(process, input)
    }

    /// Runs a shell script in which `$0` is the program: for redirections and pipes.
    package static func shell(_ script: String, input: [UInt8] = []) async throws -> ProcessOutcome {
        let process = try process([], [:])
        process.arguments = ["-c", script, try executable().path]
        process.executableURL = URL(filePath: "/bin/sh")
        return try await runToEnd(process, input)
    }

    /// The program, ready to run but for its streams.
    package static func process(_ arguments: [String], _ environment: [String: String]) throws -> Process {
        let process = Process()
        process.executableURL = try executable()
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("VIGIE_") }
            .merging(environment) { $1 }
        return process
    }

    /// Input and output go through files, so that no pipe can fill up and no thread waits for another.
    private static func runToEnd(_ process: Process, _ input: [UInt8]) async throws -> ProcessOutcome {
        try await withTemporaryFolder { folder in
            let files = ["input", "output", "errors"].map { URL(filePath: folder).appending(path: $0) }
            try Data(input).write(to: files[0])
            for file in files.dropFirst() { try Data().write(to: file) }
            process.standardInput = try FileHandle(forReadingFrom: files[0])
            process.standardOutput = try FileHandle(forWritingTo: files[1])
            process.standardError = try FileHandle(forWritingTo: files[2])
            try await untilItEnds(process)
            return ProcessOutcome(
                output: [UInt8](try Data(contentsOf: files[1])),
                complaint: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self),
                status: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal)
        }
    }

    private static func untilItEnds(_ process: Process) async throws {
        try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in ended.resume() }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                ended.resume(throwing: error)
            }
        }
    }
}
