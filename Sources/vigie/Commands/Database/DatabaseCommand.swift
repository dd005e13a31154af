import ArgumentParser
import Kernel
import Store
import UseCases

/// `vigie database`: its tables, their state, copies of it.
struct DatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "database", abstract: "La base de données : la créer, la vérifier, la sauvegarder.",
        subcommands: [Migrate.self, Check.self, Backup.self, Restore.self])

    struct Migrate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "migrate", abstract: "Crée la base, ou la met à la version du programme.")

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            try await Failure.report {
                try await options.withDatabase(.anyOrNew) { database in
                    try await Maintainer.require(login: options.login, on: database)
                    let applied = try await database.migrate(now: SystemClock.nowUTC())
                    let state = try await database.schemaState()
                    print(
                        applied.isEmpty
                            ? "La base est à jour (version \(state.applied))."
                            : "Migrations appliquées : \(applied.map(String.init).joined(separator: ", ")).")
                }
            }
        }
    }

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "Vérifie toute la base : fichier, références, documents, journal.")

        @OptionGroup var options: GlobalOptions
        @Option(help: "Tête du journal conservée ailleurs (vigie-audit:N:EMPREINTE).") var head: String?

        func run() async throws {
            try await Failure.report {
                try await options.withDatabase(.any) { database in
                    try await Maintainer.require(login: options.login, on: database)
                    let findings = try await database.check(expecting: try head.map(AuditOptions.head))
                    FindingPrinter.print(findings)
                    if findings.contains(where: { $0.severity >= .refused }) { throw ExitCode.refused }
                    print("La base est saine.")
                }
            }
        }
    }
}

extension GlobalOptions {
    var login: String? { user ?? Environment["VIGIE_USER"] }

    /// Opens the database as it is, without an account, and closes it.
    func withDatabase(
        _ expectation: DatabaseOptions.Expectation, _ body: (Database) async throws -> Void
    ) async throws {
        let database = try await Database.open(databaseURL, DatabaseOptions(expectation))
        do {
            try await body(database)
            try await database.close()
        } catch {
            try? await database.close()  // the first error is the one to tell
            throw error
        }
    }
}
