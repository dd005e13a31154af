import Kernel

/// What an act of the journal came to, in words: the store keeps `edition-2-validated`, `sent 2026-03-01`. What is said
/// in no other way stays as it is.
package enum OutcomeWords {
    package static func french(_ outcome: String) -> String {
        if let word = words[outcome] { return word }
        let parts = outcome.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2, !parts[1].hasPrefix("="), let first = words[parts[0]] else {
            return edition(outcome) ?? value(outcome)
        }
        return "\(first) : \(parts[1].split(separator: " ").map { rest(String($0)) }.joined(separator: " "))"
    }

    /// `edition-2-validated`, `printed-farmer`, `reopened-by-results`
    private static func edition(_ outcome: String) -> String? {
        let parts = outcome.split(separator: "-").map(String.init)
        switch parts.first {
        case "edition" where parts.count == 3:
            return "édition \(parts[1]) : \(words[parts[2]] ?? parts[2])"
        case "printed" where parts.count == 2: return "imprimé : \(InterventionWords.copy(parts[1]))"
        case "reopened": return "décision reprise"
        default: return nil
        }
    }

    /// `class = dairy`, `BRU A`, a day
    private static func value(_ outcome: String) -> String {
        outcome.split(separator: " ").map { rest(String($0)) }.joined(separator: " ")
    }

    private static func rest(_ text: String) -> String {
        if let day = Day(text) { return day.french }
        if let word = words[text] { return word }
        return DysfunctionKind(rawValue: text)?.title ?? text
    }

    private static let words = [
        "added": "ajouté", "invited": "invité", "rotated": "clés changées", "reviewed": "relu",
        "referred": "transmis à l'autorité", "serum-asked": "sérothèque demandée", "received": "reçu",
        "sent": "envoyé", "request-fetched": "demande d'analyse retirée", "request-written": "demande d'analyse émise",
        "ended": "terminé", "set": "fixé", "located": "localisé", "withdrawn": "retiré", "opened": "ouvert",
        "closed": "fermé", "reopened": "rouvert", "placed": "placé", "linked": "lié", "unlinked": "lien retiré",
        "attached": "rattaché", "corrected": "corrigé", "dismissed": "écarté", "done": "traité",
        "report": "compte rendu", "list-cancelled": "liste annulée", "cancelled": "annulé", "draft": "brouillon",
        "validated": "validé", "printed": "imprimé", "entered": "entrée", "tied": "rattaché", "untied": "détaché",
        "accepted": "accepté", "partly": "accepté en partie", "refused": "refusé", "unchanged": "sans changement",
        "retry": "relancé", "cancel": "annulé", "class": "classe", "name": "nom", "orientation": "orientation",
        "dairy": "laitier", "beef": "allaitant", "mixed": "mixte", "none": "aucun", "keeper": "éleveur",
        "veterinarian": "vétérinaire", "identification": "service d'identification", "authority": "autorité",
        "blood": "sang", "milk": "lait", "skin": "tuberculination", "convention": "convention",
        "order": "arrêté préfectoral", "exemption": "dérogation", "other": "autre",
    ]
}
