import Glibc
import Logging
import ServiceLifecycle
import UseCases

/// A worker as a part of a program that is stopped in good order: told to stop it takes nothing more, and ends or hands
/// back what it runs.
struct WorkerService: NamedService {
    let description = "worker"
    let worker: StoppableWorker

    init(_ worker: StoppableWorker) { self.worker = worker }

    func run() async throws {
        let stop = worker.stop
        await withGracefulShutdownHandler {
            await worker.worker.run()
        } onGracefulShutdown: {
            stop.raise()
        }
    }
}

/// A worker and what stops it.
struct StoppableWorker: Sendable {
    let worker: Worker
    let stop = StopSign()

    init(_ installation: Installation, _ settings: WorkerSettings, _ logger: Logger) {
        worker = Worker(installation, settings, stop: stop) { logger.error("\($0)") }
    }
}

/// A name that no other worker has: machine, process, chance.
enum WorkerName {
    static func make() -> String {
        var name = [CChar](repeating: 0, count: 256)
        let host = gethostname(&name, name.count - 1) == 0 ? String(decodingNullTerminated: name) : "vigie"
        return "\(host)-\(getpid())-\(String(UInt32.random(in: .min ... .max), radix: 16))"
    }
}

extension String {
    fileprivate init(decodingNullTerminated bytes: [CChar]) {
        self.init(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
