import ArgumentParser
import Logging
import ServiceLifecycle
import Store
import UseCases

/// `vigie worker`: background work without pages, in as many processes as one likes.
struct WorkerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker", abstract: "Exécute les travaux de fond : imports, éditions, impressions, courriels…",
        discussion: """
            Plusieurs processus peuvent travailler ensemble sur la même base. Un travail dont le processus est tué \
            est repris par un autre à la fin de son bail. SIGTERM : le travail en cours se termine ou est rendu.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var mail: MailOptions
    @Option(help: "Adresse publique des pages, pour les liens des courriels (VIGIE_PUBLIC_ADDRESS).")
    var publicAddress: String?
    @Option(help: "Bail d'un travail, en secondes : au-delà, sans signe de vie, un autre processus le reprend.")
    var lease = 120
    @Option(help: "Essais avant d'abandonner un travail qui échoue.") var attempts = 5
    @Option(help: "Pause après le premier échec, en secondes ; elle double à chaque essai.") var pause = 10
    @Option(help: "Secondes laissées au travail en cours quand le programme s'arrête.") var grace = 20
    @Flag(help: "Fait ce qui attend, puis s'arrête.") var once = false

    func validate() throws {
        guard (2...86_400).contains(lease), (1...100).contains(attempts), (1...86_400).contains(pause),
            (0...3600).contains(grace)
        else {
            throw ValidationError(
                "--lease : 2 à 86400 ; --attempts : 1 à 100 ; --pause : 1 à 86400 ; --grace : 0 à 3600.")
        }
    }

    func run() async throws {
        try await Failure.report {
            var installation = try await options.openInstallation()
            do {
                installation.mail = try mail.office(publicAddress: publicAddress)
                try await work(installation)
                try await installation.close()
            } catch {
                try? await installation.close()  // the first error is the one to tell
                throw error
            }
        }
    }

    private func work(_ installation: Installation) async throws {
        var logger = Logger(label: "vigie")
        logger.logLevel = .notice
        var settings = WorkerSettings(name: WorkerName.make())
        settings.leaseSeconds = lease
        settings.mostAttempts = attempts
        settings.firstPauseSeconds = pause
        settings.graceSeconds = grace
        let worker = StoppableWorker(installation, settings, logger)
        if once {
            let count = try await worker.worker.runDue()
            print("\(count) travaux exécutés.")
            return
        }
        let group = ServiceGroup(
            configuration: .init(
                services: [WorkerService(worker)], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        StandardError.write("Vigie travaille : \(settings.name)\n")
        try await group.run()
    }
}
