import Exchange
import Kernel
import Register
import Secrets
import Store
import TestSupport
import Testing

@testable import UseCases

@Suite("Issue 3 §5, ASVS 2.2.3: what people are told of their own account") struct AccountNoticeTests {
    private func told(_ scene: SignInScene, _ login: String = "opi") async throws -> [String] {
        let actor = try await Accounts.actor(login: login, in: scene.installation.database)
        return try await ListNotices().perform(scene.installation.context(for: actor)).lines.reversed()
            .map { $0.notice.event.topic }
    }

    @Test("a changed and a reset password", arguments: Engine.allCases)
    func passwords(engine: Engine) async throws {
        try await SignInScene.run(engine) { scene in
            let visit = try #require(try await scene.visit(try await scene.signIn().token))
            try await SetPassword(
                of: "opi", to: "une autre phrase de passe",
                .present(SignInScene.password, session: visit.session.digest)
            ).perform(on: scene.installation)
            let admin = try await Accounts.actor(login: "admin", in: scene.installation.database)
            try await SetPassword(of: "opi", to: "encore une phrase de passe", .administrator(admin))
                .perform(on: scene.installation)
            #expect(try await told(scene) == ["password-changed", "password-reset"])
            #expect(try await told(scene, "admin") == [])
        }
    }

    @Test("every change of the second factor, and every use of a recovery code", arguments: Engine.allCases)
    func secondFactor(engine: Engine) async throws {
        try await SignInScene.run(engine) { scene in
            let (_, recovery, _) = try await scene.enrol()
            let half = try await scene.signIn()
            let browser = Browser(address: "198.51.100.7", agent: "autre")
            let entered = try await ConfirmSignIn(token: half.token, code: recovery[0], browser: browser)
                .perform(on: scene.installation)
            let visit = try #require(try await scene.visit(entered.token))
            let renewed = try await ChangeSecondFactor(visit, .renewRecovery(code: recovery[1]))
                .perform(on: scene.installation)
            let again = try #require(try await scene.visit(renewed.token))
            _ = try await ChangeSecondFactor(again, .remove(code: renewed.recovery[0])).perform(on: scene.installation)
            #expect(
                try await told(scene) == [
                    "factor-set-up", "recovery-used", "recovery-used", "recovery-renewed", "recovery-used",
                    "factor-removed",
                ])
        }
    }

    @Test("a browser that was never seen, once however many workers look", arguments: Engine.allCases)
    func newBrowser(engine: Engine) async throws {
        try await SignInScene.run(engine) { scene in
            let home = try await scene.signIn()
            let known = Browser(address: "192.0.2.1", agent: "test", device: home.device)
            scene.clock.advance(60)
            _ = try await scene.signIn(from: known)
            #expect(try await scene.attempt("admin") == "in")
            let installation = scene.installation
            try await SignInNotices.relay(since: 0, installation)
            #expect(try await told(scene) == [], "the first browser of all, and one that is known")
            scene.clock.advance(60)
            _ = try await scene.signIn(from: Browser(address: "198.51.100.7", agent: "autre"))
            try await withThrowingTaskGroup { group in
                for _ in 1...4 { group.addTask { try await SignInNotices.relay(since: 0, installation) } }
                try await group.waitForAll()
            }
            #expect(try await told(scene) == ["new-browser"])
            #expect(try await told(scene, "admin") == [])
        }
    }

    @Test("closed sessions: one's own, and by an administrator", arguments: Engine.allCases)
    func sessions(engine: Engine) async throws {
        try await SignInScene.run(engine) { scene in
            let visit = try #require(try await scene.visit(try await scene.signIn().token))
            try await EndSessions.others(of: visit, scene.installation)
            try await SignInNotices.relay(since: 0, scene.installation)
            let admin = try await Accounts.actor(login: "admin", in: scene.installation.database)
            try await EndSessions.all(of: "opi", by: admin, scene.installation)
            #expect(try await told(scene) == ["sessions-closed", "sessions-closed-by-administrator"])
        }
    }

    @Test("changed rights, tokens and programs, by whoever they were made", arguments: Engine.allCases)
    func rights(engine: Engine) async throws {
        try await SignInScene.run(engine) { scene in
            let (admin, owner) = (try await scene.context("admin"), try await scene.context("opi"))
            let change = ChangeAccount.Change.rights(role: .inspector, scope: .departments(["15", "63"]))
            try await ChangeAccount(login: "opi", change).perform(admin)
            try await ChangeAccount(login: "opi", change).perform(admin)
            _ = try await CreateCredential(.token, of: "opi", name: "Essai", days: 1).perform(owner)
            let client = try await CreateCredential(.client, of: "opi", name: "Essai", days: nil).perform(admin)
            _ = try await RotateClientSecret(client.id).perform(admin)
            try await ChangeAccount(login: "opi", .attach(organisation: nil)).perform(admin)
            #expect(
                try await told(scene) == [
                    "rights-changed", "token-created", "client-created", "client-renewed", "rights-changed",
                ])
            #expect(try await told(scene, "admin") == [])
        }
    }

    private func mails(_ scene: SignInScene) async throws -> [String] {
        try await scene.installation.database.read { connection in
            try connection.all(
                """
                SELECT e.topic || ' ' || COALESCE(n.mail, '-') FROM notice n
                JOIN notice_event e ON e.id = n.event_id WHERE n.channel = 'mail' ORDER BY n.id
                """
            ) { $0.text(0) }
        }
    }

    private func token(_ scene: SignInScene) async throws -> String {
        let row = try await scene.installation.database.read { try $0.mailConfirmation(of: "opi") }
        return try #require(row).token
    }

    private func change(_ change: ChangeOwnMail.Change, _ scene: SignInScene, as login: String = "opi") async throws
        -> String?
    {
        let context = try await scene.context(login)
        return try await refusal { try await ChangeOwnMail(change).perform(context) }
    }

    @Test("an address counts when its link was used by its owner, once and in time", arguments: Engine.allCases)
    func address(engine: Engine) async throws {
        try await SignInScene.run(engine) { scene in
            #expect(try await change(.ask("a@b"), scene) == "mail-unfit")
            #expect(try await change(.ask("opi@exemple.fr"), scene) == nil)
            let owner = try await scene.context("opi")
            let before = try await ReadNoticeSettings().perform(owner)
            #expect(before.mail == nil && before.awaited == "opi@exemple.fr")
            let first = try await token(scene)
            #expect(try await change(.confirm(first), scene, as: "admin") == "mail-confirmation-gone")
            #expect(try await change(.confirm(first), scene) == nil)
            let after = try await ReadNoticeSettings().perform(owner)
            #expect(after.mail == "opi@exemple.fr" && after.awaited == nil)
            #expect(try await change(.confirm(first), scene) == "mail-confirmation-gone")
            #expect(try await change(.ask("opi2@exemple.fr"), scene) == nil)
            let late = try await token(scene)
            scene.clock.advance(ChangeOwnMail.confirmationSeconds + 1)
            #expect(try await change(.confirm(late), scene) == "mail-confirmation-gone")
        }
    }

    @Test("the address that is left is told of it, whoever changed it", arguments: Engine.allCases)
    func formerAddress(engine: Engine) async throws {
        try await SignInScene.run(engine) { scene in
            _ = try await change(.ask("opi@exemple.fr"), scene)
            _ = try await change(.confirm(token(scene)), scene)
            #expect(try await mails(scene) == ["mail-to-confirm opi@exemple.fr"], "there was none to tell")
            let admin = try await scene.context("admin")
            try await ChangeAccount(login: "opi", .mail("voleur@exemple.org")).perform(admin)
            #expect(try await mails(scene).last == "mail-changed opi@exemple.fr")
            #expect(try await told(scene) == ["mail-changed", "mail-changed"])
        }
    }

    @Test(
        "ASVS 2.5.1: an invitation is told by mail, its link never is; a second one is told in the pages too",
        arguments: Engine.allCases)
    func invitation(engine: Engine) async throws {
        try await SignInScene.run(engine) { scene in
            let context = try await scene.context("admin")
            var row = InvitedAccountRow(login: "nouveau", name: "Personne fictive", role: .inspector)
            (row.departments, row.mail) = ("63", "nouveau@exemple.fr")
            let outcome = try await InviteAccounts(row, until: scene.clock.now + 86_400).perform(context)
            #expect(outcome.invited.count == 1)
            let notices = try await scene.installation.database.read { connection in
                try connection.all("SELECT channel || ' ' || COALESCE(secret, '-') FROM notice") { $0.text(0) }
            }
            #expect(notices == ["mail -"])
            _ = try await InviteAgain("opi", until: scene.clock.now + 86_400).perform(context)
            #expect(try await told(scene) == ["invited-again"])
            row.mail = "pas une adresse"
            let bad = try await InviteAccounts(row, until: scene.clock.now + 86_400).perform(context)
            #expect(bad.findings.map(\.code).contains("mail-unfit"))
        }
    }
}
