import ArgumentParser
import Kernel
import Register
import Store
import UseCases

/// Options that every command on a database shares. Each may also stand in the environment.
struct GlobalOptions: ParsableArguments {
    @Option(
        name: .long,
        help: "Base de données : sqlite:CHEMIN ou postgres://… (VIGIE_DATABASE ; par défaut sqlite:vigie.sqlite).")
    var database: String?

    @Option(name: .long, help: "Compte qui agit (VIGIE_USER).")
    var user: String?

    @Option(name: .long, help: "Date du jour, pour rejouer un passé (AAAA-MM-JJ ; VIGIE_TODAY).")
    var today: Day?

    @Option(name: .long, help: "Secondes d'attente quand la base est occupée (VIGIE_WAIT ; par défaut 30).")
    var wait: Double?

    @Flag(name: .long, help: "Réponse en JSON, pour les scripts.")
    var json = false

    var databaseURL: DatabaseURL {
        get throws { try DatabaseURL(database ?? Environment["VIGIE_DATABASE"] ?? "sqlite:vigie.sqlite") }
    }

    /// Opens the database, runs `body` as the configured user, closes the database.
    ///
    /// - Parameter department: the department whose civil date "today" is; mainland without one.
    func withContext<Outcome>(
        department: String? = nil, _ body: (Context) async throws -> Outcome
    ) async throws -> Outcome {
        let database = try await Database.open(databaseURL, databaseOptions())
        do {
            let context = try await context(on: database, department: department)
            let outcome = try await body(context)
            try await database.close()
            return outcome
        } catch {
            try? await database.close()  // the first error is the one to tell
            throw error
        }
    }

    func databaseOptions(_ expectation: DatabaseOptions.Expectation = .current) throws -> DatabaseOptions {
        let text = Environment["VIGIE_WAIT"]
        let seconds = wait ?? text.map { Double($0) ?? -1 } ?? 30
        guard (0...86_400).contains(seconds) else {
            throw ValidationError("VIGIE_WAIT : « \(text ?? "") » n'est pas un nombre de secondes.")
        }
        return DatabaseOptions(expectation, waitSeconds: seconds)
    }

    private func context(on database: Database, department: String?) async throws -> Context {
        let login = user ?? Environment["VIGIE_USER"] ?? "inconnu"
        let actor = try await Accounts.actor(login: login, in: database)
        return Context(
            database: database, actor: actor, today: try day(in: department), now: SystemClock.nowUTC())
    }

    /// Today, as the options, the environment or the clock say.
    func day(in department: String? = nil) throws -> Day {
        if let today { return today }
        if let text = Environment["VIGIE_TODAY"] {
            guard let day = Day(text) else { throw ValidationError("VIGIE_TODAY : « \(text) » n'est pas une date.") }
            return day
        }
        return CivilDate.today(secondsSince1970: SystemClock.secondsSince1970(), department: department ?? "")
    }
}

extension Day: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
