import Foundation

/// The program while it runs: started, told to stop, killed.
package struct BackgroundRun: @unchecked Sendable {
    private let process: Process

    /// Starts it, and lets nobody hear what it says.
    ///
    /// - Parameter environment: added to the test's own, of which no `VIGIE_…` variable is passed on.
    package static func start(_ arguments: [String], _ environment: [String: String]) throws -> BackgroundRun {
        let process = try VigieProgram.process(arguments, environment)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return BackgroundRun(process: process)
    }

    /// SIGKILL.
    /// - Returns: whether it was still running.
    @discardableResult
    package func kill() async throws -> Bool {
        Foundation.kill(process.processIdentifier, SIGKILL)
        _ = try await ended(within: 30)
        return process.terminationReason == .uncaughtSignal
    }

    /// SIGTERM, and waits.
    /// - Returns: its exit code; nil when it had to be killed.
    @discardableResult
    package func stop(within seconds: Int = 60) async throws -> Int32? {
        tellToStop()
        return try await end(within: seconds)
    }

    package func tellToStop() { Foundation.kill(process.processIdentifier, SIGTERM) }

    /// - Returns: its exit code; nil when it had to be killed.
    package func end(within seconds: Int) async throws -> Int32? {
        guard try await ended(within: seconds) else {
            try await kill()
            return nil
        }
        return process.terminationReason == .exit ? process.terminationStatus : nil
    }

    private func ended(within seconds: Int) async throws -> Bool {
        try await eventually(within: seconds) { !process.isRunning }
    }
}

/// Looks twenty times a second whether something has happened.
/// - Returns: whether it has; false: it has not for so many seconds.
package func eventually(
    within seconds: Int, _ condition: () async throws -> Bool
) async throws -> Bool {
    for _ in 0..<(seconds * 20) {
        if try await condition() { return true }
        try await Task.sleep(for: .milliseconds(50))
    }
    return false
}
