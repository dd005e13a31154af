import Foundation
import Hummingbird
import Register
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §1: API clients") struct APIAccessTests {
    @Test("a personal token acts as its account, and is revoked at once", arguments: Engine.allCases)
    func personalToken(_ engine: Engine) async throws {
        try await WebScene.run(engine) { scene in
            var browser = try await scene.browser(.inspector)
            try await browser.get("/compte/jetons")
            try await browser.post("/compte/jetons", ["name": "Logiciel fictif", "days": "30"])
            #expect(browser.status == .ok)
            let start = try #require(browser.text.firstRange(of: "value=\"vgt_"))
            let token = "vgt_" + String(browser.text[start.upperBound...].prefix { $0 != "\"" })
            let program = APIProgram(client: scene.client, token: token)
            let account = try await program.get("/account")
            #expect(account.status == .ok)
            #expect(try account.json["login"] as? String == "inspector")
            // Shown once.
            try await browser.get("/compte/jetons")
            #expect(!browser.text.contains(token))
            #expect(browser.text.contains("Logiciel fictif"))
            let action = try #require(browser.text.firstRange(of: "/compte/jetons/"))
            let id = browser.text[action.upperBound...].prefix { $0 != "/" }
            try await browser.post("/compte/jetons/\(id)/revocation", [:])
            try await browser.get(try #require(browser.location))
            #expect(browser.text.contains("Jeton révoqué"))
            #expect(try await program.get("/account").status == .unauthorized)
        }
    }

    @Test("only digests of secrets are kept")
    func digests() async throws {
        try await WebScene.run(.sqlite) { scene in
            let made = try await scene.credential(.token, .inspector)
            let rows = try await scene.installation.database.read { try $0.apiCredentials(of: "inspector") }
            #expect(rows.map(\.digest).allSatisfy { $0.count == 64 && !made.secret.contains($0) })
        }
    }

    @Test(
        "a wrong, foreign, ended or browser's secret is refused alike",
        arguments: ["Bearer x", "Bearer vgt_x", "Bearer vga_x", "Basic eDp4", "Bearer"])
    func refusedTokens(_ header: String) async throws {
        try await WebScene.run(.sqlite) { scene in
            let program = try await scene.program(nil)
            let answer = try await program.get("/account", ["Authorization": header])
            #expect(answer.status == .unauthorized)
            #expect(try answer.code == "api-token-refused")
            #expect(answer.header("WWW-Authenticate") == "Bearer realm=\"vigie\", error=\"invalid_token\"")
        }
    }

    @Test("the cookie of a session opens nothing below /api")
    func noCookies() async throws {
        try await WebScene.run(.sqlite) { scene in
            var browser = try await scene.browser(.inspector)
            try await browser.get("/api/v1/account")
            #expect(browser.status == .unauthorized)
        }
    }

    @Test("a token ends on its last day; one of a disabled account acts no more")
    func ends() async throws {
        try await WebScene.run(.sqlite) { scene in
            let (ending, disabled) = (try await scene.program(.inspector), try await scene.program(.authority))
            try await scene.installation.database.write { try $0.disableAccount("authority", at: testTime) }
            #expect(try await disabled.get("/account").status == .unauthorized)
            scene.clock.advance(30 * 86_400)
            #expect(try await ending.get("/account").status == .ok)
            scene.clock.advance(86_400)
            #expect(try await ending.get("/account").status == .unauthorized)
        }
    }

    @Test("RFC 6749 §4.4: a client gets an access token for a quarter of an hour", arguments: Engine.allCases)
    func clientCredentials(_ engine: Engine) async throws {
        try await WebScene.run(engine) { scene in
            let made = try await scene.credential(.client, .inspector)
            let stranger = try await scene.program(nil)
            let pair = Data("vigie-\(made.id):\(made.secret)".utf8).base64EncodedString()
            let form = ["Content-Type": "application/x-www-form-urlencoded"] as KeyValuePairs
            let answer = try await stranger.send(
                .post, "/api/oauth/token",
                ["Content-Type": "application/x-www-form-urlencoded", "Authorization": "Basic \(pair)"],
                "grant_type=client_credentials")
            #expect(answer.status == .ok)
            #expect(answer.header("Cache-Control") == "no-store")
            let token = try #require(try answer.json["access_token"] as? String)
            let program = APIProgram(client: scene.client, token: token)
            #expect(try await program.get("/account").status == .ok)
            scene.clock.advance(899)
            #expect(try await program.get("/account").status == .ok)
            scene.clock.advance(6)
            #expect(try await program.get("/account").status == .unauthorized)

            for body in [
                "grant_type=client_credentials&client_id=vigie-\(made.id)&client_secret=faux",
                "grant_type=client_credentials&client_id=vigie-\(made.id + 1)&client_secret=\(made.secret)",
                "grant_type=client_credentials",
            ] {
                let refused = try await stranger.send(.post, "/api/oauth/token", form, body)
                #expect(refused.status == .unauthorized)
                #expect(try refused.json["error"] as? String == "invalid_client")
            }
            let other = try await stranger.send(.post, "/api/oauth/token", form, "grant_type=password")
            #expect(other.status == .badRequest)
            #expect(try other.json["error"] as? String == "unsupported_grant_type")
            // The secret of a client is no token, and a personal token no client's secret.
            #expect(
                try await APIProgram(client: scene.client, token: made.secret).get("/account").status == .unauthorized)
        }
    }

    @Test("revoking a client ends its access tokens")
    func revokedClient() async throws {
        try await WebScene.run(.sqlite) { scene in
            let made = try await scene.credential(.client, .inspector)
            let token = try await IssueAccessToken(
                client: IssueAccessToken.clientID(made.id), secret: made.secret
            ).perform(on: scene.installation)
            let program = APIProgram(client: scene.client, token: token)
            #expect(try await program.get("/account").status == .ok)
            let actor = Actor(login: "administrator", name: "x", role: .administrator, scope: .national)
            try await RevokeCredential(made.id).perform(scene.installation.context(for: actor))
            // Another server that knew it goes on for a few seconds, and no longer.
            scene.clock.advance(BearerDesk.trustedSeconds)
            #expect(try await program.get("/account").status == .unauthorized)
        }
    }

    @Test("somebody else's token cannot be made or revoked, but by an administrator")
    func othersTokens() async throws {
        try await WebScene.run(.sqlite) { scene in
            let made = try await scene.credential(.token, .authority)
            let actor = Actor(login: "inspector", name: "x", role: .inspector, scope: .departments(["63"]))
            let context = scene.installation.context(for: actor)
            await #expect(throws: Refused.self) {
                try await CreateCredential(.token, of: "authority", name: "x", days: 1).perform(context)
            }
            await #expect(throws: Refused.self) {
                try await CreateCredential(.client, of: "inspector", name: "x", days: 1).perform(context)
            }
            await #expect(throws: Refused.self) {
                try await RevokeCredential(made.id).perform(context)
            }
        }
    }

    @Test("more requests than a minute allows are sent away, until the next minute")
    func rateLimit() async throws {
        try await WebScene.run(.sqlite, configure: { $0.requestsPerMinute = 3 }) { scene in
            let program = try await scene.program(.inspector)
            for remaining in [2, 1, 0] {
                let answer = try await program.get("/account")
                #expect(answer.header("RateLimit-Remaining") == String(remaining))
                #expect(answer.header("RateLimit-Limit") == "3")
            }
            let refused = try await program.get("/account")
            #expect(refused.status == .tooManyRequests)
            #expect(refused.header("Retry-After") == "60")
            #expect(try await scene.program(.authority).get("/account").status == .ok)
            scene.clock.advance(60)
            #expect(try await program.get("/account").status == .ok)
        }
    }
}
