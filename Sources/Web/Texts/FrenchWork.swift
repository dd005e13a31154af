extension FrenchTexts {
    static let work = [
        "file": "fichier",
        "lines": "lignes", "line": "ligne", "csv": "Télécharger (CSV)", "none": "Cette liste est vide.",
        "intervention": "Intervention", "holding": "Exploitation", "disease": "Maladie", "detail": "Détail",
        "since": "Depuis", "due": "Limite", "for": "Pour", "action": "À faire", "authority": "DD(CS)PP",
        "delegate": "délégataire", "previous": "Lignes précédentes", "next": "Lignes suivantes",
        "close": "Clore l'alerte", "reason": "Motif", "dismiss": "sans suite à donner", "followUp": "Suivi",
        "letters": "Écrire les courriers", "attach": "Rattacher à l'intervention", "number": "N° d'intervention",
        "dismissResult": "Écarter le résultat",
    ]
}
