import ArgumentParser
import FoundationEssentials
import Kernel
import Store
import UseCases

extension DatabaseCommand {
    struct Backup: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "backup",
            abstract: "Copie la base et le carnet d'accès dans de nouveaux fichiers, sans arrêter personne.",
            discussion: """
                SQLite : le carnet d'accès (sessions, qui a consulté quoi) va dans FICHIER-access ; la copie s'ouvre \
                telle quelle (--database sqlite:FICHIER). PostgreSQL : un seul fichier, pour « vigie database \
                restore ». Rien n'est jamais remplacé. Les clés de l'installation ne sont pas copiées.
                """)

        @OptionGroup var options: GlobalOptions
        @Argument(help: "Fichier à créer.") var path: String

        func run() async throws {
            try await Failure.report {
                try await options.withDatabase(.any) { database in
                    try await Maintainer.require(login: options.login, on: database)
                    let content = try await database.backup(to: path)
                    print("Sauvegarde écrite dans \(path) (\(content.bytes / 1024) Kio).")
                    switch content.accessBook {
                    case .file(let book, let bytes):
                        print("Carnet d'accès (sessions, consultations) : \(book) (\(bytes / 1024) Kio).")
                    case .inside: print("Carnet d'accès (sessions, consultations) : dans la même sauvegarde.")
                    case .none: print("Carnet d'accès : il n'y en a pas encore.")
                    }
                    if let keys = try keys() {
                        print(
                            "Clés de l'installation (\(keys)) : non copiées. Gardez-en une copie à part : sans elles, "
                                + "les seconds facteurs, clients et webhooks sont à refaire.")
                    }
                }
            }
        }

        /// Where the keys stand; nil: there are none.
        private func keys() throws -> String? {
            switch try options.keyPlace {
            case .file(let path): FileManager.default.fileExists(atPath: path) ? path : nil
            case .text: "VIGIE_KEYS"
            case .nowhere: nil
            }
        }
    }

    struct Restore: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "restore",
            abstract: "Restaure une sauvegarde dans une base qui n'existe pas encore, ou vide (PostgreSQL).",
            discussion: "Le carnet d'accès en fait partie. Remettez les clés à leur place avant d'ouvrir Vigie.")

        @OptionGroup var options: GlobalOptions
        @Argument(help: "Sauvegarde.") var path: String

        func run() async throws {
            try await Failure.report {
                try await Database.restore(from: path, into: options.databaseURL)
                print("Sauvegarde restaurée. « vigie database migrate » la met à la version du programme.")
            }
        }
    }
}
