import ArgumentParser
import Kernel
import Logging
import OpenID
import ServiceLifecycle
import Store
import UseCases
import Web

/// `vigie serve`: pages and API in one process.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Ouvre Vigie dans le navigateur : pages et interface de programmation.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var connection: ConnectionOptions
    @Option(help: "Dossier des composants d'interface (VIGIE_ASSETS ; par défaut .web/assets).") var assets: String?
    @Option(
        help: "Travaux de fond menés à la fois par ce processus ; 0 : aucun, « vigie worker » s'en charge.")
    var workers = 1
    @Option(help: "Taille maximale d'un fichier envoyé, en Mio (VIGIE_UPLOAD_LIMIT ; par défaut 64).")
    var uploadLimit: Int?
    @Option(
        help: """
            Fichier TOML des connexions : sessions, second facteur, relais de confiance, fournisseur d'identité \
            (VIGIE_SIGN_IN).
            """)
    var signIn: String?
    @OptionGroup var mail: MailOptions
    @Flag(
        help: "Démonstration : donne à chaque compte un mot de passe affiché. Seulement sur l'adresse locale.")
    var demo = false
    @Option(help: "Demandes par minute et par jeton à l'interface de programmation (VIGIE_API_RATE ; 1200).")
    var apiRate: Int?
    @Flag(help: "Reçoit aussi des fichiers aux numéros fictifs (département 99) ; --demo l'implique.")
    var fictitious = false

    func validate() throws {
        guard !demo || connection.isLocal else {
            throw ValidationError("--demo affiche des mots de passe : seulement sur 127.0.0.1.")
        }
        guard (0...16).contains(workers) else { throw ValidationError("--workers : de 0 à 16.") }
    }

    func run() async throws {
        try await Failure.report {
            let file = try SignInFile(signIn ?? Environment["VIGIE_SIGN_IN"])
            FindingPrinter.print(file.warnings)
            var installation = try await options.openInstallation()
            do {
                installation.rules = file.rules
                installation.mail = try mail.office(publicAddress: connection.publicAddress)
                installation.commonPasswords = try PasswordList.load()
                if demo {
                    installation.rules.secondFactorRoles = []
                    installation.webhooks.allowed += ["127.0.0.0/8", "::1"].compactMap { AddressRange($0) }
                }
                if demo { try await DemoAccounts.announce(on: installation) }
                try await serve(installation, file)
                try await installation.close()
            } catch {
                try? await installation.close()  // the first error is the one to tell
                throw error
            }
        }
    }

    private func serve(_ installation: Installation, _ signIn: SignInFile) async throws {
        let most = uploadLimit ?? Int(Environment["VIGIE_UPLOAD_LIMIT"] ?? "64")
        guard let limit = most, (1...1024).contains(limit) else {
            throw ValidationError("VIGIE_UPLOAD_LIMIT : un nombre de Mio, de 1 à 1024.")
        }
        guard let rate = apiRate ?? Int(Environment["VIGIE_API_RATE"] ?? "1200"), rate > 0 else {
            throw ValidationError("VIGIE_API_RATE : un nombre de demandes par minute.")
        }
        var configuration = try connection.configuration(
            assets: assets ?? Environment["VIGIE_ASSETS"] ?? ".web/assets", at: SystemClock.secondsSince1970())
        var installation = installation
        installation.publicAddress = configuration.publicAddress.asAddress
        try await announceKeys(installation)
        configuration.mostUploadBytes = limit << 20
        configuration.trustedProxies = signIn.proxies
        configuration.provider = signIn.provider.map { OpenIDProvider($0) }
        configuration.requestsPerMinute = rate
        configuration.takesFictitious = demo || fictitious
        var logger = Logger(label: "vigie")
        logger.logLevel = .notice
        var services: [any Service] = [ReadLogService(installation: installation, logger: logger)]
        services += (0..<workers).map { _ in
            WorkerService(StoppableWorker(installation, WorkerSettings(name: WorkerName.make()), logger))
        }
        if let desk = configuration.certificate { services.append(RenewalService(desk: desk)) }
        let root = (configuration.certificate == nil ? "http://" : "https://") + connection.address
        let application = try WebServer(installation, configuration).application(
            logger: logger, services: services
        ) { listening in
            StandardError.write("Vigie est ouverte : \(root):\(listening)\n")
        }
        try await application.runService()
    }

    /// Keys that are wrong end the start; without any, programs are told when they ask.
    private func announceKeys(_ installation: Installation) async throws {
        guard installation.keys.place != .nowhere else {
            let text = FindingTexts.text(of: Finding(KeyFinding.missing, .warning))
            return StandardError.write("\(text.sentence) \(text.atTerminal)\n")
        }
        let foreign = try await SecondFactor.sealedElsewhere(installation)
        if foreign > 0 {
            FindingPrinter.print([Finding(ServerFinding.sealedElsewhere, .warning, ["count": String(foreign)])])
        }
    }
}
