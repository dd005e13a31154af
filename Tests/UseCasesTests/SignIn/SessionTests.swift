import Register
import Secrets
import Store
import TestSupport
import Testing
import UseCases

@Suite("Issue 3 §1, CAL-43: sessions follow rights and secrets") struct SessionTests {
    /// What ends all sessions of an account.
    private static let changes: [(name: String, change: @Sendable (SignInScene) async throws -> Void)] = [
        (
            "role and territory",
            { scene in
                try await ChangeAccount(login: "opi", .rights(role: .delegateRegion, scope: .departments(["15"])))
                    .perform(try await scene.context())
            }
        ),
        (
            "organisation",
            { scene in
                try await ChangeAccount(login: "opi", .attach(organisation: nil)).perform(try await scene.context())
            }
        ),
        (
            "disabled and enabled",
            { scene in
                try await ChangeAccount(login: "opi", .disable).perform(try await scene.context())
                try await ChangeAccount(login: "opi", .enable).perform(try await scene.context())
            }
        ),
        (
            "password reset",
            { scene in
                try await SetPassword(
                    of: "opi", to: InitialPassword.make(), .administrator(try await scene.context().actor)
                ).perform(on: scene.installation)
            }
        ),
        (
            "signed out by the administrator",
            { scene in
                try await EndSessions.all(of: "opi", by: try await scene.context().actor, scene.installation)
            }
        ),
    ]

    @Test(
        "every change of rights or secrets ends the account's sessions, and nobody else's", arguments: Engine.allCases)
    func ends(_ engine: Engine) async throws {
        for (name, change) in Self.changes {
            try await SignInScene.run(engine) { scene in
                let (own, other) = (try await scene.signIn(), try await scene.signIn("admin"))
                #expect(try await scene.visit(own.token) != nil)
                try await change(scene)
                #expect(try await scene.visit(own.token) == nil, Comment(rawValue: name))
                #expect(try await scene.visit(other.token) != nil, Comment(rawValue: name))
            }
        }
    }

    @Test("a person's own change of password ends the others, and renews the own secret", arguments: Engine.allCases)
    func ownChange(_ engine: Engine) async throws {
        try await SignInScene.run(engine) { scene in
            let (own, other) = (try await scene.signIn(), try await scene.signIn())
            let visit = try #require(try await scene.visit(own.token))
            let token = try await SetPassword(
                of: "opi", to: "cheval agrafe batterie", .present(SignInScene.password, session: visit.session.digest)
            ).perform(on: scene.installation)
            #expect(try await scene.visit(own.token) == nil)
            #expect(try await scene.visit(other.token) == nil)
            #expect(try await scene.visit(try #require(token)) != nil)
        }
    }

    @Test("the present password is guessed no faster in a session left open than at the door")
    func presentIsThrottled() async throws {
        try await SignInScene.run(.sqlite) { scene in
            let visit = try #require(try await scene.visit(try await scene.signIn().token))
            func change() async throws -> String? {
                try await refusal {
                    try await SetPassword(
                        of: "opi", to: "cheval agrafe batterie", .present("faux", session: visit.session.digest)
                    ).perform(on: scene.installation)
                }
            }
            for _ in 1...5 { #expect(try await change() == "password-wrong") }
            #expect(try await change() == "sign-in-slow-down")
        }
    }

    @Test("a person lists the own sessions and closes one, or all others; nobody else's", arguments: Engine.allCases)
    func lists(_ engine: Engine) async throws {
        try await SignInScene.run(engine) { scene in
            let tokens = [
                try await scene.signIn().token, try await scene.signIn().token, try await scene.signIn().token,
            ]
            let foreign = try await scene.signIn("admin").token
            let visit = try #require(try await scene.visit(tokens[0]))
            #expect(try await OwnAccount.of(visit, scene.installation).sessions.count == 3)
            try await EndSessions.one(Token.digest(tokens[1]), of: visit, scene.installation)
            try await EndSessions.one(Token.digest(foreign), of: visit, scene.installation)
            #expect(try await scene.visit(tokens[1]) == nil)
            #expect(try await scene.visit(foreign) != nil)
            try await EndSessions.others(of: visit, scene.installation)
            #expect(try await scene.visit(tokens[2]) == nil)
            #expect(try await scene.visit(tokens[0]) != nil)
        }
    }

    @Test("idle and absolute limits are the installation's", arguments: [(59, true), (60, false)])
    func limits(_ seconds: Int, _ isOpen: Bool) async throws {
        try await SignInScene.run(.sqlite) { scene in
            var scene = scene
            (scene.installation.rules.idleSeconds, scene.installation.rules.longestSeconds) = (60, 120)
            let token = try await scene.signIn().token
            scene.clock.advance(seconds)
            let visit = try await scene.visit(token)
            #expect((visit != nil) == isOpen)
        }
    }

    @Test("the last administrator stays one: not disabled, not given another role", arguments: Engine.allCases)
    func lastAdministrator(_ engine: Engine) async throws {
        try await SignInScene.run(engine) { scene in
            let context = try await scene.context()
            let demotion = ChangeAccount.Change.rights(role: .nationalAuthority, scope: .national)
            for change in [ChangeAccount.Change.disable, demotion] {
                let found = try await refusal { try await ChangeAccount(login: "admin", change).perform(context) }
                #expect(found == "user-last-administrator")
            }
            try await ChangeAccount(login: "opi", .rights(role: .administrator, scope: .national)).perform(context)
            try await ChangeAccount(login: "admin", demotion).perform(context)
            let role = try await Accounts.actor(login: "admin", in: scene.installation.database).role
            #expect(role == .nationalAuthority)
        }
    }

    @Test("two administrators who disable each other at once: one stays", arguments: Engine.allCases)
    func eachOther(_ engine: Engine) async throws {
        try await SignInScene.run(engine) { scene in
            let context = try await scene.context()
            try await ChangeAccount(login: "opi", .rights(role: .administrator, scope: .national)).perform(context)
            async let one = refusal { try await ChangeAccount(login: "opi", .disable).perform(context) }
            async let other = refusal { try await ChangeAccount(login: "admin", .disable).perform(context) }
            let answers = [try await one, try await other]
            #expect(Set(answers) == [nil, "user-last-administrator"])
        }
    }

    @Test(
        "ABV-09: the administrator's audit names accounts, and nothing else that was touched",
        arguments: Engine.allCases)
    func redacted(_ engine: Engine) async throws {
        try await SignInScene.run(engine) { scene in
            let id = try await scene.installation.database.id()
            var entry = AuditEntry(id: id, at: testTime, actor: "opi", role: "inspector", intention: "evaluation.set")
            entry.subject = "intervention:990000001"
            entry.details = [AuditDetail(subject: "FR9900000001", outcome: "negative")]
            try await scene.installation.database.write { [entry] in try $0.audit(entry) }
            let context = try await scene.context()
            try await ChangeAccount(login: "opi", .disable).perform(context)
            let rows = try await ListAudit(AuditFilter()).perform(context)
            #expect(Set(rows.map(\.intention)) == ["evaluation.set", "account.add"])
            #expect(rows.compactMap(\.subject) == ["account:opi"])
            var filter = AuditFilter()
            filter.subject = "intervention:990000001"
            #expect(try await ListAudit(filter).perform(context).isEmpty)
            let details = try await refusal { _ = try await ShowAuditEntry(id, department: nil).perform(context) }
            #expect(details == "audit-entry-unknown")
        }
    }
}
