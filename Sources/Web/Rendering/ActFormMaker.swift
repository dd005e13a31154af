import Kernel
import UseCases

/// Makes the act forms of a page: with what the page was made from, and with what was sent before.
struct ActFormMaker: Sendable {
    let path: String
    let basis: [(name: String, value: String)]
    /// `2021-02-15`.
    let today: String
    /// Of who looks.
    let login: String
    let echo: FormEcho

    init(
        path: String, basis: [(name: String, value: String)], today: String, login: String, echo: FormEcho
    ) {
        (self.path, self.basis, self.today, self.login, self.echo) = (path, basis, today, login, echo)
    }

    /// Of a page that is not an intervention's: what was done since it was made is told.
    init(_ path: String, _ context: Context, _ echo: FormEcho) {
        self.init(
            path: path, basis: [("vu", context.now)], today: context.today.description, login: context.actor.login,
            echo: echo)
    }

    func word(_ key: String) -> String { Catalogue.french.text("acts", key) }

    /// - Parameters:
    ///   - words: keys of the texts: title (or the title itself), button, and a hint where there is one to give.
    ///   - places: code of a finding → name of the field that it is about.
    func form(
        _ id: String, to address: String, _ words: (title: String, button: String, hint: String?),
        _ fields: [ActField], places: [String: String] = [:]
    ) -> ActForm {
        ActForm(
            id: id, path: "\(path)/\(address)", title: words.title, hint: words.hint.map(word), fields: fields,
            button: word(words.button), basis: basis
        ).echoing(echo, places)
    }
}
