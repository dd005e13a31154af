import ArgumentParser
import Kernel
import UseCases
import Web

extension WebhookCommand {
    /// Whoever works sends the call; the command waits and says what became of it.
    struct Test: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Fait un appel d'essai, et dit ce que le destinataire a répondu.")

        @OptionGroup var options: GlobalOptions
        @OptionGroup var patience: DeliveryPatience
        @Argument(help: "Numéro du webhook.") var id: Int64

        func run() async throws {
            try await Failure.report {
                let view = try await options.withContext { context in
                    try await patience.outcome(of: try await PingWebhook(id).perform(context), context)
                }
                try patience.tell(view)
            }
        }
    }

    struct Replay: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Refait un envoi achevé ou abandonné, avec les mêmes événements.")

        @OptionGroup var options: GlobalOptions
        @OptionGroup var patience: DeliveryPatience
        @Argument(help: "Numéro du webhook.") var id: Int64
        @Argument(help: "Nom de l'envoi (dlv_…).") var delivery: String

        func run() async throws {
            try await Failure.report {
                let view = try await options.withContext { context in
                    let again = try await ReplayWebhookDelivery(delivery, of: id).perform(context)
                    return try await patience.outcome(of: again, context)
                }
                try patience.tell(view)
            }
        }
    }

    struct Deliveries: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Les envois d'un webhook, le dernier d'abord ; gardés 90 jours.")

        @OptionGroup var options: GlobalOptions
        @Argument(help: "Numéro du webhook.") var id: Int64
        @Option(help: "Nombre de lignes, de 1 à 500.") var limit = 50

        func validate() throws {
            guard (1...500).contains(limit) else { throw ValidationError("--limit : de 1 à 500.") }
        }

        func run() async throws {
            try await Failure.report {
                let lines = try await options.withContext {
                    try await ListWebhookDeliveries(of: id, limit: limit).perform($0).lines
                }
                if options.json { return try JSONOutput.print(lines.map { DeliveryLine($0) }) }
                for line in lines { print(DeliveryLine(line).text) }
            }
        }
    }
}

/// How long a command waits for a call that a server or a worker makes.
struct DeliveryPatience: ParsableArguments {
    @Option(help: "Secondes d'attente de la réponse ; 0 : aucune.") var seconds = 15

    func validate() throws {
        guard (0...600).contains(seconds) else { throw ValidationError("--seconds : de 0 à 600.") }
    }

    /// The delivery once it was tried, or as it is when patience ends.
    func outcome(of asked: WebhookDeliveryView, _ context: Context) async throws -> WebhookDeliveryView {
        var view = asked
        for _ in 0..<(seconds * 4) where view.delivery.lastAt == nil || view.delivery.attempts == 0 {
            try await Task.sleep(for: .milliseconds(250))
            view = try await FindWebhookDelivery(asked.delivery.id, of: asked.delivery.webhook).perform(context)
        }
        return view
    }

    /// - Throws: `ExitCode.refused` where the receiver did not take it.
    func tell(_ view: WebhookDeliveryView) throws {
        let (delivery, line) = (view.delivery, DeliveryLine(view))
        guard delivery.state != .sent else { return print("Reçu : \(line.answer) (\(delivery.id)).") }
        guard delivery.attempts > 0 || delivery.state == .dropped else {
            return print(
                "Demandé (\(delivery.id)), pas encore parti : « vigie serve » ou « vigie worker » l'enverra.")
        }
        print("Pas reçu : \(line.answer) (\(delivery.id)).")
        throw ExitCode.refused
    }
}

/// One delivery, as it is listed.
struct DeliveryLine: Encodable {
    let id: String
    let state: String
    let attempts: Int
    let begunAt: String
    let lastAt: String?
    let lastStatus: Int?
    let lastFault: String?
    let events: [String]

    init(_ view: WebhookDeliveryView) {
        let delivery = view.delivery
        id = delivery.id
        state = delivery.state == .new ? "waiting" : delivery.state.rawValue
        (attempts, begunAt) = (delivery.attempts, Instant.text(ofSeconds: delivery.begunAt))
        (lastAt, lastStatus, lastFault) = (delivery.lastAt, delivery.lastStatus, delivery.lastFault)
        events = view.events.map { "\($0.kind) \($0.subject)" }
    }

    /// What the receiver answered, or why there was no answer.
    var answer: String { lastStatus.map(String.init) ?? lastFault.map(WebhookWords.fault) ?? "-" }

    var text: String {
        [id, WebhookWords.delivery(state), String(attempts), begunAt, answer, events.joined(separator: ", ")]
            .joined(separator: "\t")
    }
}
