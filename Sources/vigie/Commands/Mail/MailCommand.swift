import ArgumentParser
import Kernel
import Mail
import UseCases

/// `vigie mail`: whether mail goes.
struct MailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail", abstract: "Courriel : essayer l'envoi.", subcommands: [Test.self])

    /// `vigie mail test ADDRESS`: sends one message now, without database or queue.
    struct Test: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Envoie un message d'essai, et dit ce que le serveur a répondu.")

        @OptionGroup var options: MailOptions
        @Argument(help: "Adresse du destinataire.")
        var address: String

        func run() async throws {
            try await Failure.report {
                guard let office = try options.office(publicAddress: "http://127.0.0.1:8080") else {
                    throw Refused(NoticeFinding.mailNotConfigured)
                }
                try await TestMail(to: address).send(by: office, at: SystemClock.secondsSince1970())
                print("Message remis au serveur pour \(address).")
            }
        }
    }
}
