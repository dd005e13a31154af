import ArgumentParser
import Register
import Store
import UseCases

/// `vigie user`: the accounts that the command line may act as.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Les comptes.", subcommands: [Add.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add",
            abstract: "Crée un compte ; le tout premier est un administrateur et ne demande aucun droit.")

        @OptionGroup var options: GlobalOptions
        @Argument(help: "Identifiant du compte.")
        var login: String
        @Option(help: "Profil : \(Role.allCases.map(\.rawValue).joined(separator: ", ")).")
        var role: Role
        @Option(help: "Nom de la personne.")
        var name: String
        @Option(name: .customLong("department"), help: "Département du ressort ; à répéter. Aucun : national.")
        var departments: [String] = []

        func run() async throws {
            try await Failure.report {
                let database = try await Database.open(options.databaseURL)
                let scope: Scope = departments.isEmpty ? .national : .departments(Set(departments))
                let account = AccountRow(login: login, name: name, role: role, scope: scope)
                do {
                    try await AddAccount(account: account).perform(
                        by: options.user ?? Environment["VIGIE_USER"], in: database)
                    try await database.close()
                } catch {
                    try? await database.close()  // the first error is the one to tell
                    throw error
                }
                print("Compte « \(login) » créé.")
            }
        }
    }
}

extension Role: ExpressibleByArgument {}
