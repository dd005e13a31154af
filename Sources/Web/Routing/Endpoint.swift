import Hummingbird
import Register
import UseCases

/// One route: who may ask, and what answers. The table of all of them is `Routes`.
struct Endpoint: Sendable {
    let method: HTTPRequest.Method
    /// As the router reads it: `/campagnes/:department/:year/suivi`.
    let path: String
    let access: Access
    /// Makes or takes away secrets: whoever showed too long ago who they are does so first, and is led back to this
    /// page. `:login` and the like stand for the same part of the address.
    let provesAnewFor: String?
    let answer: @Sendable (Call) async throws -> Response

    init(
        _ method: HTTPRequest.Method, _ path: String, _ access: Access, provesAnewFor page: String? = nil,
        _ answer: @escaping @Sendable (Call) async throws -> Response
    ) {
        self.method = method
        self.path = path
        self.access = access
        provesAnewFor = page
        self.answer = answer
    }
}

/// Who may ask at all. What the answer then does is checked again by its use case, with the territory.
enum Access: Sendable, Hashable {
    case everyone
    case signedIn
    /// Signed in, also while something is still to be done first: choosing a password, setting up a second factor.
    case ownAccount
    case may(Intention)

    func allows(_ role: Role?) -> Bool {
        switch self {
        case .everyone: true
        case .signedIn, .ownAccount: role != nil
        case .may(let intention): role.map { Policy.allows(intention, to: $0) } ?? false
        }
    }

    /// - Throws: `WebFault.signInNeeded`, or `Refused` for a role that may not.
    func require(_ visit: Sessions.Visit?) throws {
        guard self != .everyone else { return }
        guard let visit else { throw WebFault.signInNeeded }
        guard self != .ownAccount else { return }
        switch visit.owes {
        case .password: throw WebFault.passwordChangeNeeded
        case .secondFactor: throw WebFault.secondFactorNeeded
        case nil: break
        }
        if case .may(let intention) = self { try visit.actor.require(intention, in: nil) }
    }
}
