import Foundation
import TestSupport

/// Runs of the program that end by SIGKILL in the middle of their work.
enum KilledRun {
    /// How often one command is killed: a few times in every run of the tests, many times under VIGIE_AUDIT.
    static var trials: Int { ProcessInfo.processInfo.environment["VIGIE_AUDIT"] == nil ? 2 : 100 }

    /// Moments spread over the time that the command takes when nobody disturbs it, after one at its very start: on a
    /// busy machine the others may come when all is done.
    static func moments(of whole: Duration) -> [Duration] {
        [.milliseconds(1)] + (1...trials).map { whole * $0 / (trials + 1) }
    }

    /// Starts the program, kills it after a while, and says whether it was still running.
    static func kill(
        _ arguments: [String], _ environment: [String: String], after moment: Duration
    ) async throws -> Bool {
        let run = try BackgroundRun.start(arguments, environment)
        try await Task.sleep(for: moment)
        return try await run.kill()
    }
}
