/// The two skin tests (PRO-178).
package enum SkinMethodCode: String, CodeTable {
    case simple = "IDS"
    case comparative = "IDC"

    package var french: String {
        switch self {
        case .simple: "intradermotuberculination simple"
        case .comparative: "intradermotuberculination comparative"
        }
    }
    package static let index = CodeIndex<SkinMethodCode>()
}

/// Whether the paper was one of the two approved models (PRO-179, PRO-193).
package enum ReportModelCode: String, CodeTable {
    case approved
    case other

    package var french: String {
        switch self {
        case .approved: "modèle agréé"
        case .other: "autre modèle"
        }
    }
    package static let index = CodeIndex<ReportModelCode>()
}

/// What was read on an animal that is named one by one: all that is not negative, and those not tested (PRO-178).
package enum SkinOutcomeCode: String, CodeTable {
    case positive
    case doubtful
    case largeDoubtful = "large-doubtful"
    case smallDoubtful = "small-doubtful"
    case untested

    package var french: String {
        switch self {
        case .positive: "positif"
        case .doubtful: "douteux (IDS)"
        case .largeDoubtful: "grand douteux (IDC)"
        case .smallDoubtful: "petit douteux (IDC)"
        case .untested: "non testé"
        }
    }
    package static let index = CodeIndex<SkinOutcomeCode>()
}

/// Why an animal of the document was not tested (decision 21). Our own list: the texts name only dangerous animals.
package enum UntestedReasonCode: String, CodeTable {
    case dangerous
    case exited
    case dead
    case ill
    case calving
    case underAge = "under-age"
    case recentTest = "recent-test"
    case notPresented = "not-presented"
    case refused
    case other

    package var french: String {
        switch self {
        case .dangerous: "animal dangereux"
        case .exited: "sorti de l'exploitation"
        case .dead: "mort ou abattu"
        case .ill: "malade"
        case .calving: "vêlage proche ou récent"
        case .underAge: "trop jeune"
        case .recentTest: "tuberculination trop récente"
        case .notPresented: "non présenté"
        case .refused: "refus du détenteur"
        case .other: "autre motif"
        }
    }
    package static let index = CodeIndex<UntestedReasonCode>()
}
