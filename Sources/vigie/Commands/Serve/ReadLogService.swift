import Logging
import ServiceLifecycle
import UseCases

/// Writes down every few seconds who read what; what is left is written when the installation is closed.
struct ReadLogService: NamedService {
    let description = "log of reads"
    let installation: Installation
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await Task.sleep(for: .seconds(ReadLog.flushSeconds))
                    let lost = try await installation.writeReads()
                    if lost > 0 { logger.error("reads lost", metadata: ["count": "\(lost)"]) }
                } catch is CancellationError {
                    return
                } catch {
                    // Kept in memory, and tried again.
                    logger.error("reads", metadata: ["error": "\(error)"])
                }
            }
        }
    }
}
