/// What was done, in words: for the audit's page, and for whoever is told what others did.
package enum ActWords {
    /// What the right to it is called, where the act has no name of its own; its code for what is no right.
    package static func french(_ name: String) -> String {
        words[name] ?? Intention(rawValue: name).map(IntentionWords.of) ?? name
    }

    private static let words = [
        "account.add": "création ou modification d’un compte",
        "password.set": "changement de mot de passe", "database.maintain": "entretien de la base",
        "audit.verify": "vérification du journal", "notice.set": "choix d’avertissements",
        "register.import": "import du registre", "register.review": "revue du registre",
        "register.read": "lecture du registre", "raw-milk.read": "lecture des ventes de lait cru",
        "herd.maintain": "mise à jour d’un élevage", "herd.link": "lien entre élevages",
        "herd.locate": "localisation d’un élevage", "production-type.set": "classe d’atelier fixée",
        "enquiry.record": "enquête enregistrée", "authorisation.set": "autorisation ou dérogation",
        "setting.set": "réglage modifié",
        "campaign.prepare": "préparation de la campagne", "campaign.validate": "validation de la campagne",
        "campaign.execute": "exécution de la campagne", "campaign.read": "consultation",
        "campaign.close": "clôture de la campagne", "campaign.force-close": "clôture par l’administration centrale",
        "intervention.add": "ajout ou retrait d’une intervention", "laboratory.assign": "laboratoire affecté",
        "document.edit": "édition d’un document", "document.read": "consultation d’un document",
        "document.cancel": "annulation de bovins", "document.cancel-late": "annulation tardive de bovins",
        "document.dispatch": "envoi d’un document",
        "results.import": "import de résultats", "results.import-milk": "import de résultats de lait",
        "results.enter": "saisie d’un résultat", "result.decide": "décision sur un résultat",
        "result.attach": "rattachement d’un résultat",
        "status.recompute": "calcul des statuts", "evaluation.set": "évaluation",
        "report.issue": "rapport d’inspection émis", "report.invalidate": "rapport d’inspection invalidé",
        "non-completion.decide": "décision de non réalisation", "follow-up.record": "suite de l’autorité",
        "retest.order": "recontrôle", "retest.plan": "programmation d’un recontrôle",
        "letter.write": "courrier écrit", "letter.write-authority": "courrier de l’autorité",
        "letter.settle": "envoi d’un courrier noté", "intervention.note": "note",
        "paper.add": "pièce jointe ou retirée", "analysis.fetch": "demande d’analyse retirée par le laboratoire",
        "laboratory.maintain": "fiche de laboratoire modifiée",
        "intervention.matrix": "passage du lait au sang", "work-item.close": "alerte close",
        "webhook.manage": "webhook ajouté, changé ou retiré",
        "view.save": "vue du suivi",
        "work-item.close-authority": "alerte de l’autorité close",
    ]
}
