import Foundation
import Hummingbird
import Register
import Secrets
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §1: access tokens at the door") struct AccessTokenAPITests {
    /// A token of a client of the inspector's, as the token address gives it.
    static func token(_ scene: WebScene, of role: Role = .inspector) async throws -> (id: Int64, token: String) {
        let made = try await scene.credential(.client, role)
        let pair = Data("vigie-\(made.id):\(made.secret)".utf8).base64EncodedString()
        let answer = try await scene.program(nil).send(
            .post, "/api/oauth/token",
            ["Content-Type": "application/x-www-form-urlencoded", "Authorization": "Basic \(pair)"],
            "grant_type=client_credentials")
        return (made.id, try #require(try answer.json["access_token"] as? String))
    }

    private static func status(_ token: String, _ scene: WebScene) async throws -> Int {
        try await APIProgram(client: scene.client, token: token).get("/account").status.code
    }

    @Test("a token that was changed, that has ended or is meant for another service is refused alike")
    func refused() async throws {
        try await WebScene.run(.sqlite) { scene in
            let (id, token) = try await AccessTokenAPITests.token(scene)
            #expect(try await AccessTokenAPITests.status(token, scene) == 200)
            let keys = try #require(InstallationKeys(text: WebScene.keys))
            let key = try #require(keys.signing.first)
            func made(_ issuer: String, _ audience: String, _ client: String, _ now: Int) async throws -> String {
                try await AccessToken.sign(
                    AccessClaims(issuer: issuer, audience: audience, client: client, from: now, seconds: 900),
                    with: key)
            }
            let home = "http://127.0.0.1:8080"
            let now = scene.clock.now
            #expect(
                try await AccessTokenAPITests.status(made(home, home + "/api/v1", "vigie-\(id)", now), scene) == 200)
            for wrong in [
                try await made(home, home + "/autre", "vigie-\(id)", now),
                try await made("https://autre.example", home + "/api/v1", "vigie-\(id)", now),
                try await made(home, home + "/api/v1", "vigie-\(id + 1)", now),
                try await made(home, home + "/api/v1", "autre-\(id)", now),
                try await made(home, home + "/api/v1", "vigie-\(id)", now - 900),
                String(token.dropLast(4)) + "AAAA",
            ] {
                let answer = try await APIProgram(client: scene.client, token: wrong).get("/account")
                #expect(answer.status == .unauthorized)
                #expect(try answer.code == "api-token-refused")
            }
        }
    }

    @Test("a disabled account or a revoked client ends its tokens within five seconds", arguments: Engine.allCases)
    func ends(_ engine: Engine) async throws {
        try await WebScene.run(engine) { scene in
            let (_, disabled) = try await AccessTokenAPITests.token(scene, of: .authority)
            let (id, revoked) = try await AccessTokenAPITests.token(scene)
            for token in [disabled, revoked] { #expect(try await AccessTokenAPITests.status(token, scene) == 200) }
            try await scene.installation.database.write { connection in
                try connection.disableAccount("authority", at: testTime)
                try connection.revokeAPICredential(id, at: testTime)
            }
            scene.clock.advance(BearerDesk.trustedSeconds)
            for token in [disabled, revoked] { #expect(try await AccessTokenAPITests.status(token, scene) == 401) }
        }
    }

    @Test("a personal token is no client's: the client of a token must be one")
    func personalTokens() async throws {
        try await WebScene.run(.sqlite) { scene in
            let made = try await scene.credential(.token, .inspector)
            let key = try #require(InstallationKeys(text: WebScene.keys)?.signing.first)
            let forged = try await AccessToken.sign(
                AccessClaims(
                    issuer: scene.installation.issuer, audience: scene.installation.audience,
                    client: "vigie-\(made.id)", from: scene.clock.now, seconds: 900), with: key)
            #expect(try await AccessTokenAPITests.status(forged, scene) == 401)
        }
    }

    @Test("other services find the address of the keys, and what signs our tokens stands there")
    func published() async throws {
        try await WebScene.run(.sqlite) { scene in
            let stranger = try await scene.program(nil)
            let metadata = try await stranger.send(.get, "/.well-known/oauth-authorization-server")
            #expect(metadata.status == .ok)
            #expect(try metadata.json["issuer"] as? String == "http://127.0.0.1:8080")
            let address = try #require(try metadata.json["jwks_uri"] as? String)
            let path = address.dropFirst("http://127.0.0.1:8080".count)
            let answer = try await stranger.send(.get, String(path))
            let key = try #require((try answer.json["keys"] as? [[String: Any]])?.first)
            #expect(key["alg"] as? String == "ES256" && key["kty"] as? String == "EC" && key["use"] as? String == "sig")
            #expect(Set(key.keys) == ["kty", "crv", "use", "alg", "kid", "x", "y"])
            let (_, token) = try await AccessTokenAPITests.token(scene)
            let header = try #require(Data(base64URL: String(token.prefix { $0 != "." })))
            let fields = try #require(JSONSerialization.jsonObject(with: header) as? [String: Any])
            #expect(fields["kid"] as? String == key["kid"] as? String)
            #expect(fields["typ"] as? String == "at+jwt")
        }
    }

    @Test("after a rotation new tokens bear the new key, and old ones go on until they end")
    func rotation() async throws {
        try await withTemporaryFolder { folder in
            let book = KeyBook(.file("\(folder)/keys"))
            try await WebScene.run(.sqlite, keys: book) { scene in
                let (_, old) = try await AccessTokenAPITests.token(scene)
                // By another process.
                let name = try KeyBook(.file("\(folder)/keys")).rotate(at: scene.clock.now).signing[0].id
                scene.clock.advance(6)
                let (_, new) = try await AccessTokenAPITests.token(scene)
                let header = try #require(Data(base64URL: String(new.prefix { $0 != "." })))
                #expect(String(decoding: header, as: UTF8.self).contains(name))
                for token in [old, new] { #expect(try await AccessTokenAPITests.status(token, scene) == 200) }
                scene.clock.advance(895)
                #expect(try await AccessTokenAPITests.status(old, scene) == 401)
                #expect(try await AccessTokenAPITests.status(new, scene) == 200)
            }
        }
    }

    @Test("without keys no token is given, and who asks is told to come back, not why")
    func withoutKeys() async throws {
        try await WebScene.run(.sqlite, keys: KeyBook(.nowhere)) { scene in
            let made = try await scene.credential(.client, .inspector)
            let answer = try await scene.program(nil).send(
                .post, "/api/oauth/token", ["Content-Type": "application/x-www-form-urlencoded"],
                "grant_type=client_credentials&client_id=vigie-\(made.id)&client_secret=\(made.secret)")
            #expect(answer.status == .serviceUnavailable)
            #expect(try answer.json["error"] as? String == "temporarily_unavailable")
            #expect(!answer.text.contains("VIGIE_KEYS"))
            // Personal tokens need none.
            #expect(try await scene.program(.inspector).get("/account").status == .ok)
        }
    }
}

extension Data {
    /// RFC 4648 §5, without padding.
    fileprivate init?(base64URL text: String) {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        self.init(base64Encoded: plain + String(repeating: "=", count: (4 - plain.count % 4) % 4))
    }
}
