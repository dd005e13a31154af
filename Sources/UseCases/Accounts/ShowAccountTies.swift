import Register
import Store

/// What gives an account its herds: who it is at the Order, or the holdings that are its own.
package struct ShowAccountTies: UseCase {
    package struct Ties: Sendable {
        package let veterinarian: VeterinarianIdentity?
        /// EDE numbers.
        package let holdings: [String]

        package var isEmpty: Bool { veterinarian == nil && holdings.isEmpty }
    }

    package let intention = Intention.accountAdd
    package let department: String? = nil
    package let login: String

    package init(_ login: String) { self.login = login }

    package func run(_ context: Context) async throws -> Ties {
        let login = login
        return try await context.database.read { connection in
            guard let account = try connection.account(login: login) else {
                throw Refused(UseCaseFinding.userUnknown, ["login": login])
            }
            var veterinarian: VeterinarianIdentity?
            if case .relations(let id) = account.scope { veterinarian = try connection.veterinarianIdentity(id) }
            return Ties(veterinarian: veterinarian, holdings: try connection.holdings(tiedTo: login))
        }
    }
}
