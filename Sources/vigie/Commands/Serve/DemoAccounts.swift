import Register
import Store
import UseCases

/// The accounts of a demonstration: each gets a password made for this start, which is printed.
enum DemoAccounts {
    static func announce(on installation: Installation) async throws {
        let accounts = try await installation.database.read { try $0.accounts() }.filter { !$0.isDisabled }
        guard let administrator = accounts.first(where: { $0.role == .administrator }) else {
            throw Refused(UseCaseFinding.userUnknown, ["login": "administrator"])
        }
        let actor = try await Accounts.actor(login: administrator.login, in: installation.database)
        var output = StandardOutput()
        output.write(line: Array("Comptes de démonstration :".utf8))
        for account in accounts {
            let password = InitialPassword.make()
            try await SetPassword(of: account.login, to: password, .demonstration(actor)).perform(on: installation)
            output.write(line: Array("  \(account.login)\t\(password)\t\(account.name)".utf8))
        }
        output.write(line: [])
        output.flush()
    }
}
