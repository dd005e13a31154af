import Kernel
import Register
import Secrets
import Store

package typealias APICredentialRow = Store.APICredentialRow

/// A credential just made: the one moment when its secret can be read.
package struct NewCredential: Sendable {
    package let id: Int64
    package let secret: String
}

/// Makes a personal token, or a client of OAuth 2 (RFC 6749 §4.4). One's own token anybody may make; one of somebody
/// else, and any client, an administrator.
package struct CreateCredential: Sendable {
    package static let mostDays = 366
    package static let mostNameCharacters = 80
    /// Prefixes by which people, and programs that look for leaked secrets, know what they have found.
    package static let tokenPrefix = "vgt_"
    package static let secretPrefix = "vgs_"

    package let kind: APICredentialRow.Kind
    package let login: String
    package let name: String
    /// nil: until revoked (clients only).
    package let days: Int?

    package init(_ kind: APICredentialRow.Kind, of login: String, name: String, days: Int?) {
        self.kind = kind
        self.login = login
        self.name = name
        self.days = days
    }

    /// - Throws: `Refused`.
    package func perform(_ context: Context) async throws -> NewCredential {
        let isOwn = kind == .token && login == context.actor.login
        try context.actor.require(isOwn ? .apiTokenManage : .accountAdd, in: nil)
        let name = name.trimmed
        guard (1...Self.mostNameCharacters).contains(name.count), !name.unicodeScalars.contains(where: \.isControl)
        else { throw Refused(APIFinding.credentialNameMissing, ["most": String(Self.mostNameCharacters)]) }
        guard (1...Self.mostDays).contains(days ?? (kind == .client ? 1 : 0)) else {
            throw Refused(APIFinding.credentialExpiry, ["most": String(Self.mostDays)])
        }
        let secret = (kind == .token ? Self.tokenPrefix : Self.secretPrefix) + Token.make()
        var ids = try await context.database.ids(2)
        let row = APICredentialRow(
            id: ids.next(), kind, digest: Token.digest(secret), of: login, name: name,
            created: (context.now, context.actor.login), expiresOn: days.map { context.today.adding(days: $0) })
        let entry = context.credentialEntry(ids.next(), row, isOwn ? .apiTokenManage : .accountAdd, "created")
        try await context.database.write { [login] connection in
            guard let account = try connection.account(login: login) else {
                throw Refused(UseCaseFinding.userUnknown, ["login": login])
            }
            guard !account.isDisabled else { throw Refused(UseCaseFinding.userDisabled, ["login": login]) }
            try connection.insert(row)
            try connection.audit(entry)
            let topic: NoticeTopic = row.kind == .token ? .tokenCreated : .clientCreated
            try connection.tell(topic, of: login, once: String(entry.id), at: context.moment)
        }
        return NewCredential(id: row.id, secret: secret)
    }
}

/// Revokes a token or client: at once on this server, within `BearerDesk.trustedSeconds` on others.
package struct RevokeCredential: Sendable {
    package let id: Int64

    package init(_ id: Int64) { self.id = id }

    /// - Throws: `Refused`; somebody else's answers like one that is not there.
    package func perform(_ context: Context) async throws {
        try context.actor.require(.apiTokenManage, in: nil)
        let id = id
        let found = try await context.database.read { try $0.apiCredential(id) }
        let isAdministrator = Policy.allows(.accountAdd, to: context.actor.role)
        guard let found, found.revokedAt == nil, found.login == context.actor.login || isAdministrator else {
            throw Refused(APIFinding.credentialUnknown)
        }
        let intention: Intention = found.login == context.actor.login ? .apiTokenManage : .accountAdd
        let entry = context.credentialEntry(try await context.database.id(), found, intention, "revoked")
        try await context.database.write { connection in
            try connection.revokeAPICredential(id, at: context.now)
            try connection.audit(entry)
        }
    }
}

/// Gives a client a new secret; the one before opens nothing any more. Its access tokens go on until they end.
package struct RotateClientSecret: Sendable {
    package let id: Int64

    package init(_ id: Int64) { self.id = id }

    /// - Throws: `Refused`.
    package func perform(_ context: Context) async throws -> NewCredential {
        try context.actor.require(.accountAdd, in: nil)
        let (id, secret) = (id, CreateCredential.secretPrefix + Token.make())
        let audit = try await context.database.id()
        try await context.database.write { connection in
            guard let found = try connection.apiCredential(id), found.accepts(.client, on: context.today) else {
                throw Refused(APIFinding.credentialUnknown)
            }
            try connection.setAPICredential(id, digest: Token.digest(secret))
            try connection.audit(context.credentialEntry(audit, found, .accountAdd, "rotated"))
            try connection.tell(.clientRenewed, of: found.login, once: String(audit), at: context.moment)
        }
        return NewCredential(id: id, secret: secret)
    }
}

/// Credentials of one account, or of all for an administrator, with their last use.
package struct ListCredentials: Sendable {
    package struct Line: Sendable {
        package let credential: APICredentialRow
        /// UTC, ISO 8601.
        package let usedAt: String?
    }

    /// nil: of all.
    package let login: String?

    package init(of login: String?) { self.login = login }

    package func perform(_ context: Context, access: Database) async throws -> [Line] {
        try context.actor.require(login == context.actor.login ? .apiTokenManage : .accountAdd, in: nil)
        let login = login
        let uses = try await access.read { try $0.lastUses() }
        return try await context.database.read { try $0.apiCredentials(of: login) }.map {
            Line(credential: $0, usedAt: uses[$0.id].map(Instant.text))
        }
    }
}

extension Context {
    fileprivate func credentialEntry(
        _ id: Int64, _ credential: APICredentialRow, _ intention: Intention, _ outcome: String
    ) -> AuditEntry {
        var entry = AuditEntry(
            id: id, at: now, actor: actor.login, role: actor.role.rawValue, intention: intention.rawValue)
        entry.subject = "account:\(credential.login)"
        entry.details = [AuditDetail(subject: "\(credential.kind.rawValue):\(credential.id)", outcome: outcome)]
        return entry
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool { value < 32 || value == 127 }
}

extension String {
    fileprivate var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
