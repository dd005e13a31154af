import Register
import UseCases

/// One line of what an account is.
struct AccountFact: Sendable {
    let label: String
    let value: String

    init(_ key: String, _ value: String) {
        label = Catalogue.french.text("account", key)
        self.value = value
    }

    static func all(of listing: AccountListing) -> [AccountFact] {
        let account = listing.account
        return [
            AccountFact("login", account.login), AccountFact("name", account.name),
            AccountFact("role", Catalogue.french.text("role", account.role.rawValue)),
            AccountFact("scope", AccountText.scope(account.scope)),
            AccountFact("organisation", listing.organisation ?? "—"), AccountFact("mail", account.mail ?? "—"),
        ]
    }
}

struct AccountSession: Sendable {
    let digest: String
    let began: String
    let seen: String
    let proof: String
    let agent: String
    let address: String
    let isPresent: Bool

    init(_ session: SessionRow, _ time: LocalTime, isPresent: Bool) {
        digest = session.digest
        began = time.text(session.beganAt)
        seen = time.text(session.seenAt)
        proof = Catalogue.french.text("account", "proof-\(session.proof)")
        agent = session.agent
        address = session.address
        self.isPresent = isPresent
    }
}

struct AccountEvent: Sendable {
    let when: String
    let outcome: String
    let agent: String
    let address: String

    init(_ event: SignInEventRow, _ time: LocalTime) {
        when = time.text(event.at)
        let words = Catalogue.french.text("account", "event-\(event.outcome.replacing(" ", with: "-"))")
        outcome = event.count == 1 ? words : "\(words) (\(event.count) fois)"
        agent = event.agent
        address = event.address
    }
}

/// Words for what accounts hold.
enum AccountText {
    static func scope(_ scope: Scope) -> String {
        let words = Catalogue.french
        return switch scope {
        case .national: words.text("account", "country")
        case .departments(let codes): codes.sorted().joined(separator: ", ")
        case .holdings: words.text("account", "ownHoldings")
        case .relations: words.text("account", "ownRelations")
        case .nothing: words.text("account", "noHerd")
        }
    }

    static func factor(_ listing: AccountListing, _ codes: Int) -> String {
        let words = Catalogue.french
        guard listing.hasSecondFactor else { return words.text("account", "factorNone") }
        return "\(words.text("account", "factorSet")) (\(words.text("account", "codesLeft")) : \(codes))"
    }

    /// The day of an instant in ISO 8601, as people write it.
    static func day(_ instant: String) -> String {
        let parts = instant.prefix(10).split(separator: "-")
        return parts.count == 3 ? "\(parts[2])/\(parts[1])/\(parts[0])" : instant
    }
}
