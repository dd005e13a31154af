import Crypto
import Foundation
import JWTKit
import Secrets
import Testing

@testable import OpenID

/// Tokens that a dishonest or careless provider might make, signed with real keys.
@Suite("Issue 3 §1, CAL-44: what an identity token must be (OpenID Connect Core §3.1.3.7)") struct TokenTests {
    private static let now = 1_800_000_000
    /// Claims as JSON writes them.
    private static let good = [
        "iss": #""https://id.example""#, "aud": #""vigie""#, "sub": #""u-1""#, "nonce": #""n""#, "exp": "\(now + 60)",
        "iat": "\(now - 5)",
    ]
    private static let expectation = IdentityToken.Expectation(
        issuer: "https://id.example", audience: "vigie", nonce: "n", now: now)

    /// What is changed, and what is said about it; nil: nothing is wrong.
    private static let cases: [(name: String, changes: [String: String?], fault: TokenFault?)] = [
        ("nothing", [:], nil),
        ("another issuer", ["iss": #""https://id.example/""#], .issuer),
        ("another audience", ["aud": #""autre""#], .audience),
        ("one of two audiences, and not the party", ["aud": #"["vigie", "autre"]"#], .audience),
        ("one of two audiences, and the party", ["aud": #"["autre", "vigie"]"#, "azp": #""vigie""#], nil),
        ("another party", ["azp": #""autre""#], .audience),
        ("no audience", ["aud": nil], .audience),
        ("expired for less than a minute", ["exp": "\(now - 59)"], nil),
        ("expired for a minute", ["exp": "\(now - 60)"], .expired),
        ("no expiry", ["exp": nil], .expired),
        ("expiry as a text", ["exp": #""jamais""#], .expired),
        ("made in a minute", ["iat": "\(now + 60)"], nil),
        ("made later", ["iat": "\(now + 61)"], .notYet),
        ("valid later", ["nbf": "\(now + 61)"], .notYet),
        ("another nonce", ["nonce": #""m""#], .nonce),
        ("no nonce", ["nonce": nil], .nonce),
        ("no subject", ["sub": nil], .subject),
        ("an empty subject", ["sub": #""""#], .subject),
        ("a subject of 256 bytes", ["sub": "\"\(String(repeating: "x", count: 256))\""], .subject),
    ]

    @Test("each claim is held against what was asked for", arguments: cases.indices)
    func claims(_ index: Int) async throws {
        let (name, changes, fault) = Self.cases[index]
        let key = P256.Signing.PrivateKey()
        var claims = Self.good
        for (claim, value) in changes { claims[claim] = value }
        let found = try await Self.fault(try Self.token(claims, key), try Self.ring([(key, "a")]))
        #expect(found == fault, Comment(rawValue: name))
    }

    @Test("a token signed with another key, altered, unsigned or cut is not believed")
    func signatures() async throws {
        let (key, other) = (P256.Signing.PrivateKey(), P256.Signing.PrivateKey())
        let token = try Self.token(Self.good, key)
        let parts = token.split(separator: ".").map(String.init)
        let altered = Self.encoded(Self.good.merging(["sub": #""u-2""#]) { $1 })
        let none = Token.base64URL(Array(#"{"alg":"none","typ":"JWT"}"#.utf8))
        let ring = try Self.ring([(key, "a")])
        let foreign = try Self.ring([(other, "a")])
        #expect(try await Self.fault(token, foreign) == .signature)
        for bad in [
            "\(parts[0]).\(altered).\(parts[2])", "\(none).\(parts[1]).", "\(none).\(parts[1]).\(parts[2])",
            "\(parts[0]).\(parts[1])", "", "a.b.c",
        ] {
            #expect(try await Self.fault(bad, ring) == .signature, Comment(rawValue: bad))
        }
    }

    @Test("a shared secret in the published set, or the public key as one, signs nothing")
    func sharedSecrets() async throws {
        let key = P256.Signing.PrivateKey()
        let secret = Array("clef partagée fictive de trente-deux octets".utf8)
        let header = Token.base64URL(Array(#"{"alg":"HS256","kid":"s"}"#.utf8))
        let body = Self.encoded(Self.good)
        let mac = HMAC<SHA256>.authenticationCode(
            for: Array("\(header).\(body)".utf8), using: SymmetricKey(data: secret))
        let token = "\(header).\(body).\(Token.base64URL(Array(mac)))"
        let ring = try Self.ring([(key, "s")], extra: #"{"kty":"oct","kid":"s","k":"\#(Token.base64URL(secret))"}"#)
        #expect(ring.keys.count == 1)
        #expect(try await Self.fault(token, ring) == .signature)
    }

    @Test("keys for encryption and kinds that we do not know are passed over, the others serve")
    func rings() throws {
        let ring = try Self.ring(
            [(P256.Signing.PrivateKey(), "a")],
            extra: #"{"kty":"RSA","use":"enc","kid":"b","n":"AQAB","e":"AQAB"},{"kty":"AKP","kid":"c"}"#)
        #expect(ring.keys.map { $0.keyIdentifier?.string } == ["a"])
        #expect(ring.candidates("a").count == 1 && ring.candidates("b").isEmpty && ring.candidates(nil).count == 1)
    }

    @Test(
        "an address without TLS is asked on this machine only",
        arguments: [
            ("https://id.example", true), ("http://127.0.0.1:9400", true), ("http://localhost:9400", true),
            ("http://id.example", false), ("http://127.0.0.1.id.example", false), ("ftp://id.example", false),
        ])
    func safe(_ address: String, _ isSafe: Bool) {
        do {
            try OpenIDSettings.requireSafe(address)
            #expect(isSafe)
        } catch {
            #expect(!isSafe && error == .insecure(address))
        }
    }

    // MARK: - Making tokens

    private static func fault(_ token: String, _ ring: KeyRing) async throws -> TokenFault? {
        do {
            let identifier = try IdentityToken.keyIdentifier(token)
            _ = try await IdentityToken(token, keys: ring.candidates(identifier), expectation)
            return nil
        } catch OpenIDFault.token(let fault) {
            return fault
        }
    }

    private static func encoded(_ claims: [String: String]) -> String {
        let members = claims.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",")
        return Token.base64URL(Array("{\(members)}".utf8))
    }

    private static func token(_ claims: [String: String], _ key: P256.Signing.PrivateKey) throws -> String {
        let header = Token.base64URL(Array(#"{"alg":"ES256","typ":"JWT","kid":"a"}"#.utf8))
        let body = encoded(claims)
        let signature = try key.signature(for: Data("\(header).\(body)".utf8))
        return "\(header).\(body).\(Token.base64URL(Array(signature.rawRepresentation)))"
    }

    private static func ring(_ keys: [(P256.Signing.PrivateKey, String)], extra: String? = nil) throws -> KeyRing {
        let sets = keys.map { key, name in
            let point = Array(key.publicKey.rawRepresentation)
            return """
                {"kty":"EC","crv":"P-256","kid":"\(name)","x":"\(Token.base64URL(Array(point.prefix(32))))",\
                "y":"\(Token.base64URL(Array(point.suffix(32))))"}
                """
        }
        let all = (sets + (extra.map { [$0] } ?? [])).joined(separator: ",")
        return try JSONDecoder().decode(KeyRing.self, from: Data("{\"keys\":[\(all)]}".utf8))
    }
}
