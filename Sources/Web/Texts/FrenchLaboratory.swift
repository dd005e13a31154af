extension FrenchTexts {
    static let laboratory = [
        "title": "Laboratoires, département", "all": "Laboratoires", "none": "Aucun laboratoire n'est enregistré.",
        "hint":
            "Les agréments disent quelles maladies un laboratoire peut analyser sur sang ; la convention nomme celui "
            + "de chaque maladie, et la campagne l'affecte aux plans.",
        "code": "Code", "name": "Nom, tel qu'il est imprimé", "kind": "Nature", "blood": "sang", "milk": "lait (LIAL)",
        "town": "Commune", "address": "Adresse", "postcode": "Code postal", "email": "Courriel",
        "approved": "Agréé pour", "agreed": "Dans la convention pour", "assigned": "Affecté, campagnes en cours",
        "convention": "Laboratoires de la convention", "one": "Laboratoire", "printed": "Libellé sur les documents",
        "reference": "Référence ou motif de la version", "add": "Ajouter un laboratoire",
        "isMilk": "laboratoire du lait (LIAL)", "change": "Modifier la fiche",
        "keptBy": "Cette fiche est tenue par le département",
        "keptByNobody":
            "Cette fiche n'est tenue par aucun département : elle vient du registre.",
        "importHint": "Le prochain import du registre peut la remplacer : faites-la corriger aussi à la source.",
        "plans": "Laboratoires de la campagne", "byDisease": "Laboratoire de chaque maladie",
        "complete": "Chaque plan sur sang a son laboratoire, celui de la convention.",
        "assignHint":
            "Sans numéro, tous les plans sur sang de la maladie qui n'ont pas encore de laboratoire ; avec un numéro, "
            + "le plan de cette intervention, même s'il en a un.",
        "intervention": "Intervention (facultatif)", "assign": "Affecter", "changed": "Plans modifiés :",
    ]
}
