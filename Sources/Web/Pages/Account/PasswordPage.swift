import UseCases

/// Choosing a password of one's own.
struct PasswordPage: PageModel {
    let title = Catalogue.french.text("signIn", "passwordTitle")
    /// For the browser's store of passwords.
    let login: String
    var fault: FaultPage.Line?
    let least = PasswordPolicy.leastCharacters

    static let template = Template(
        "password",
        #"""
        {{<narrow}}{{$content}}
        <form method="post" action="/compte/mot-de-passe">
        <input type="hidden" name="_form" value="{{form}}">
        <input name="username" value="{{page.login}}" autocomplete="username" hidden>
        <p><label for="present">{{t.signIn.present}}</label>
        <input id="present" name="present" type="password" autocomplete="current-password" required></p>
        {{>new-password}}
        <p><button class="primary">{{t.signIn.change}}</button></p>
        </form>
        {{/content}}{{/narrow}}
        """#)

    /// The fields of a new password, for any page that asks for one: `page.login`, `page.least`.
    static let fields = Template(
        "new-password",
        #"""
        <p><label for="new">{{t.signIn.new}}</label>
        <input id="new" name="new" type="password" autocomplete="new-password" minlength="{{page.least}}" required
        aria-describedby="rule"></p>
        <p id="rule" class="hint">{{t.signIn.rule}}</p>
        <p><label for="again">{{t.signIn.again}}</label>
        <input id="again" name="again" type="password" autocomplete="new-password" required></p>
        """#)
}

extension FaultPage.Line {
    static let different = FaultPage.Line(
        sentence: "Les deux saisies du nouveau mot de passe diffèrent.",
        wayOut: "Saisissez-le deux fois à l'identique.")
}
