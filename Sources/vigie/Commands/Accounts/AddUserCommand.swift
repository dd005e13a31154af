import ArgumentParser
import Register
import Store
import UseCases

/// `vigie user add`: the first account needs no right, all others are an administrator's to give.
struct AddUserCommand: AsyncParsableCommand {
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
    @Option(
        name: .customLong("department"),
        help: """
            Département du ressort ; à répéter. Aucun : toute la France (administration centrale, laboratoires) ; \
            les vétérinaires et les éleveurs n'en ont pas besoin.
            """)
    var departments: [String] = []
    @Option(help: "Code de l'organisme pour lequel le compte agit, tel qu'il est au registre.")
    var organisation: String?
    @Option(name: .customLong("holding"), help: "N° EDE d'une exploitation de l'éleveur ; à répéter.")
    var holdings: [String] = []
    @Option(help: "N° ordinal du vétérinaire : son compte voit les élevages qui l'ont désigné et qu'il a acceptés.")
    var orderNumber: String?

    func run() async throws {
        try await Failure.report {
            let database = try await Database.open(options.databaseURL)
            do {
                let account = AccountRow(
                    login: login, name: name, role: role,
                    scope: departments.isEmpty ? .national : .departments(Set(departments)),
                    organisation: try await organisationID(in: database))
                try await AddAccount(account: account, ties: ties).perform(
                    by: options.user ?? Environment["VIGIE_USER"], at: SystemClock.nowUTC(), in: database)
                try await database.close()
            } catch {
                try? await database.close()  // the first error is the one to tell
                throw error
            }
            print("Compte « \(login) » créé.")
        }
    }

    private var ties: [AccountTie] {
        holdings.map { .holding($0) } + (orderNumber.map { [.veterinarian(orderNumber: $0)] } ?? [])
    }

    private func organisationID(in database: Database) async throws -> Int64? {
        guard let organisation else { return nil }
        guard let id = try await database.read({ try $0.organisationID(code: organisation) }) else {
            throw Refused(UseCaseFinding.organisationUnknown, ["code": organisation])
        }
        return id
    }
}

extension Role: ExpressibleByArgument {}
