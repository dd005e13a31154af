import Secrets
import Store
import TestSupport
import Testing
import UseCases

@Suite("Issue 3 §1, CAL-44: the second factor") struct SecondFactorTests {
    @Test(
        "CAL-44: with a second factor the password alone opens nothing, and the code does", arguments: Engine.allCases)
    func twoSteps(_ engine: Engine) async throws {
        try await SignInScene.run(engine) { scene in
            let factor = try await scene.enrol()
            scene.clock.advance(30)
            let half = try await scene.signIn()
            #expect(half.awaitsCode)
            #expect(try await scene.visit(half.token) == nil)
            let entered = try await ConfirmSignIn(
                token: half.token, code: scene.timeCode(factor.secret), browser: SignInScene.home
            ).perform(on: scene.installation)
            let visit = try #require(try await scene.visit(entered.token))
            #expect(visit.session.proof == "password+code" && entered.token != half.token)
            #expect(try await !Sessions.awaitsCode(half.token, scene.installation))
        }
    }

    @Test("a code that was used opens nothing, also in another session", arguments: Engine.allCases)
    func replay(_ engine: Engine) async throws {
        try await SignInScene.run(engine) { scene in
            let factor = try await scene.enrol()
            // The code that confirmed the enrolment is used up.
            #expect(try await confirm(scene, scene.timeCode(factor.secret)) == "sign-in-code-wrong")
            scene.clock.advance(30)
            let code = scene.timeCode(factor.secret)
            #expect(try await confirm(scene, code) == "in")
            #expect(try await confirm(scene, code) == "sign-in-code-wrong")
        }
    }

    @Test("ASVS 2.8.2: neither database holds a secret that could be read", arguments: Engine.allCases)
    func sealed(_ engine: Engine) async throws {
        try await SignInScene.run(engine) { scene in
            let visit = try #require(try await scene.visit(try await scene.signIn("admin").token))
            let offered = try #require(
                Base32.decode(try await SecondFactor.offer(to: visit, scene.installation).secret))
            let digest = visit.session.digest
            let offer = try await scene.installation.access.read { try $0.offeredFactor(toSession: digest) }
            let factor = try await scene.enrol()
            let kept = try await scene.installation.database.read { try $0.sealedFactors() }
            for (text, secret) in [(offer ?? "", offered), (kept.first ?? "", factor.secret)] {
                #expect(text.hasPrefix("v1:") && !text.contains(Base32.encode(secret)))
                #expect(!text.contains(Token.base64URL(secret)))
            }
            #expect(try await SecondFactor.sealedElsewhere(scene.installation) == 0)
        }
    }

    @Test("under other keys no code opens, a recovery code does, and the start tells of it")
    func otherKeys() async throws {
        try await SignInScene.run(.sqlite) { scene in
            let factor = try await scene.enrol()
            scene.clock.advance(30)
            var other = scene
            other.installation.keys = KeyBook(.text(InstallationKeys.make(at: 7).text))
            #expect(try await SecondFactor.sealedElsewhere(other.installation) == 1)
            #expect(try await confirm(other, other.timeCode(factor.secret)) == "sign-in-code-wrong")
            #expect(try await confirm(other, factor.recovery[0]) == "in")
            other.installation.keys = KeyBook(.nowhere)
            #expect(
                try await refusal { _ = try await SecondFactor.sealedElsewhere(other.installation) } == "keys-missing")
        }
    }

    @Test("each recovery code opens once", arguments: Engine.allCases)
    func recovery(_ engine: Engine) async throws {
        try await SignInScene.run(engine) { scene in
            let factor = try await scene.enrol()
            #expect(factor.recovery.count == 10 && Set(factor.recovery).count == 10)
            #expect(try await confirm(scene, factor.recovery[3].uppercased()) == "in")
            #expect(try await confirm(scene, factor.recovery[3]) == "sign-in-code-wrong")
            let left = try await scene.installation.database.read { try $0.recoveryCodes(of: "opi") }
            #expect(left.count == 9)
            #expect(!left.contains { $0.digest == Token.digest(factor.recovery[0]) || $0.salt.count < 20 })
        }
    }

    @Test("five wrong codes, or five minutes, and the password is asked for anew", arguments: Engine.allCases)
    func late(_ engine: Engine) async throws {
        try await SignInScene.run(engine) { scene in
            let factor = try await scene.enrol()
            scene.clock.advance(30)
            let half = try await scene.signIn()
            func attempt(_ code: String) async throws -> String {
                try await scene.code {
                    try await ConfirmSignIn(token: half.token, code: code, browser: SignInScene.home)
                        .perform(on: scene.installation)
                }
            }
            for _ in 1...5 {
                #expect(try await attempt("000000") == "sign-in-code-wrong")
            }
            scene.clock.advance(60)
            #expect(try await attempt(scene.timeCode(factor.secret)) == "sign-in-code-late")
            scene.clock.advance(900)
            let other = try await scene.signIn()
            scene.clock.advance(300)
            let found = try await scene.code {
                try await ConfirmSignIn(
                    token: other.token, code: scene.timeCode(factor.secret), browser: SignInScene.home
                ).perform(on: scene.installation)
            }
            #expect(found == "sign-in-code-late")
        }
    }

    @Test("setting it up ends the other sessions, and the own goes on under a new secret", arguments: Engine.allCases)
    func rotates(_ engine: Engine) async throws {
        try await SignInScene.run(engine) { scene in
            let other = try await scene.signIn()
            let factor = try await scene.enrol()
            #expect(try await scene.visit(other.token) == nil)
            #expect(try await scene.visit(factor.token)?.session.proof == "password+code")
        }
    }

    @Test("who must have one gets no further than setting it up", arguments: Engine.allCases)
    func required(_ engine: Engine) async throws {
        try await SignInScene.run(engine) { scene in
            var scene = scene
            scene.installation.rules.secondFactorRoles = [.inspector]
            let (opi, admin) = (try await scene.signIn().token, try await scene.signIn("admin").token)
            #expect(try await scene.visit(opi)?.owes == .secondFactor)
            #expect(try await scene.visit(admin)?.owes == nil)
            let enrolled = try await scene.enrol().token
            #expect(try await scene.visit(enrolled)?.owes == nil)
        }
    }

    @Test("an administrator takes it away, which ends the sessions and is written down", arguments: Engine.allCases)
    func reset(_ engine: Engine) async throws {
        try await SignInScene.run(engine) { scene in
            let factor = try await scene.enrol()
            let inspector = try await scene.context("opi")
            let found = try await refusal { try await ResetSecondFactor(of: "opi").perform(inspector) }
            #expect(found == "role-may-not")
            try await ResetSecondFactor(of: "opi").perform(try await scene.context())
            #expect(try await scene.visit(factor.token) == nil)
            #expect(try await scene.attempt() == "in")
            var filter = AuditFilter()
            filter.subject = "account:opi"
            let entries = try await ListAudit(filter).perform(try await scene.context())
            #expect(entries.map(\.intention) == ["second-factor.set", "second-factor.set"])
        }
    }

    @Test("removing it or renewing its codes needs a code", arguments: Engine.allCases)
    func removes(_ engine: Engine) async throws {
        try await SignInScene.run(engine) { scene in
            let factor = try await scene.enrol()
            var visit = try #require(try await scene.visit(factor.token))
            let wrong = try await refusal {
                _ = try await ChangeSecondFactor(visit, .remove(code: "123")).perform(on: scene.installation)
            }
            #expect(wrong == "sign-in-code-wrong")
            scene.clock.advance(30)
            let renewed = try await ChangeSecondFactor(visit, .renewRecovery(code: scene.timeCode(factor.secret)))
                .perform(on: scene.installation)
            #expect(Set(renewed.recovery).isDisjoint(with: factor.recovery))
            visit = try #require(try await scene.visit(renewed.token))
            let old = try await refusal {
                _ = try await ChangeSecondFactor(visit, .remove(code: factor.recovery[0])).perform(
                    on: scene.installation)
            }
            #expect(old == "sign-in-code-wrong")
            _ = try await ChangeSecondFactor(visit, .remove(code: renewed.recovery[0])).perform(on: scene.installation)
            #expect(try await scene.attempt() == "in")
        }
    }

    /// Signs in afresh and gives the code.
    private func confirm(_ scene: SignInScene, _ code: String) async throws -> String {
        let half = try await scene.signIn()
        return try await scene.code {
            try await ConfirmSignIn(token: half.token, code: code, browser: SignInScene.home)
                .perform(on: scene.installation)
        }
    }
}
