import UseCases

/// What one chose to be told of, and where mails go.
struct NoticeSettingsPage: PageModel {
    struct Line: Sendable {
        let kind: String
        let title: String
        let inApp: Bool
        let isAlwaysInApp: Bool
        let byMail: Bool
    }

    let title = Catalogue.french.text("notices", "settings")
    let lines: [Line]
    let mail: String?
    let awaited: String?
    /// This server sends mail.
    let sends: Bool
    var typed = ""
    var notices: [Notice] = []
    var isRefused = false

    init(_ outcome: ReadNoticeSettings.Outcome, sends: Bool) {
        lines = outcome.lines.map { line in
            Line(
                kind: line.kind.rawValue, title: NoticeWords.kind(line.kind), inApp: line.inApp,
                isAlwaysInApp: line.kind.isAlwaysInApp, byMail: line.byMail)
        }
        mail = outcome.mail
        awaited = outcome.awaited
        self.sends = sends
    }

    static let template = Template(
        "notice-settings",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        {{>notices}}
        <section class="card"><h2>{{t.notices.what}}</h2>
        <form method="post" action="/compte/avertissements"><input type="hidden" name="_form" value="{{form}}">
        {{#page.lines}}<fieldset class="checks"><legend>{{title}}</legend>
        <label><input type="checkbox" name="ici" value="{{kind}}"{{#inApp}} checked{{/inApp}}
        {{#isAlwaysInApp}} disabled{{/isAlwaysInApp}}> {{t.notices.inApp}}{{#isAlwaysInApp}}
        ({{t.notices.always}}){{/isAlwaysInApp}}</label>
        <label><input type="checkbox" name="courriel" value="{{kind}}"{{#byMail}} checked{{/byMail}}>
        {{t.notices.byMail}}</label></fieldset>{{/page.lines}}
        <p><button class="primary">{{t.notices.save}}</button></p></form></section>
        <section class="card"><h2>{{t.notices.mail}}</h2>
        {{^page.sends}}<div class="notice warned"><p>{{t.notices.noServer}}</p></div>{{/page.sends}}
        <p>{{#page.mail}}{{t.notices.mailIs}} <strong>{{.}}</strong>.{{/page.mail}}
        {{^page.mail}}{{t.notices.noMail}}{{/page.mail}}</p>
        {{#page.awaited}}<p>{{t.notices.awaited}} <strong>{{.}}</strong> : {{t.notices.awaitedHow}}</p>{{/page.awaited}}
        <form method="post" action="/compte/avertissements/adresse"><input type="hidden" name="_form" value="{{form}}">
        <p><label for="adresse">{{t.notices.newMail}}</label>
        <input id="adresse" name="adresse" type="email" value="{{page.typed}}" autocomplete="email" maxlength="254"
        aria-describedby="adresse-pourquoi"></p>
        <p id="adresse-pourquoi" class="hint">{{t.notices.mailHint}}</p>
        <p class="actions"><button>{{t.notices.change}}</button>
        {{#page.mail}}<button name="retirer" value="1" formnovalidate>{{t.notices.remove}}</button>{{/page.mail}}</p>
        </form></section>
        <p class="actions"><a href="/compte">{{t.account.title}}</a>
        <a href="/avertissements">{{t.notices.title}}</a></p>
        {{/main}}{{/layout}}
        """#)
}

/// Where the link of a confirmation leads: a link that is only looked at, by a mail reader say, confirms nothing.
struct MailConfirmationPage: PageModel {
    let title = Catalogue.french.text("notices", "confirmTitle")
    let mail: String
    let token: String

    static let template = Template(
        "mail-confirmation",
        #"""
        {{<layout}}{{$main}}
        <div class="card narrow"><h1>{{title}}</h1>
        <p>{{t.notices.confirmText}} <strong>{{page.mail}}</strong></p>
        <form method="post" action="/compte/avertissements/adresse/confirmer">
        <input type="hidden" name="_form" value="{{form}}"><input type="hidden" name="token" value="{{page.token}}">
        <p class="actions"><button class="primary">{{t.notices.confirm}}</button>
        <a href="/compte/avertissements">{{t.notices.leave}}</a></p></form></div>
        {{/main}}{{/layout}}
        """#)
}
