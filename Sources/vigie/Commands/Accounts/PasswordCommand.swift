import ArgumentParser
import Store
import UseCases

extension UserCommand {
    /// `vigie user password LOGIN`: a new first password, shown once; the person chooses another at the next sign-in.
    struct Password: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Donne un mot de passe provisoire, affiché une seule fois ; ferme les sessions du compte.")

        @OptionGroup var options: GlobalOptions
        @Argument(help: "Identifiant du compte.")
        var login: String

        func run() async throws {
            try await Failure.report {
                try await options.withContext { context in
                    let access = try await AccessBook.open(beside: context.database, now: context.now)
                    let installation = Installation(
                        database: context.database, access: access, clock: { SystemClock.secondsSince1970() })
                    let password = InitialPassword.make()
                    do {
                        try await SetPassword(of: login, to: password, .administrator(context.actor))
                            .perform(on: installation)
                        try await access.close()
                    } catch {
                        try? await access.close()  // the first error is the one to tell
                        throw error
                    }
                    print(password)
                    StandardError.write("À changer par « \(login) » à la première connexion.\n")
                }
            }
        }
    }
}
