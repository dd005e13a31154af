extension FrenchFindings {
    /// Forms of the pages.
    static let forms: [String: FindingText] = [
        FormFinding.fieldMissing.rawValue: FindingText(
            "Il manque : {field}.", wayOut: "Complétez le formulaire, puis recommencez."),
        FormFinding.nothingTicked.rawValue: FindingText(
            "Aucun bovin n'est coché.", wayOut: "Cochez ceux dont il s'agit, puis recommencez."),
    ]
}
