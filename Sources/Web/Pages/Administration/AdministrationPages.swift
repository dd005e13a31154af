import Hummingbird
import Kernel
import Register
import UseCases

/// The administrator's pages: accounts, invitations, health of the system. No health data of animals.
enum AdministrationPages {
    static let templates = [
        AccountsPage.template, OneAccountPage.template, InvitePage.template, HealthPage.template,
    ]

    static let endpoints =
        [
            Endpoint(.get, "/administration/comptes", .may(.accountAdd), list),
            Endpoint(.get, "/administration/comptes/:login", .may(.accountAdd)) { try await OneAccountPages.page($0) },
            Endpoint(.get, "/administration/sante", .may(.systemRead), health),
        ] + InvitePages.endpoints + OneAccountPages.endpoints

    private static func list(_ call: Call) async throws -> Response {
        let text = call.query("q")
        let role = try call.filter("profil", Role.self)
        let page = try await BrowseAccounts(
            containing: text, role: role, after: call.query("apres")
        ).perform(call.useCase())
        return try call.page(
            AccountsPage(page, text: text, role: role, now: call.installation.clock()), .administration)
    }

    private static func health(_ call: Call) async throws -> Response {
        let health = try await SystemHealth.read(for: call.visit.actor, call.installation)
        return try call.page(HealthPage(health), .administration)
    }
}

/// Parts that several of these pages share.
enum AccountFormParts {
    static func roles(chosen: Role?) -> [Choice] {
        Role.allCases.map {
            Choice($0.rawValue, Catalogue.french.text("role", $0.rawValue), isChosen: $0 == chosen)
        }
    }

    static let tabs = #"""
        <ul class="tabs"><li><a href="/administration/comptes">{{t.admin.accounts}}</a></li>
        <li><a href="/administration/invitations">{{t.admin.invitations}}</a></li>
        <li><a href="/administration/programmes">{{t.clients.title}}</a></li>
        <li><a href="/administration/sante">{{t.admin.health}}</a></li></ul>
        """#
}
