import Register
import Store

/// A page of accounts with how they sign in.
package struct BrowseAccounts: UseCase {
    package static let pageLength = 50

    package struct Page: Sendable {
        package let accounts: [AccountListing]
        /// Where the next page begins; nil: this is the last.
        package let next: String?
    }

    package let intention = Intention.accountAdd
    package let department: String? = nil
    package let text: String?
    package let role: Role?
    package let after: String

    package init(containing text: String? = nil, role: Role? = nil, after: String? = nil) {
        self.text = text
        self.role = role
        self.after = after ?? ""
    }

    package func run(_ context: Context) async throws -> Page {
        let (text, role, after) = (text, role, after)
        let found = try await context.database.read { connection in
            try connection.accountListings(
                containing: text, role: role, after: after, limit: BrowseAccounts.pageLength + 1)
        }
        let accounts = Array(found.prefix(BrowseAccounts.pageLength))
        return Page(accounts: accounts, next: found.count > accounts.count ? accounts.last?.account.login : nil)
    }
}

/// One account as administrators see it.
package struct ShowAccount: UseCase {
    package let intention = Intention.accountAdd
    package let department: String? = nil
    package let login: String

    package init(_ login: String) { self.login = login }

    package func run(_ context: Context) async throws -> AccountListing {
        guard let found = try await context.database.read({ [login] in try $0.accountListing(login: login) }) else {
            throw Refused(UseCaseFinding.userUnknown, ["login": login])
        }
        return found
    }
}
