import ArgumentParser
import Store
import UseCases

/// `vigie keys`: the installation's own secrets.
struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Les clés de l'installation : elles signent les jetons d'accès des programmes.",
        discussion: """
            Elles tiennent dans un fichier que tous les serveurs partagent (VIGIE_KEYS_FILE ; sur SQLite, à côté de la \
            base), ou dans VIGIE_KEYS. Rien ici n'affiche un secret.
            """,
        subcommands: [List.self, Rotate.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Les clés qui signent ou vérifient encore.")

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            try await Failure.report {
                try await options.withDatabase(.any) { try await Maintainer.require(login: options.login, on: $0) }
                let book = KeyBook(try options.keyPlace)
                for (index, key) in try book.keys(at: SystemClock.secondsSince1970()).signing.enumerated() {
                    print("\(key.id)\t\(Instant.text(ofSeconds: key.madeAt))\t\(index == 0 ? "signe" : "vérifie")")
                }
            }
        }
    }

    struct Rotate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Crée une clé qui signe désormais ; l'ancienne vérifie encore les jetons qu'elle a signés.")

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            try await Failure.report {
                let key = try await options.withContext { context in
                    try await RotateKeys(KeyBook(options.keyPlace), at: SystemClock.secondsSince1970())
                        .perform(context)
                }
                print("Nouvelle clé : \(key).")
            }
        }
    }
}
