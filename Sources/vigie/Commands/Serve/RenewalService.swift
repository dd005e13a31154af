import Kernel
import ServiceLifecycle
import UnixSignals
import Web

/// Takes a renewed certificate while the server runs: at once on SIGHUP, within the hour without.
struct RenewalService: NamedService {
    let description = "certificate"
    let desk: CertificateDesk

    private static let period = Duration.seconds(3600)

    func run() async throws {
        FindingPrinter.print(desk.notice(at: SystemClock.secondsSince1970()))
        let signals = await UnixSignalsSequence(trapping: .sighup)
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for await _ in signals.cancelOnGracefulShutdown() { look() }
            }
            group.addTask {
                try? await cancelWhenGracefulShutdown {  // only cancellation ends a sleep
                    while true {
                        try await Task.sleep(for: RenewalService.period)
                        look()
                    }
                }
            }
        }
    }

    private func look() { FindingPrinter.print(desk.renew(at: SystemClock.secondsSince1970())) }
}
