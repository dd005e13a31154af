extension FrenchFindings {
    /// Forms of the pages.
    static let forms: [String: FindingText] = [
        FormFinding.fieldMissing.rawValue: FindingText(
            "Il manque : {field}.", wayOut: "Complétez le formulaire, puis recommencez."),
        FormFinding.dayUnreadable.rawValue: FindingText(
            "« {value} » n'est pas une date.", wayOut: "Écrivez-la JJ/MM/AAAA : 15/02/2021."),
        FormFinding.filterRefused.rawValue: FindingText(
            "Le filtre « {field} » n'admet pas la valeur « {value} » : aucune liste n'est montrée.",
            wayOut: "Valeurs admises : {allowed}. Corrigez l'adresse, ou rouvrez la page sans ce filtre."),
        FormFinding.nothingTicked.rawValue: FindingText(
            "Aucun bovin n'est coché.", wayOut: "Cochez ceux dont il s'agit, puis recommencez."),
    ]
}
