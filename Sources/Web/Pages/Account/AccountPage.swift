import UseCases

/// What a person sees of the own account.
struct AccountPage: PageModel {
    let title = Catalogue.french.text("account", "title")
    let facts: [AccountFact]
    let hasPassword: Bool
    let sessions: [AccountSession]
    let hasOthers: Bool
    let events: [AccountEvent]
    let notices: [Notice]
    let isRefused = false

    init(_ own: OwnAccount, _ visit: Sessions.Visit, notices: [Notice] = []) {
        self.notices = notices
        let listing = own.listing
        facts =
            AccountFact.all(of: listing)
            + [AccountFact("passwordSet", own.passwordSetAt.map(AccountText.day) ?? "—")]
            + [AccountFact("factor", AccountText.factor(listing, own.recoveryCodes))]
        hasPassword = listing.hasPassword
        let time = LocalTime(visit.actor.ownDepartment)
        sessions = own.sessions.map { AccountSession($0, time, isPresent: $0.digest == visit.session.digest) }
        hasOthers = own.sessions.count > 1
        events = own.events.map { AccountEvent($0, time) }
    }

    static let template = Template(
        "account",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        {{>notices}}
        <section class="card">
        <dl class="facts">{{#page.facts}}<div><dt>{{label}}</dt><dd>{{value}}</dd></div>
        {{/page.facts}}</dl>
        <p class="actions"><a href="/compte/avertissements">{{t.notices.settings}}</a>
        {{#page.hasPassword}}<a href="/compte/mot-de-passe">{{t.account.changePassword}}</a>
        <a href="/compte/second-facteur">{{t.account.secondFactor}}</a>{{/page.hasPassword}}
        {{^page.hasPassword}}{{t.account.elsewhere}}{{/page.hasPassword}}</p>
        </section>
        <section class="card"><h2>{{t.account.sessions}}</h2>
        <p class="hint">{{t.account.sessionsHint}}</p>
        <div class="wide" tabindex="0" role="region" aria-label="{{t.account.sessions}}"><table class="list">
        <thead><tr><th scope="col">{{t.account.began}}</th><th scope="col">{{t.account.seen}}</th>
        <th scope="col">{{t.account.proof}}</th><th scope="col">{{t.account.browser}}</th>
        <th scope="col">{{t.account.address}}</th><th scope="col">{{t.account.action}}</th></tr></thead>
        <tbody>{{#page.sessions}}<tr><td>{{began}}</td><td>{{seen}}</td><td>{{proof}}</td><td>{{agent}}</td>
        <td>{{address}}</td><td>{{#isPresent}}{{t.account.present}}{{/isPresent}}{{^isPresent}}
        <form method="post" action="/compte/sessions"><input type="hidden" name="_form" value="{{form}}">
        <input type="hidden" name="session" value="{{digest}}"><button
        aria-label="{{t.account.end}} ({{began}}, {{address}})">{{t.account.end}}</button></form>
        {{/isPresent}}</td></tr>
        {{/page.sessions}}</tbody></table></div>
        {{#page.hasOthers}}<form method="post" action="/compte/sessions">
        <input type="hidden" name="_form" value="{{form}}"><p><button>{{t.account.endOthers}}</button></p></form>
        {{/page.hasOthers}}
        </section>
        <section class="card"><h2>{{t.account.events}}</h2>
        <p class="hint">{{t.account.eventsHint}}</p>
        <div class="wide" tabindex="0" role="region" aria-label="{{t.account.events}}"><table class="list">
        <thead><tr><th scope="col">{{t.account.when}}</th><th scope="col">{{t.account.outcome}}</th>
        <th scope="col">{{t.account.browser}}</th><th scope="col">{{t.account.address}}</th></tr></thead>
        <tbody>{{#page.events}}<tr><td>{{when}}</td><td>{{outcome}}</td><td>{{agent}}</td><td>{{address}}</td></tr>
        {{/page.events}}</tbody></table></div></section>
        {{/main}}{{/layout}}
        """#)
}
