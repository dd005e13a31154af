import Exchange
import Register
import Secrets
import Store
import TestSupport
import Testing
import UseCases

@Suite("Issue 3 §1, CAL-43: invitations") struct InvitationTests {
    private let tieMissing = UseCaseFinding.orderNumberMissing.rawValue
    private static let table = """
        login;name;role;departments;ties;organisation
        opi1;Opératrice fictive;inspector;63,15;;
        opi;Déjà là;inspector;63;;
        opi 2;Avec une espace;inspector;63;;
        opi3;Sans département;inspector;;;
        opi4;Organisme inconnu;inspector;63;;NULLE-PART
        opi5;Profil inconnu;magicien;63;;
        opi1;Deux fois;inspector;63;;
        labo;Laboratoire fictif;laboratory;;;
        vet1;Numéro inconnu;veterinarian;;99999;
        """

    @Test("the good lines of a CSV are invited, each other line says what is wrong with it", arguments: Engine.allCases)
    func many(_ engine: Engine) async throws {
        try await SignInScene.run(engine) { scene in
            let outcome = try await InviteAccounts(.text(Self.table, name: "comptes.csv"), until: scene.clock.now + 60)
                .perform(try await scene.context())
            #expect(outcome.invited.map(\.login) == ["opi1", "labo"])
            let found = outcome.findings.map { "\($0.place?.line ?? 0) \($0.code)" }
            #expect(
                Set(found) == [
                    "7 code-unknown", "8 account-login-twice", "3 user-exists", "4 account-login-unusable",
                    "5 user-department-missing", "6 user-organisation-unknown", "10 \(tieMissing)",
                ])
            let person = try await Accounts.actor(login: "opi1", in: scene.installation.database)
            #expect(person.role == .inspector && person.scope == .departments(["15", "63"]))
            // A line that was refused at its last step left nothing behind.
            let accounts = try await scene.installation.database.read { try $0.accounts().map(\.login) }
            #expect(Set(accounts) == ["admin", "opi", "opi1", "labo"])
        }
    }

    @Test(
        "a link opens once: the person chooses the password, signs in with it, and the link is gone",
        arguments: Engine.allCases)
    func accept(_ engine: Engine) async throws {
        try await SignInScene.run(engine) { scene in
            let token = try await invite("vet1", scene)
            #expect(try await scene.attempt("vet1", "un autre mot de passe") == "sign-in-not-recognised")
            #expect(try await accept(token, "trop court", scene) == "password-short")
            #expect(try await accept(token, "cheval agrafe batterie", scene) == nil)
            #expect(try await scene.attempt("vet1", "cheval agrafe batterie") == "in")
            #expect(try await accept(token, "encore un autre choix", scene) == "invitation-gone")
            let stored = try await scene.installation.database.read { try $0.invitation(of: "vet1") }
            #expect(stored == nil)
        }
    }

    @Test("a link holds until its last second", arguments: [(-1, true), (0, false)])
    func expires(_ late: Int, _ opens: Bool) async throws {
        try await SignInScene.run(.sqlite) { scene in
            let token = try await invite("vet1", scene)
            scene.clock.advance(scene.installation.rules.invitationSeconds + late)
            #expect(try await accept(token, "cheval agrafe batterie", scene) == (opens ? nil : "invitation-gone"))
        }
    }

    @Test("only the link's digest is kept, and a new link closes the former one", arguments: Engine.allCases)
    func again(_ engine: Engine) async throws {
        try await SignInScene.run(engine) { scene in
            let first = try await invite("vet1", scene)
            let row = try await scene.installation.database.read { try $0.invitation(of: "vet1") }
            #expect(row?.digest == Token.digest(first))
            let second = try await InviteAgain("vet1", until: scene.clock.now + 60).perform(try await scene.context())
            #expect(try await accept(first, "cheval agrafe batterie", scene) == "invitation-gone")
            #expect(try await accept(second, "cheval agrafe batterie", scene) == nil)
        }
    }

    @Test("two who use one link at once: one has it", arguments: Engine.allCases)
    func twoAtOnce(_ engine: Engine) async throws {
        try await SignInScene.run(engine) { scene in
            let token = try await invite("vet1", scene)
            async let one = accept(token, "cheval agrafe batterie", scene)
            async let other = accept(token, "girafe trombone pile", scene)
            let answers = [try await one, try await other]
            #expect(Set(answers) == [nil, "invitation-gone"])
        }
    }

    @Test("disabling an account, withdrawing or resetting its password closes its link", arguments: Engine.allCases)
    func closes(_ engine: Engine) async throws {
        try await SignInScene.run(engine) { scene in
            let context = try await scene.context()
            let withdrawn = try await invite("vet1", scene)
            try await WithdrawInvitation("vet1").perform(context)
            let disabled = try await invite("vet2", scene)
            try await ChangeAccount(login: "vet2", .disable).perform(context)
            let reset = try await invite("vet3", scene)
            try await SetPassword(of: "vet3", to: InitialPassword.make(), .administrator(context.actor))
                .perform(on: scene.installation)
            for token in [withdrawn, disabled, reset] {
                #expect(try await accept(token, "cheval agrafe batterie", scene) == "invitation-gone")
            }
            let again = try await refusal { _ = try await InviteAgain("vet2", until: 0).perform(context) }
            #expect(again == "account-disabled")
        }
    }

    @Test("CAL-43: only an administrator invites")
    func rights() async throws {
        try await SignInScene.run(.sqlite) { scene in
            let context = try await scene.context("opi")
            let found = try await refusal { _ = try await InviteAgain("admin", until: 0).perform(context) }
            #expect(found == "role-may-not")
        }
    }

    private func invite(_ login: String, _ scene: SignInScene) async throws -> String {
        var row = InvitedAccountRow(login: login, name: "Fictif", role: .veterinarian)
        row.departments = "63"
        let until = scene.clock.now + scene.installation.rules.invitationSeconds
        let outcome = try await InviteAccounts(row, until: until).perform(try await scene.context())
        return try #require(outcome.invited.first).token
    }

    private func accept(_ token: String, _ password: String, _ scene: SignInScene) async throws -> String? {
        try await refusal {
            try await AcceptInvitation(token: token).perform(password: password, on: scene.installation)
        }
    }
}
