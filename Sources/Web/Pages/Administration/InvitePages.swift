import Hummingbird
import Kernel
import Register
import UseCases

/// New accounts by invitation: one person, or a table.
enum InvitePages {
    static let endpoints = [
        Endpoint(.get, "/administration/invitations", .may(.accountAdd)) { try $0.page(InvitePage(), .administration) },
        Endpoint(.post, "/administration/invitations", .may(.accountAdd), inviteOne),
        Endpoint(.post, "/administration/invitations/tableau", .may(.accountAdd), inviteMany),
    ]

    private static func inviteOne(_ call: Call) async throws -> Response {
        let form = try await call.form()
        guard let role = Role(rawValue: try form.require("role")) else { throw WebFault.formUnreadable }
        var row = InvitedAccountRow(
            login: try form.require("login"), name: try form.require("name"), role: role)
        row.departments = form.value("departments")
        (row.ties, row.organisation) = (form.value("ties"), form.value("organisation"))
        row.mail = form.value("mail")
        var page = InvitePage()
        (page.login, page.name) = (row.login, row.name)
        (page.departments, page.organisation) = (row.departments ?? "", row.organisation ?? "")
        (page.ties, page.mail) = (row.ties ?? "", row.mail ?? "")
        page.roles = AccountFormParts.roles(chosen: role)
        return try await answer(call, InviteAccounts(row, until: call.invitationEnd), page)
    }

    private static func inviteMany(_ call: Call) async throws -> Response {
        let form = try await call.form()
        var page = InvitePage()
        page.table = try form.require("table")
        let source = InvitationSource.text(page.table, name: "tableau")
        return try await answer(call, InviteAccounts(source, until: call.invitationEnd), page)
    }

    /// The links of those invited, with what is wrong with the others; the form again when there are none.
    private static func answer(_ call: Call, _ useCase: InviteAccounts, _ form: InvitePage) async throws -> Response {
        var page = form
        do {
            let outcome = try await useCase.perform(call.useCase())
            let faults = FaultPage.Line.lines(of: outcome.findings)
            if !outcome.invited.isEmpty {
                let lines = outcome.invited.map {
                    SecretsPage.Line(label: "\($0.login) (\($0.name))", secret: call.invitationLink($0.token))
                }
                var shown = SecretsPage.once("linksOnce", lines, back: nil)
                shown.faults = faults
                return try call.page(shown, .administration)
            }
            page.faults = faults
        } catch let refused as Refused {
            page.faults = FaultPage.Line.lines(of: refused.findings)
        }
        return try call.page(page, .administration, status: .unprocessableContent)
    }
}

struct InvitePage: PageModel {
    let title = Catalogue.french.text("admin", "invitations")
    var login = ""
    var name = ""
    var departments = ""
    var ties = ""
    var organisation = ""
    var mail = ""
    var roles = AccountFormParts.roles(chosen: .veterinarian)
    var table = ""
    var faults: [FaultPage.Line] = []
    /// The first line of the table.
    let header = InviteAccounts.header
    /// `vétérinaire (veterinarian), …`
    let roleNames = Role.allCases.map { "\(Catalogue.french.text("role", $0.rawValue)) (\($0.rawValue))" }
        .joined(separator: ", ")

    static let template = Template(
        "invite",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        """# + AccountFormParts.tabs + #"""
            {{#page.faults}}<div class="notice refused" role="alert"><p>{{sentence}}</p><p>{{wayOut}}</p></div>
            {{/page.faults}}
            <p class="hint">{{t.admin.inviteHint}}</p>
            <section class="card filters"><h2>{{t.admin.inviteOne}}</h2>
            <form method="post" action="/administration/invitations"><input type="hidden" name="_form" value="{{form}}">
            <p><label for="login">{{t.account.login}}</label><input id="login" name="login" value="{{page.login}}"
            autocapitalize="none" autocomplete="off" spellcheck="false" required></p>
            <p><label for="name">{{t.account.name}}</label><input id="name" name="name" value="{{page.name}}"
            autocomplete="off" required></p>
            <p><label for="role">{{t.account.role}}</label><select id="role" name="role">
            {{#page.roles}}
            <option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/page.roles}}
            </select></p>
            <p><label for="departments">{{t.admin.departments}}</label>
            <input id="departments" name="departments" value="{{page.departments}}"></p>
            <p><label for="ties">{{t.admin.ties}}</label><input id="ties" name="ties" value="{{page.ties}}"></p>
            <p><label for="organisation">{{t.admin.organisation}}</label>
            <input id="organisation" name="organisation" value="{{page.organisation}}"></p>
            <p><label for="mail">{{t.admin.mail}}</label><input id="mail" name="mail" type="email"
            value="{{page.mail}}" autocomplete="off" maxlength="254"></p>
            <p><button class="primary">{{t.admin.invite}}</button></p></form></section>
            <section class="card"><h2>{{t.admin.inviteMany}}</h2>
            <form method="post" action="/administration/invitations/tableau">
            <input type="hidden" name="_form" value="{{form}}">
            <p><label for="table">{{t.admin.table}}</label>
            <textarea id="table" name="table" rows="8" cols="80" required aria-describedby="table-rule"
            spellcheck="false">{{page.table}}</textarea></p>
            <p id="table-rule" class="hint">{{t.admin.tableRule}} <code>{{page.header}}</code><br>
            {{t.admin.tableRoles}} {{page.roleNames}}.</p>
            <p><button class="primary">{{t.admin.invite}}</button></p></form></section>
            {{/main}}{{/layout}}
            """#)
}
