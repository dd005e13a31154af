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
            "layout": FrenchTexts.layout, "nav": FrenchTexts.navigation,
            "purpose": FrenchTexts.purpose, "signIn": FrenchTexts.signIn,
            "fault": FrenchTexts.fault, "home": FrenchTexts.home, "followUp": FrenchTexts.followUp,
            "role": FrenchTexts.roles, "intervention": FrenchTexts.intervention,
            "done": FrenchTexts.done.merging(FrenchTexts.herdDone) { own, _ in own },
            "timeline": FrenchTexts.timeline, "disease": FrenchTexts.disease, "status": FrenchTexts.status,
            "evaluation": FrenchTexts.evaluation, "report": FrenchTexts.report,
            "nonCompletion": FrenchTexts.nonCompletion, "followUpCode": FrenchTexts.followUpCode,
            "note": FrenchTexts.note, "interventionKind": FrenchTexts.interventionKind,
            "editionState": FrenchTexts.editionState, "copy": FrenchTexts.copy,
            "tuberculinOutcome": FrenchTexts.tuberculinOutcome,
            "work": FrenchTexts.work, "column": FrenchTexts.column, "order": FrenchTexts.order,
            "batch": FrenchTexts.batch, "audit": FrenchTexts.audit,
            "subject": FrenchTexts.subject, "campaign": FrenchTexts.campaign, "letters": FrenchTexts.letters,
            "closing": FrenchTexts.closing, "convention": FrenchTexts.convention,
            "campaignLife": FrenchTexts.campaignLife, "proposals": FrenchTexts.proposals,
            "desk": FrenchTexts.desk, "help": FrenchTexts.help, "glossary": FrenchTexts.glossary,
            "settings": FrenchTexts.settings,
            "account": FrenchTexts.account, "admin": FrenchTexts.administration,
            "dossier": FrenchTexts.dossier, "herds": FrenchTexts.herds,
            "own": FrenchTexts.own, "tuberculin": FrenchTexts.tuberculin, "documents": FrenchTexts.documents,
            "notices": FrenchTexts.notices,
            "files": FrenchTexts.files, "jobs": FrenchTexts.jobs,
            "map": FrenchTexts.map, "api": FrenchTexts.api, "tokens": FrenchTexts.tokens,
            "webhooks": FrenchTexts.webhooks, "acts": FrenchTexts.acts.merging(FrenchTexts.herdActs) { own, _ in own },
            "interpretation": FrenchTexts.interpretation,
            "serumAnswer": FrenchTexts.serumAnswer, "herdNote": FrenchTexts.herdNote,
            "herdNoteSource": FrenchTexts.herdNoteSource, "milkDelivery": FrenchTexts.milkDelivery,
            "productionType": FrenchTexts.productionType, "orientation": FrenchTexts.orientation,
            "analyses": FrenchTexts.analyses, "parameter": FrenchTexts.parameter, "check": FrenchTexts.check,
            "laboratory": FrenchTexts.laboratory, "campaignHerds": FrenchTexts.campaignHerds,
            "lists": FrenchTexts.lists, "verification": FrenchTexts.verification,
            "registerSetting": FrenchTexts.registerSetting, "region": FrenchTexts.region,
            "regionName": FrenchTexts.regionName,
            "filter": FrenchTexts.filter, "filterForm": FrenchTexts.filterForm,
            "reads": FrenchTexts.reads, "clients": FrenchTexts.clients,
        ].mapValues { Area(texts: $0) })
}

/// The French texts, one file an area.
enum FrenchTexts {}
