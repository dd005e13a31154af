import Exchange
import Kernel
import Prophylaxis
import Register
import Store

extension Dossier {
    /// The same with the words of its codes, for people; scripts get the codes. An unknown code stays as it is.
    package var inWords: Dossier {
        var dossier = Dossier(title)
        dossier.facts = facts.map { Fact(label: $0.label, value: DossierWords.word($0.value, in: $0.label)) }
        dossier.sections = sections.map(\.inWords)
        return dossier
    }
}

extension Dossier.Section {
    package var inWords: Dossier.Section {
        let rows = rows.map { row in zip(row, columns).map { DossierWords.word($0, in: $1) } }
        return Dossier.Section(title: title, columns: columns, rows: rows)
    }
}

/// Codes of herds, animals and the journal, by the column that they stand in.
private enum DossierWords {
    static func word(_ code: String, in column: String) -> String {
        guard !code.isEmpty else { return code }
        if let word = columns[column]?[code] { return word }
        switch column {
        case "Type racial", "Race du père", "Race de la mère": return BreedWords.french(code)
        case "Cause d'entrée": return EntryCause(rawValue: code)?.french ?? "code \(code)"
        case "Cause de sortie": return ExitCause(rawValue: code)?.french ?? "code \(code)"
        case "Nature": return AuthorisationKind(rawValue: code).map(CodeWords.authorisation) ?? code
        case "Classe": return CodeWords.herdClass(code: code)
        case "Acte": return ActWords.french(code)
        case "Rôle": return RoleWords.french(code: code)
        case "Issue": return OutcomeWords.french(code)
        default: return code
        }
    }

    private static let yesNo = ["0": "non", "1": "oui"]
    private static let type = ["dairy": "laitier", "beef": "allaitant"]

    private static let columns: [String: [String: String]] = [
        "Rôle": ["health": "sanitaire", "permanent": "sanitaire, suivi permanent", "treating": "traitant"],
        "Type": type, "Type de production": type, "Fixé à la main": yesNo, "Présent": yesNo,
        "Sexe": ["F": "femelle", "M": "mâle"],
        "Test": ["blood": "sang", "skin": "tuberculination"],
        "Interprétation": [
            "positive": "positif", "doubtful": "douteux", "large-doubtful": "grand douteux",
            "small-doubtful": "petit douteux", "untested": "non testé",
        ],
        "Précision": ["0": "au jour", "1": "au mois", "2": "à l'année"],
        "Origine": [
            "import": "registre", "rule": "calcul", "manual": "saisie", "execution": "exécution de la campagne",
            "added": "ajoutée", "copied": "copiée", "history": "reprise d'historique",
        ],
        "Nature": [
            "main": "principale", "retest": "recontrôle", "outside": "hors campagne", "cessation": "cessation",
            "part-year": "présence une partie de l'année", "enquiry": "enquête", "other": "autre",
        ],
        "État": ["planned": "prévue", "withdrawn": "retirée"],
        "Par": [
            "keeper": "éleveur", "veterinarian": "vétérinaire", "identification": "service d'identification",
            "authority": "autorité",
        ],
    ]
}
