extension FrenchTexts {
    static let work = [
        "intervention": "Intervention",
        "holding": "Exploitation",
        "disease": "Maladie",
        "detail": "Détail",
        "since": "Depuis",
        "due": "Au plus tard",
        "audience": "Pour",
        "action": "À faire",
    ]
}
