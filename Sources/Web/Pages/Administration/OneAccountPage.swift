import Register
import UseCases

struct OneAccountPage: PageModel {
    let title: String
    let facts: [AccountFact]
    let path: String
    let roles: [Choice]
    let departments: String
    let organisation: String
    let mail: String
    /// Number at the Order and name; nil where the account is no veterinarian's.
    let veterinarian: Veterinarian?
    /// The holdings of a keeper; nil for others.
    let keeper: Keeper?
    let isDisabled: Bool
    let hasFactor: Bool
    let isInvited: Bool
    let isFederated: Bool
    let sessions: Int
    let events: [AccountEvent]
    var notices: [Notice] = []
    var faults: [FaultPage.Line] = []

    struct Veterinarian: Sendable {
        let number: String
        /// `Dr Fictif, cabinet`; nil where nothing is tied.
        let name: String?
    }

    struct Keeper: Sendable {
        let holdings: [String]
        let hasHoldings: Bool
        /// A number that was sent and refused.
        let typed: String
    }

    /// - Parameter entered: what was sent and refused.
    init(_ own: OwnAccount, _ ties: ShowAccountTies.Ties, state: String, entered: Form? = nil) {
        let (listing, account) = (own.listing, own.listing.account)
        title = "\(Catalogue.french.text("admin", "account")) \(account.login)"
        facts =
            AccountFact.all(of: listing) + [
                AccountFact("state", state), AccountFact("passwordSet", own.passwordSetAt.map(AccountText.day) ?? "—"),
                AccountFact("factor", AccountText.factor(listing, own.recoveryCodes)),
            ]
        path = "/administration/comptes/\(account.login.formEncoded)"
        roles = AccountFormParts.roles(chosen: entered?.value("role").flatMap(Role.init) ?? account.role)
        // Veterinarians and keepers have ties in the place of departments.
        let listed = if case .departments = account.scope { account.scope.listed } else { "" }
        departments = entered?.value("departments") ?? listed
        organisation = entered?.value("organisation") ?? listing.organisation ?? ""
        mail = entered?.value("mail") ?? account.mail ?? ""
        let identity = ties.veterinarian
        veterinarian =
            account.role == .veterinarian
            ? Veterinarian(
                number: entered?.value("ordre") ?? identity?.orderNumber ?? "",
                name: identity.map { [$0.name, $0.practice].compactMap(\.self).joined(separator: ", ") }) : nil
        keeper =
            account.role == .keeper
            ? Keeper(
                holdings: ties.holdings, hasHoldings: !ties.holdings.isEmpty,
                typed: entered?.value("exploitation") ?? "") : nil
        isDisabled = account.isDisabled
        hasFactor = listing.hasSecondFactor
        isInvited = listing.invitedUntil != nil
        isFederated = listing.isFederated
        sessions = own.sessions.count
        events = own.events.map { AccountEvent($0, LocalTime(nil)) }
    }

    static let template = Template(
        "one-account",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        """# + AccountFormParts.tabs + #"""
            {{>notices}}
            {{#page.faults}}<div class="notice refused" role="alert"><p>{{sentence}}</p><p>{{wayOut}}</p></div>
            {{/page.faults}}
            <section class="card"><dl class="facts">{{#page.facts}}<div><dt>{{label}}</dt><dd>{{value}}</dd></div>
            {{/page.facts}}</dl></section>
            <section class="card filters"><h2>{{t.admin.rights}}</h2>
            <form method="post" action="{{page.path}}/droits"><input type="hidden" name="_form" value="{{form}}">
            <p><label for="role">{{t.account.role}}</label><select id="role" name="role">
            {{#page.roles}}
            <option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/page.roles}}
            </select></p>
            <p><label for="departments">{{t.admin.departments}}</label>
            <input id="departments" name="departments" value="{{page.departments}}"></p>
            <p><button>{{t.admin.save}}</button></p></form>
            <form method="post" action="{{page.path}}/organisme"><input type="hidden" name="_form" value="{{form}}">
            <p><label for="organisation">{{t.admin.organisation}}</label>
            <input id="organisation" name="organisation" value="{{page.organisation}}"></p>
            <p><button>{{t.admin.save}}</button></p></form>
            <form method="post" action="{{page.path}}/courriel"><input type="hidden" name="_form" value="{{form}}">
            <p><label for="mail">{{t.admin.mail}}</label>
            <input id="mail" name="mail" type="email" value="{{page.mail}}" autocomplete="off" maxlength="254"></p>
            <p><button>{{t.admin.save}}</button></p></form>
            <p class="hint">{{t.admin.rightsHint}}</p></section>
            {{#page.veterinarian}}<section class="card filters" id="liens"><h2>{{t.admin.tiesTitle}}</h2>
            {{#name}}<p>{{t.admin.orderNumberIs}} {{.}}</p>{{/name}}{{^name}}<p class="notice
            warned">{{t.admin.tieNone}}</p>{{/name}}
            <form method="post" action="{{page.path}}/lien"><input type="hidden" name="_form" value="{{form}}">
            <p><label for="ordre">{{t.admin.orderNumber}}</label>
            <input id="ordre" name="ordre" value="{{number}}" inputmode="numeric" autocomplete="off"></p>
            <p><button>{{t.admin.save}}</button></p></form>
            <p class="hint">{{t.admin.tieHint}}</p></section>{{/page.veterinarian}}
            {{#page.keeper}}<section class="card filters" id="liens"><h2>{{t.admin.tiesTitle}}</h2>
            {{^hasHoldings}}<p class="notice warned">{{t.admin.tieNone}}</p>{{/hasHoldings}}
            {{#holdings}}<form method="post" action="{{page.path}}/lien/retirer"><input type="hidden" name="_form"
            value="{{form}}"><input type="hidden" name="exploitation" value="{{.}}"><p>{{.}}
            <button aria-label="{{t.admin.untie}}
            {{.}}">{{t.admin.untie}}</button></p></form>{{/holdings}}
            <form method="post" action="{{page.path}}/lien"><input type="hidden" name="_form" value="{{form}}">
            <p><label for="exploitation">{{t.admin.addHolding}}</label>
            <input id="exploitation" name="exploitation" value="{{typed}}" inputmode="numeric" autocomplete="off"
            required></p>
            <p><button>{{t.admin.tie}}</button></p></form>
            <p class="hint">{{t.admin.tieHint}}</p></section>{{/page.keeper}}
            <section class="card"><h2>{{t.admin.entry}}</h2><div class="actions">
            {{^page.isFederated}}
            <form method="post" action="{{page.path}}/invitation"><input type="hidden" name="_form" value="{{form}}">
            <button>{{t.admin.invite}}</button></form>
            <form method="post" action="{{page.path}}/mot-de-passe"><input type="hidden" name="_form" value="{{form}}">
            <button>{{t.admin.resetPassword}}</button></form>
            {{/page.isFederated}}
            {{#page.isInvited}}
            <form method="post" action="{{page.path}}/invitation/retirer">
            <input type="hidden" name="_form" value="{{form}}">
            <button>{{t.admin.withdraw}}</button></form>
            {{/page.isInvited}}
            {{#page.hasFactor}}
            <form method="post" action="{{page.path}}/second-facteur">
            <input type="hidden" name="_form" value="{{form}}">
            <button>{{t.admin.resetFactor}}</button></form>
            {{/page.hasFactor}}
            <form method="post" action="{{page.path}}/sessions"><input type="hidden" name="_form" value="{{form}}">
            <button>{{t.admin.endSessions}} ({{page.sessions}})</button></form>
            <form method="post" action="{{page.path}}/etat"><input type="hidden" name="_form" value="{{form}}">
            {{#page.isDisabled}}<button name="actif" value="oui">{{t.admin.enable}}</button>{{/page.isDisabled}}
            {{^page.isDisabled}}<button name="actif" value="non">{{t.admin.disable}}</button>{{/page.isDisabled}}</form>
            </div></section>
            <section class="card"><h2>{{t.account.events}}</h2>
            {{^page.events}}<p>{{t.admin.neverCame}}</p>{{/page.events}}
            {{^empty(page.events)}}
            <div class="wide" tabindex="0" role="region" aria-label="{{t.account.events}}"><table class="list">
            <thead><tr><th scope="col">{{t.account.when}}</th><th scope="col">{{t.account.outcome}}</th>
            <th scope="col">{{t.account.browser}}</th><th scope="col">{{t.account.address}}</th></tr></thead>
            <tbody>{{#page.events}}<tr><td>{{when}}</td><td>{{outcome}}</td><td>{{agent}}</td><td>{{address}}</td></tr>
            {{/page.events}}</tbody></table></div>
            {{/empty(page.events)}}</section>
            {{/main}}{{/layout}}
            """#)
}
