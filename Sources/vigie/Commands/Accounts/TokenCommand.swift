import ArgumentParser
import Kernel
import Store
import UseCases

/// `vigie user token`: what programs carry in the place of a password.
struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Jetons personnels et clients OAuth 2 pour l'interface de programmation.",
        subcommands: [Add.self, Client.self, List.self, Revoke.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Crée un jeton personnel, affiché une seule fois.")

        @OptionGroup var options: GlobalOptions
        @Argument(help: "Compte pour lequel il agit.") var login: String
        @Option(help: "Logiciel qui s'en servira.") var name: String
        @Option(help: "Durée, en jours.") var days = 90

        func run() async throws {
            try await Failure.report {
                let made = try await options.withContext {
                    try await CreateCredential(.token, of: login, name: name, days: days).perform($0)
                }
                print(made.secret)
                StandardError.write("Jeton \(made.id) de « \(login) » : il ne sera plus jamais affiché.\n")
            }
        }
    }

    struct Client: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Crée un client OAuth 2 (client_credentials), dont le secret n'est affiché qu'une fois.")

        @OptionGroup var options: GlobalOptions
        @Argument(help: "Compte pour lequel il agit.") var login: String
        @Option(help: "Logiciel qui s'en servira.") var name: String
        @Option(help: "Durée, en jours ; sans elle, jusqu'à révocation.") var days: Int?

        func run() async throws {
            try await Failure.report {
                let made = try await options.withContext {
                    try await CreateCredential(.client, of: login, name: name, days: days).perform($0)
                }
                let id = IssueAccessToken.clientID(made.id)
                if options.json {
                    return try JSONOutput.print(["client_id": id, "client_secret": made.secret])
                }
                print("client_id\t\(id)\nclient_secret\t\(made.secret)")
                StandardError.write("Le secret ne sera plus jamais affiché.\n")
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Les jetons et clients d'un compte, ou de tous.")

        @OptionGroup var options: GlobalOptions
        @Argument(help: "Compte ; sans lui, tous.") var login: String?

        func run() async throws {
            try await Failure.report {
                let lines = try await options.withAccessBook { context, access in
                    try await ListCredentials(of: login).perform(context, access: access)
                }
                for line in lines {
                    let credential = line.credential
                    print(
                        [
                            String(credential.id), credential.kind.rawValue, credential.login, credential.name,
                            credential.createdAt, credential.expiresOn?.description ?? "-", line.usedAt ?? "-",
                            credential.revokedAt == nil ? "actif" : "révoqué",
                        ].joined(separator: "\t"))
                }
            }
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Révoque un jeton ou un client : un serveur en marche le sait quelques secondes plus tard.")

        @OptionGroup var options: GlobalOptions
        @Argument(help: "Numéro du jeton.") var id: Int64

        func run() async throws {
            try await Failure.report {
                try await options.withContext { try await RevokeCredential(id).perform($0) }
                print("Jeton \(id) révoqué.")
            }
        }
    }
}

extension GlobalOptions {
    /// Runs `body` with the access book beside the database.
    fileprivate func withAccessBook<Outcome>(
        _ body: (Context, Database) async throws -> Outcome
    ) async throws -> Outcome {
        try await withContext { context in
            let access = try await AccessBook.open(beside: context.database, now: context.now)
            do {
                let outcome = try await body(context, access)
                try await access.close()
                return outcome
            } catch {
                try? await access.close()  // the first error is the one to tell
                throw error
            }
        }
    }
}
