import Exchange
import FoundationEssentials
import Kernel
import OpenID
import Register
import UseCases

/// The file that decides about signing in (docs/manual/comptes.md): sessions, second factor, proxies, provider.
struct SignInFile {
    var rules = SignInRules()
    var proxies: [AddressRange] = []
    var provider: OpenIDSettings?
    /// What its keeper should look at.
    private(set) var warnings: [Finding] = []

    /// - Parameter path: nil: no file; what is recommended holds.
    /// - Throws: `Refused` with every key that is wrong, missing or unknown.
    init(_ path: String?) throws {
        rules.secondFactorRoles = SignInRules.recommendedSecondFactor
        guard let path else { return }
        do throws(Refusal) {
            try read(try ConfigurationTable.parse(.file(path)))
        } catch {
            throw Refused(error.findings)
        }
    }

    private mutating func read(_ table: ConfigurationTable) throws(Refusal) {
        var reader = ConfigurationReader(table)
        reader.format("vigie-sign-in-1")
        readSession(&reader)
        readSecondFactor(&reader)
        readProxies(&reader)
        if let inner = reader.table("provider") { reader.add(readProvider(inner)) }
        let findings = reader.finish()
        if !findings.isEmpty { throw Refusal(findings) }
    }

    private mutating func readSession(_ reader: inout ConfigurationReader) {
        if let table = reader.table("session") {
            var session = ConfigurationReader(table)
            if let minutes = session.integer("idleMinutes", in: 1...1440) { rules.idleSeconds = minutes * 60 }
            if let hours = session.integer("longestHours", in: 1...24) { rules.longestSeconds = hours * 3600 }
            reader.add(session.finish())
        }
        if let table = reader.table("invitation") {
            var invitation = ConfigurationReader(table)
            if let days = invitation.integer("days", in: 1...60) { rules.invitationSeconds = days * 86_400 }
            reader.add(invitation.finish())
        }
    }

    private mutating func readSecondFactor(_ reader: inout ConfigurationReader) {
        guard let table = reader.table("secondFactor") else { return }
        var factor = ConfigurationReader(table)
        if let names = factor.list("roles") {
            rules.secondFactorRoles = Set(names.compactMap(Role.init(rawValue:)))
            if names.contains(where: { Role(rawValue: $0) == nil }) {
                factor.invalid("roles", expected: Role.allCases.map(\.rawValue).joined(separator: ", "))
            }
        }
        reader.add(factor.finish())
    }

    private mutating func readProxies(_ reader: inout ConfigurationReader) {
        guard let table = reader.table("proxies") else { return }
        var inner = ConfigurationReader(table)
        let names = inner.list("trusted") ?? []
        proxies = names.compactMap(AddressRange.init)
        if proxies.count != names.count { inner.invalid("trusted", expected: "192.0.2.1, 10.0.0.0/8, 2001:db8::/32") }
        reader.add(inner.finish())
    }

    /// - Returns: what is wrong with it.
    private mutating func readProvider(_ table: ConfigurationTable) -> [Finding] {
        var reader = ConfigurationReader(table)
        let name = reader.string("name", required: true)
        let issuer = reader.string("issuer", required: true)
        let client = reader.string("clientId", required: true)
        let secretFile = reader.string("clientSecretFile")
        let scopes = reader.list("scopes") ?? ["profile", "email"]
        var mapping = ClaimMapping()
        if let account = reader.table("account") {
            var claims = ConfigurationReader(account)
            mapping.login = claims.string("login") ?? mapping.login
            mapping.name = claims.string("name") ?? mapping.name
            mapping.role = claims.string("role") ?? mapping.role
            mapping.departments = claims.string("departments")
            mapping.organisation = claims.string("organisation")
            mapping.mail = claims.string("mail") ?? mapping.mail
            mapping.trustsMail = claims.boolean("mailWithoutProof") ?? false
            mapping.creates = claims.boolean("create") ?? false
            reader.add(claims.finish())
        }
        for (value, code) in reader.strings("roles") {
            // An administrator is made here, never from afar.
            guard let role = Role(rawValue: code), role != .administrator else {
                reader.invalid("roles", expected: Role.allCases.dropLast().map(\.rawValue).joined(separator: ", "))
                continue
            }
            mapping.roles[value] = role
        }
        let secret = secretFile.flatMap { SecretFile.text(at: $0) }
        warnings += [secretFile].compactMap { $0 }.compactMap(SecretFile.exposure)
        if secretFile != nil, secret == nil { reader.invalid("clientSecretFile", expected: "a file with the secret") }
        if let name, let issuer, let client {
            provider = OpenIDSettings(name: name, issuer: issuer, client: (client, secret), scopes: scopes)
            rules.claims = mapping
        }
        return reader.finish()
    }
}
