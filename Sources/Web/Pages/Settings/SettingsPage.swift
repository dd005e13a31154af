import Kernel
import Prophylaxis
import UseCases

/// What a department has settled: its convention in words, how each side signs, the texts of its letters.
struct SettingsPage: PageModel {
    struct Sender: Sendable {
        let path: String
        let side: String
        let code: String
        let signatory: String?
        let function: String?
        let contact: String?
        let place: String?
        let reason: String
        let mayChange: Bool
    }

    struct Letter: Sendable {
        let title: String
        let path: String
        let origin: String
    }

    let title: String
    /// Where the convention is changed, for who may.
    let conventionForm: String?
    let notices: [Notice]
    let isRefused: Bool
    let departments: [HomePage.Work]
    let hasSeveral: Bool
    let convention: [HomePage.Figure]
    let senders: [Sender]
    let letters: [Letter]
    let laboratories: String
    let verification: String
    let region: String?
    /// The campaigns whose parameters, tolerance rules among them, may still change.
    let campaigns: [HomePage.Work]

    static let template = Template(
        "settings",
        #"""
        {{<layout}}{{$main}}
        <h1>{{title}}</h1>
        {{>notices}}
        {{#page.hasSeveral}}<ul class="tabs">{{#page.departments}}<li><a href="{{path}}">{{title}}</a></li>
        {{/page.departments}}</ul>{{/page.hasSeveral}}
        <h2>{{t.settings.convention}}{{#page.conventionForm}} <a class="button"
        href="{{.}}">{{t.settings.change}}</a>{{/page.conventionForm}}</h2>
        {{^page.convention}}<p>{{t.settings.noConvention}}</p>{{/page.convention}}
        <dl class="facts">{{#page.convention}}<div><dt>{{label}}</dt><dd>{{value}}</dd></div>{{/page.convention}}</dl>
        <p class="actions"><a class="button" href="{{page.laboratories}}">{{t.settings.toLaboratories}}</a>
        <a class="button" href="{{page.verification}}">{{t.verification.link}}</a>
        {{#page.region}}<a class="button" href="{{.}}">{{t.region.title}}</a>{{/page.region}}</p>
        <h2>{{t.settings.tolerance}}</h2>
        <p class="hint">{{t.settings.toleranceHint}}</p>
        {{^page.campaigns}}<p>{{t.settings.noCampaign}}</p>{{/page.campaigns}}
        <ul class="lines">{{#page.campaigns}}<li><a href="{{path}}">{{title}}</a></li>{{/page.campaigns}}</ul>
        <h2>{{t.settings.senders}}</h2>
        <div class="acts">{{#page.senders}}<section class="card"><h3>{{side}}</h3>
        {{^mayChange}}<dl class="facts"><div><dt>{{t.settings.signatory}}</dt>
        <dd>{{signatory}}{{^signatory}}—{{/signatory}} {{function}}</dd></div>
        <div><dt>{{t.settings.contact}}</dt><dd>{{contact}}{{^contact}}—{{/contact}}</dd></div>
        <div><dt>{{t.settings.place}}</dt><dd>{{place}}{{^place}}—{{/place}}</dd></div></dl>
        {{/mayChange}}
        {{#mayChange}}<form method="post" action="{{path}}"><input type="hidden" name="_form" value="{{form}}">
        <p><label for="signataire-{{code}}">{{t.settings.signatory}}</label>
        <input id="signataire-{{code}}" name="signataire" value="{{signatory}}"></p>
        <p><label for="fonction-{{code}}">{{t.settings.function}}</label>
        <input id="fonction-{{code}}" name="fonction" value="{{function}}"></p>
        <p><label for="contact-{{code}}">{{t.settings.contact}}</label>
        <input id="contact-{{code}}" name="contact" value="{{contact}}"></p>
        <p><label for="lieu-{{code}}">{{t.settings.place}}</label>
        <input id="lieu-{{code}}" name="lieu" value="{{place}}"></p>
        <p><label for="motif-{{code}}">{{t.settings.reason}}</label><input id="motif-{{code}}" name="motif"
        value="{{reason}}" required></p>
        <p><button class="primary">{{t.settings.save}}</button></p></form>{{/mayChange}}</section>
        {{/page.senders}}</div>
        <h2>{{t.settings.letters}}</h2>
        <ul class="lines">{{#page.letters}}<li><a href="{{path}}">{{title}}</a> <span
        class="hint">{{origin}}</span></li>
        {{/page.letters}}</ul>
        {{/main}}{{/layout}}
        """#)
}

/// The text of one letter, to read, to preview and to change.
struct LetterTextPage: PageModel {
    let title: String
    let back: String
    let path: String
    let preview: String
    let notices: [Notice]
    let isRefused: Bool
    let text: String
    let reason: String
    let mayChange: Bool

    static let template = Template(
        "letter-text",
        #"""
        {{<layout}}{{$main}}
        <p class="hint"><a href="{{page.back}}">{{t.settings.title}}</a></p>
        <h1>{{title}}</h1>
        {{>notices}}
        <p><a href="{{page.preview}}">{{t.settings.preview}}</a></p>
        {{^page.mayChange}}<p class="words">{{page.text}}</p>{{/page.mayChange}}
        {{#page.mayChange}}<form method="post" action="{{page.path}}">
        <input type="hidden" name="_form" value="{{form}}">
        <p><label for="texte">{{t.settings.text}}</label>
        <textarea id="texte" class="letter" name="texte" rows="24" required>{{page.text}}</textarea></p>
        <p><label for="motif">{{t.settings.reason}}</label><input id="motif" name="motif" value="{{page.reason}}"
        required></p>
        <p><button class="primary">{{t.settings.save}}</button></p></form>{{/page.mayChange}}
        {{/main}}{{/layout}}
        """#)
}
