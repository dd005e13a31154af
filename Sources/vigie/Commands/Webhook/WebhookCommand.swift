import ArgumentParser
import Kernel
import UseCases
import Web

/// `vigie webhook`: the addresses that are called for one's account, as on the page `/compte/webhooks`.
struct WebhookCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "webhook",
        abstract: "Webhooks : les adresses que Vigie appelle quand il s'est passé quelque chose.",
        discussion: """
            Chacun gère les siens : --user dit de qui. L'appel est signé, et ne dit que ce que le compte peut lire au \
            moment de l'envoi. Guide : docs/api.md.
            """,
        subcommands: [
            List.self, Add.self, Suspend.self, Resume.self, Secret.self, Remove.self, Test.self, Deliveries.self,
            Replay.self,
        ], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Vos webhooks.")

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            try await Failure.report {
                let webhooks = try await options.withContext { try await ListWebhooks().perform($0) }
                if options.json { return try JSONOutput.print(webhooks.map { WebhookLine($0) }) }
                for webhook in webhooks { print(WebhookLine(webhook).text) }
            }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ajoute une adresse ; le secret qui signe les appels n'est affiché qu'une fois.",
            discussion: "Sortes d'événements : \(WebhookKind.offered.map(\.rawValue).joined(separator: ", ")).")

        @OptionGroup var options: GlobalOptions
        @Argument(help: "Adresse complète, en https.") var address: String
        @Option(help: "Sorte d'événement ; peut se répéter.") var kind: [String]

        func run() async throws {
            try await Failure.report {
                try await options.showSecret { try await AddWebhook(address, kinds: kind).perform($0, $1) }
            }
        }
    }

    struct Suspend: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Suspend un webhook : ce qui se passe ensuite ne lui est pas dit, ni plus tard.")

        @OptionGroup var options: GlobalOptions
        @Argument(help: "Numéro du webhook.") var id: Int64

        func run() async throws {
            try await Failure.report {
                _ = try await options.withContext { try await PauseWebhook(id, .suspend).perform($0) }
                print("Webhook \(id) suspendu.")
            }
        }
    }

    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Reprend un webhook suspendu ou arrêté.")

        @OptionGroup var options: GlobalOptions
        @Argument(help: "Numéro du webhook.") var id: Int64

        func run() async throws {
            try await Failure.report {
                _ = try await options.withContext { try await PauseWebhook(id, .resume).perform($0) }
                print("Webhook \(id) repris.")
            }
        }
    }

    struct Secret: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Donne un nouveau secret ; l'ancien signe aussi pendant un jour.")

        @OptionGroup var options: GlobalOptions
        @Argument(help: "Numéro du webhook.") var id: Int64

        func run() async throws {
            try await Failure.report {
                try await options.showSecret { try await RotateWebhookSecret(id).perform($0, $1) }
            }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Retire un webhook : plus rien ne lui est envoyé.")

        @OptionGroup var options: GlobalOptions
        @Argument(help: "Numéro du webhook.") var id: Int64

        func run() async throws {
            try await Failure.report {
                _ = try await options.withContext { try await RemoveWebhook(id).perform($0) }
                print("Webhook \(id) retiré.")
            }
        }
    }
}

/// One webhook, as it is listed.
struct WebhookLine: Encodable {
    let id: Int64
    let address: String
    let kinds: [String]
    let state: String
    let reason: String?
    let failures: Int
    let createdAt: String
    private let shownState: String

    private enum CodingKeys: String, CodingKey { case id, address, kinds, state, reason, failures, createdAt }

    init(_ webhook: WebhookRow) {
        (id, address, kinds) = (webhook.id, webhook.address, webhook.kinds)
        (state, reason, failures) = (webhook.state.rawValue, webhook.reason, webhook.failures)
        createdAt = webhook.createdAt
        shownState = WebhookWords.state(webhook)
    }

    var text: String {
        [String(id), address, kinds.joined(separator: ","), shownState, createdAt].joined(separator: "\t")
    }
}

extension GlobalOptions {
    /// Runs `body` for the configured user, with the installation's keys and rules.
    func withInstallation<Outcome>(
        _ body: (Context, Installation) async throws -> Outcome
    ) async throws -> Outcome {
        let installation = try await openInstallation()
        do {
            let actor = try await Accounts.actor(login: login ?? "inconnu", in: installation.database)
            let outcome = try await body(installation.context(for: actor), installation)
            try await installation.close()
            return outcome
        } catch {
            try? await installation.close()  // the first error is the one to tell
            throw error
        }
    }

    /// Prints a secret on standard output, where a script takes it, and the rest beside it.
    fileprivate func showSecret(_ body: (Context, Installation) async throws -> NewWebhook) async throws {
        let made = try await withInstallation(body)
        if json {
            struct Made: Encodable {
                let webhook: WebhookLine
                let secret: String
            }
            return try JSONOutput.print(Made(webhook: WebhookLine(made.webhook), secret: made.secret))
        }
        print(made.secret)
        StandardError.write("Webhook \(made.webhook.id) : ce secret ne sera plus jamais affiché.\n")
    }
}
