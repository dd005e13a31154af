import Register
import UseCases

/// The list of accounts.
struct AccountsPage: PageModel {
    struct Line: Sendable {
        let login: String
        let path: String
        let name: String
        let role: String
        let scope: String
        let organisation: String
        let state: String
        let factor: String

        init(_ listing: AccountListing, now: Int) {
            let (account, words) = (listing.account, Catalogue.french)
            login = account.login
            path = "/administration/comptes/\(account.login.formEncoded)"
            name = account.name
            role = words.text("role", account.role.rawValue)
            scope = AccountText.scope(account.scope)
            organisation = listing.organisation ?? ""
            state = AccountState.text(listing, now: now)
            factor = words.text("admin", listing.hasSecondFactor ? "yes" : "no")
        }
    }

    let title = Catalogue.french.text("admin", "accounts")
    let accounts: [Line]
    let text: String
    let roles: [Choice]
    /// The next page.
    let next: String?

    init(_ page: BrowseAccounts.Page, text: String?, role: Role?, now: Int) {
        accounts = page.accounts.map { Line($0, now: now) }
        self.text = text ?? ""
        roles = AccountFormParts.roles(chosen: role)
        next = page.next.map {
            "/administration/comptes?q=\((text ?? "").formEncoded)&profil=\(role?.rawValue ?? "")"
                + "&apres=\($0.formEncoded)"
        }
    }

    static let template = Template(
        "accounts",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        """# + AccountFormParts.tabs + #"""
            <section class="filters"><form method="get">
            <p><label for="q">{{t.admin.search}}</label><input id="q" name="q" type="search" value="{{page.text}}"></p>
            <p><label for="profil">{{t.account.role}}</label><select id="profil" name="profil">
            <option value="">{{t.admin.everyRole}}</option>
            {{#page.roles}}
            <option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/page.roles}}
            </select></p><p><button>{{t.admin.apply}}</button></p></form></section>
            <p><a href="/administration/invitations">{{t.admin.add}}</a></p>
            {{^page.accounts}}<p>{{t.admin.none}}</p>{{/page.accounts}}
            {{^empty(page.accounts)}}
            <div class="wide" tabindex="0" role="region" aria-label="{{title}}"><table class="list">
            <thead><tr><th scope="col">{{t.account.login}}</th><th scope="col">{{t.account.name}}</th>
            <th scope="col">{{t.account.role}}</th><th scope="col">{{t.account.scope}}</th>
            <th scope="col">{{t.account.organisation}}</th><th scope="col">{{t.admin.state}}</th>
            <th scope="col">{{t.account.secondFactor}}</th></tr></thead>
            <tbody>{{#page.accounts}}<tr><th scope="row"><a href="{{path}}">{{login}}</a></th><td>{{name}}</td>
            <td>{{role}}</td><td>{{scope}}</td><td>{{organisation}}</td><td>{{state}}</td><td>{{factor}}</td></tr>
            {{/page.accounts}}</tbody></table></div>
            {{/empty(page.accounts)}}
            {{#page.next}}<p><a href="{{.}}">{{t.admin.next}}</a></p>{{/page.next}}
            {{/main}}{{/layout}}
            """#)
}

/// Whether and how an account may sign in.
enum AccountState {
    static func text(_ listing: AccountListing, now: Int) -> String {
        let words = Catalogue.french
        if listing.account.isDisabled { return words.text("admin", "disabled") }
        if let until = listing.invitedUntil {
            let key = until > now ? "invited" : "invitationOver"
            return "\(words.text("admin", key)) \(LocalTime(nil).text(until))"
        }
        if listing.isFederated { return words.text("admin", "federated") }
        guard listing.hasPassword else { return words.text("admin", "passwordless") }
        return words.text("admin", listing.mustChangePassword ? "provisional" : "active")
    }
}
