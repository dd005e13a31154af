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

    var action: String {
        switch self {
        case .notStarted: "Relancer l'éleveur, copie au vétérinaire (relance-non-commencee)."
        case .noDocument: "Éditer et valider le document, ou retirer le plan s'il ne devait pas être programmé."
        case .unfinished: "Rappeler l'éleveur, copie au vétérinaire (rappel-90-jours)."
        case .pastDeadline: "Évaluer B et éditer le rapport."
        case .serumBank: ""
        case .tuberculinUnder90: "Rappeler l'éleveur, copie au vétérinaire (sous-realisation-tuberculose)."
        case .tuberculin90To99: "L'autorité gère les sorties et les rappels ; évaluation B avec le commentaire prévu."
        case .tuberculinUntested: "Bovins non testés sans justification : l'autorité en juge avec le vétérinaire."
        case .milkMissing: ""
        case .decisionAwaited: "Décider du recontrôle et le notifier à l'éleveur (vigie retest order)."
        case .retests: ""
        case .outsideVisits: "Écrire à l'éleveur (visite-hors-campagne), éditer le document avant la visite."
        case .doubtful: "Décider du résultat ; une évaluation A est exclue d'ici là."
        case .documentsOverdue: "Joindre le vétérinaire, rééditer le document si la visite reste possible."
        case .alerts: "Traiter l'alerte, puis la clore avec un motif (vigie worklist close)."
        case .unattached:
            "Corriger le numéro et rattacher le résultat ; l'autorité seule peut l'écarter, avec un motif."
        case .cancelledLate: "Contrôler le motif des annulations ; le taux se lit sur l'effectif non annulé."
        case .offDocument: "Vérifier si ces bovins remplacent des manquants ; une évaluation A demande un commentaire."
        case .reportsDue: "Établir les rapports, une fois par mois au moins (vigie report issue)."
        case .withoutFollowUp: "Enregistrer la suite (vigie report follow-up)."
        case .refusals: "Décider des suites du refus, puis clore la ligne avec un motif."
        }
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
