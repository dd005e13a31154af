import Documents
import Prophylaxis
import Store

extension WorkListKind {
    /// What the list holds, for people.
    package var title: String {
        switch self {
        case .notStarted: "Interventions non commencées à l'approche de la fin de campagne"
        case .noDocument: "Maladies programmées dont aucun document n'a jamais été validé"
        case .unfinished: "Interventions commencées depuis 70 jours et non terminées"
        case .pastDeadline: "Délais dépassés : évaluation B"
        case .serumBank: "Sérothèque : à demander, demandé, répondu, impossible"
        case .tuberculinUnder90: "Tuberculination réalisée à moins de 90\u{a0}%"
        case .tuberculin90To99: "Tuberculination réalisée entre 90 et 99\u{a0}%"
        case .tuberculinUntested: "Bovins non tuberculinés sans motif du vétérinaire"
        case .milkMissing: "Analyses de lait sans résultat"
        case .decisionAwaited: "Brucellose non négative : décision de recontrôle attendue"
        case .retests: "Recontrôles ordonnés"
        case .outsideVisits: "Visites hors campagne à réaliser"
        case .doubtful: "Résultats douteux ou en attente de décision"
        case .documentsOverdue: "Documents dont la validité est dépassée sans visite"
        case .alerts: "Alertes ouvertes, dont les résultats qui contredisent un rapport"
        case .unattached: "Non négatifs non rattachés"
        case .cancelledLate: "Bovins annulés après la première visite"
        case .offDocument: "Bovins analysés hors document"
        case .reportsDue: "Évaluées depuis un mois et sans rapport d'inspection"
        case .withoutFollowUp: "Rapports B ou C sans suite de l'autorité"
        case .refusals: "Refus d'éleveurs ou de vétérinaires"
        }
    }

    /// Lists that never were the delegate's (PRO-257, PRO-259, PRO-260, PRO-262, PRO-288; decisions 1, 4 and 7).
    package var isForAuthority: Bool {
        switch self {
        case .tuberculin90To99, .tuberculinUntested, .decisionAwaited, .doubtful, .withoutFollowUp, .cancelledLate,
            .refusals, .unattached:
            true
        default: false
        }
    }

    /// What to do, for whoever reads it wherever; empty where it follows from the line.
    var action: String {
        switch self {
        case .notStarted: "Relancer l'éleveur, copie au vétérinaire."
        case .noDocument: "Éditer et valider le document, ou retirer le plan s'il ne devait pas être programmé."
        case .unfinished: "Rappeler l'éleveur, copie au vétérinaire."
        case .pastDeadline: "Évaluer B et éditer le rapport."
        case .serumBank: ""
        case .tuberculinUnder90: "Rappeler l'éleveur, copie au vétérinaire."
        case .tuberculin90To99: "L'autorité gère les sorties et les rappels ; évaluation B avec le commentaire prévu."
        case .tuberculinUntested: "Bovins non testés sans justification : l'autorité en juge avec le vétérinaire."
        case .milkMissing: ""
        case .decisionAwaited: "Décider du recontrôle et le notifier à l'éleveur."
        case .retests: ""
        case .outsideVisits: "Écrire à l'éleveur, éditer le document avant la visite."
        case .doubtful: "Décider du résultat ; une évaluation A est exclue d'ici là."
        case .documentsOverdue: "Joindre le vétérinaire, rééditer le document si la visite reste possible."
        case .alerts: "Traiter l'alerte, puis la clore avec un motif."
        case .unattached:
            "Corriger le numéro et rattacher le résultat ; l'autorité seule peut l'écarter, avec un motif."
        case .cancelledLate: "Contrôler le motif des annulations ; le taux se lit sur l'effectif non annulé."
        case .offDocument: "Vérifier si ces bovins remplacent des manquants ; une évaluation A demande un commentaire."
        case .reportsDue: "Établir les rapports, une fois par mois au moins."
        case .withoutFollowUp: "Enregistrer la suite."
        case .refusals: "Décider des suites du refus, puis clore la ligne avec un motif."
        }
    }

    /// The same with what is typed for it at the command line: a letter's kind, or a command.
    var actionAtTerminal: String {
        let typed: String? =
            switch self {
            case .notStarted: LetterKind.reminderNotStarted.rawValue
            case .unfinished: LetterKind.reminderUnfinished.rawValue
            case .tuberculinUnder90: LetterKind.tuberculinUnderRealisation.rawValue
            case .outsideVisits: LetterKind.visitOutsideCampaign.rawValue
            case .decisionAwaited: "vigie retest order"
            case .alerts: "vigie worklist close"
            case .reportsDue: "vigie report issue"
            case .withoutFollowUp: "vigie report follow-up"
            default: nil
            }
        return typed.map { "\(action.dropLast()) (\($0))." } ?? action
    }
}

extension MissingMilkStep {
    var action: String? {
        switch self {
        case .wait: nil
        case .reprogram: "Reprogrammer le prélèvement : liste mensuelle au laboratoire laitier."
        case .remind: "Relancer le laboratoire laitier, chercher le motif, signaler à l'autorité."
        case .passToBlood: "Retirer la dérogation et passer l'atelier du lait au sang."
        }
    }
}
