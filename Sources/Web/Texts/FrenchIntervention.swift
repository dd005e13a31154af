extension FrenchTexts {
    static let intervention = [
        "title": "Intervention", "onPage": "Sur cette page", "holding": "Exploitation", "keeper": "Détenteur",
        "address": "Adresse", "herd": "Atelier", "kind": "Nature", "retestNumber": "Recontrôle",
        "orderedOn": "ordonné le",
        "parent": "Intervention d'origine",
        "planned": "Prévue le", "completed": "Réalisée le", "vet": "Vétérinaire sanitaire",
        "diseases": "Maladies", "animals": "Bovins du document", "results": "Résultats", "reports": "Rapports",
        "papers": "Documents et courriers", "notes": "Notes et appels", "timeline": "Historique",
        "withdrawn": "Intervention retirée de la campagne.", "reported": "Rapport d'inspection émis :",
        "contradicted": "Le rapport d'inspection est contredit par ce qui est arrivé depuis.",
        "contradictedOn": "contredit par un résultat arrivé le", "arrived": "arrivé le",
        "contradictingFile": "voir le fichier",
        "contradictedWay":
            "L'autorité décide de la suite et clôt l'alerte ; le rapport s'invalide sous « Rapports », avec un motif, "
            + "puis une nouvelle évaluation donne une nouvelle version.",
        "notDone": "Décision de non réalisation :", "closed": "La campagne est clôturée.",
        "waitingOne": "résultat reçu pour cette intervention ne lui est pas rattaché : voir le fichier",
        "waitingMany": "résultats reçus pour cette intervention ne lui sont pas rattachés : voir le fichier",
        "authority": "DD(CS)PP", "delegate": "délégataire", "plan": "Plan demandé :", "noPlan": "Aucun plan demandé.",
        "notComputed": "Statut pas encore calculé.", "requested": "Demandés", "tested": "Testés",
        "nonNegative": "Non négatifs", "milkTested": "Lait analysé", "milkNonNegative": "Lait non négatif",
        "uninterpretable": "Ininterprétables", "awaiting": "Décision attendue",
        "doubtful": "Douteux vus", "offDocument": "Hors document", "untested": "Présents non testés",
        "visits": "Visites", "milk": "Lait", "lastResult": "Dernier résultat", "computed": "Calculé le",
        "changes": "Change le", "proposal": "Évaluation proposée :", "evaluation": "Évaluation :", "proof": "Preuve :",
        "noAnimals": "Aucun document n'a encore été validé.", "animal": "Bovin", "asked": "Demandé pour",
        "entered": "Entré le", "left": "Sorti le", "cancelled": "Annulé", "noResults": "Aucun résultat reçu.",
        "noReports": "Aucun rapport.", "version": "version", "invalidated": "Invalidé le", "followUp": "Suite :",
        "noNotes": "Aucune note.", "validUntil": "valable jusqu'au", "sent": "envoyé le", "unsent": "non envoyé",
        "acts": "Agir", "evaluate": "Évaluer", "value": "Évaluation", "unchanged": "PM – pas de modification",
        "comment": "Commentaire", "proofField": "Référence de la preuve", "save": "Enregistrer",
        "reason": "Motif",
        "attachments": "Pièces jointes", "noAttachments": "Aucune pièce jointe.", "attach": "Joindre une pièce",
        "attachHint":
            "Compte rendu numérisé, photo : PDF, JPEG ou PNG, 20 Mo au plus. Le fichier est gardé tel quel.",
        "attachHintVet":
            "Compte rendu numérisé, photo : PDF, JPEG ou PNG, 20 Mo au plus. Le délégataire en est averti ; vous "
            + "seul et les services voyez cette pièce, que vous pouvez retirer en disant pourquoi.",
        "proposed": "Aperçu du document à éditer",
        "proposedHint": "ce qui serait émis aujourd'hui ; rien n'est enregistré",
        "share": "visible des vétérinaires de l'élevage", "shared": "visible des vétérinaires de l'élevage",
        "attachField": "Fichier", "withdrawPiece": "Retirer", "withdrawnPiece": "retirée :",
    ]

    static let done = [
        "invitation": "Votre mot de passe est enregistré : connectez-vous.", "account": "Le compte est modifié.",
        "evaluation": "Évaluation enregistrée.", "report": "Rapport d'inspection émis.",
        "invalidation": "Rapport invalidé : l'intervention peut être réévaluée.", "note": "Note enregistrée.",
        "decision": "Décision de non réalisation enregistrée.", "revocation": "Décision levée.",
        "retest": "Recontrôle ordonné.", "retestEnd": "Recontrôle clos.", "followUp": "Suite enregistrée.",
        "closed": "Alerte close.", "view": "Vue enregistrée.", "viewGone": "Vue supprimée.",
        "attached": "Résultat rattaché.", "dismissed": "Résultat écarté.",
        "setting": "Réglage enregistré.", "parameter": "Paramètre enregistré.",
        "reviewed": "Critère relu.", "laboratory": "Fiche du laboratoire enregistrée.",
        "assigned": "Laboratoire affecté.",
        "notices": "Vos choix sont enregistrés.",
        "mailAsked": "Un courriel part à cette adresse : ouvrez-en le lien pour la confirmer.",
        "mailSet": "Adresse confirmée.", "mailGone": "Vigie ne vous écrit plus.",
        "webhookPinged": "Appel d'essai demandé.",
        "webhookSuspended": "Webhook suspendu : ce qui se passe désormais ne lui sera pas dit.",
        "webhookResumed": "Webhook repris.",
        "webhookReplayed": "Envoi demandé à nouveau.", "webhookRemoved": "Webhook retiré.",
        "clientRevoked": "Accès révoqué.", "tokenRevoked": "Jeton révoqué : il n'ouvre plus rien.",
        "sessionEnded": "Session fermée.", "sessionsEnded": "Toutes vos autres sessions sont fermées.",
        "proposals": "{n} évaluation(s) enregistrée(s) d'après les propositions.",
        "campaignOpened": "Campagne ouverte. Relisez ses paramètres et sa liste de contrôle avant de la valider.",
        "campaignValidated": "Paramétrage validé : la campagne peut être exécutée.",
        "convention": "La convention est enregistrée.",
        "campaignClosed": "La campagne est close.",
        "nonCompletions": "Décision de non réalisation enregistrée pour {n} intervention(s).",
        "lettersSent": "Envoi noté pour {n} courrier(s).",
        "documents-validate": "Documents validés : ils attendent d'être imprimés.",
        "documents-reedit": "Document réédité.",
        "documents-send": "Envoi enregistré.",
        "resultDecided": "Décision enregistrée sur le résultat : le statut est recalculé.",
        "serumAsked": "Demande à la sérothèque enregistrée : envoyez-en la lettre et la demande d'analyses.",
        "serumAnswered": "Réponse de la sérothèque enregistrée.",
        "resultEntered": "Résultat enregistré : le statut est recalculé.",
        "proofEntered": "Preuve de réalisation enregistrée : le statut est recalculé.",
        "elsewhereEntered": "Test fait ailleurs enregistré : le statut est recalculé.",
        "dysfunction": "Dysfonctionnement noté.", "reportAbsent": "Absence du compte rendu notée (ABSRAP).",
        "listCancelled": "Document annulé et réédité en projet : relisez-le, puis validez-le.",
        "cancelProposed": "Annulation demandée : une autre personne doit l'accepter.",
        "cancelAgreed": "Bovins annulés.", "cancelWithdrawn": "Demande d'annulation retirée.",
        "retestPlanned": "Jour du recontrôle enregistré.",
        "toBlood": "Passage au sang enregistré : éditez le document de prélèvement.",
        "outsidePlanned": "Visite hors campagne programmée : voici son intervention.",
        "authorised": "Enregistré : en vigueur à la date dite.", "authorisationEnded": "Terminé à la date dite.",
        "herdNoted": "Information notée.", "herdNoteGone": "Informations retirées.",
        "herdChanged": "Atelier modifié.", "typeSet": "Type de production fixé.",
        "piece": "Pièce jointe enregistrée.", "pieceGone": "Pièce retirée.",
    ]

    static let timeline = [
        "document": "Document de prélèvement", "visit": "Première visite", "result": "Dernier résultat reçu",
        "evaluation": "Évaluation", "retest": "Recontrôle ordonné", "retestClosed": "Recontrôle clos",
        "nonCompletion": "Décision de non réalisation", "nonCompletionRevoked": "Décision de non réalisation levée",
        "report": "Rapport d'inspection", "invalidated": "Rapport invalidé", "letter": "Courrier",
        "attachment": "Pièce jointe", "attachmentGone": "Pièce retirée",
    ]

    static let disease = ["BRU": "Brucellose", "LEU": "Leucose", "TUB": "Tuberculose"]

    static let status = [
        "EC": "en cours", "SO": "sans objet", "SA": "sans anomalie", "AS": "anomalie sanitaire",
        "AA": "anomalie administrative",
    ]

    static let evaluation = [
        "NE": "NE – non évalué", "AR": "AR – en attente de recontrôle", "PO": "PO – pas observé",
        "SO": "SO – sans objet", "ND": "ND – non délégué", "A": "A – conforme",
        "B": "B – non-conformité administrative", "C": "C – non-conformité sanitaire",
    ]

    static let report = [
        "A": "A – conforme", "B": "B – non conforme administratif", "C": "C – non conforme sanitaire",
        "PE": "PE – pas évaluable",
    ]

    static let nonCompletion = [
        "DECNR_AA": "absence d'animaux", "DECNR_PBE": "pas de bovin éligible",
        "DECNR_EAF": "établissement ou atelier fermé", "DECNR_FAR": "fermeture automatique Resytal",
        "DECNR_DD": "délai dépassé",
    ]

    static let followUpCode = [
        "ABS_SUITE": "Absence de suites", "AVERT": "Avertissement", "MED": "Mise en demeure",
        "SUSP": "Suspension de qualification", "RETRAIT": "Retrait de qualification", "PV": "Procès-verbal",
    ]

    static let note = [
        "note": "note", "call": "appel", "refusal": "refus", "added": "ajout", "withdrawn": "retrait",
        "laboratory": "laboratoire", "matrix": "lait ou sang",
    ]

    static let interventionKind = ["main": "principale", "retest": "recontrôle", "outside": "hors campagne"]
    static let editionState = ["draft": "brouillon", "validated": "validé", "cancelled": "annulé"]
    static let copy = [
        "labels": "Exemplaire du vétérinaire", "farmer": "Exemplaire de l'éleveur",
        "tuberculin": "Rapport de tuberculination à remplir",
    ]
    static let tuberculinOutcome = [
        "positive": "positif", "doubtful": "douteux", "large-doubtful": "grand douteux",
        "small-doubtful": "petit douteux", "untested": "non testé",
    ]
}
