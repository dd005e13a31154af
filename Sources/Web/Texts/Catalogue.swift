import Mustache

/// The words of the pages, by area and key: `{{t.signIn.login}}` in a template. French first; another language is
/// another catalogue with the same keys.
struct Catalogue: MustacheParent, Sendable {
    /// The words of one area.
    struct Area: MustacheParent, Sendable {
        let texts: [String: String]
        func child(named name: String) -> Any? { texts[name] }
    }

    let areas: [String: Area]

    func child(named name: String) -> Any? { areas[name] }

    /// The text; its key, visibly, where the catalogue has none (a test looks for that).
    func text(_ area: String, _ key: String) -> String { areas[area]?.texts[key] ?? "\(area).\(key)" }

    static let french = Catalogue(
        areas: [
            "layout": FrenchTexts.layout, "nav": FrenchTexts.navigation, "signIn": FrenchTexts.signIn,
            "fault": FrenchTexts.fault, "home": FrenchTexts.home, "work": FrenchTexts.work,
            "followUp": FrenchTexts.followUp,
            "role": FrenchTexts.roles, "account": FrenchTexts.account, "admin": FrenchTexts.administration,
            "dossier": FrenchTexts.dossier, "herds": FrenchTexts.herds,
            "own": FrenchTexts.own, "tuberculin": FrenchTexts.tuberculin, "documents": FrenchTexts.documents,
            "files": FrenchTexts.files, "jobs": FrenchTexts.jobs,
            "api": FrenchTexts.api, "tokens": FrenchTexts.tokens,
        ].mapValues { Area(texts: $0) })
}

/// The French texts, one file an area.
enum FrenchTexts {}
