/// What is taken from the animal or the tank (PRO-56, PRO-185).
package enum Matrix: String, Codable, Sendable, CaseIterable {
    case blood, milk, skin
}

/// Analysis or test of a plan. The method is printed and sent to the laboratory; no rule but tuberculin's looks at it.
package enum TestMethod: String, Codable, Sendable, CaseIterable {
    /// Épreuve à l'antigène tamponné (brucellosis, blood).
    case bufferedAntigen = "EAT"
    /// ELISA, blood or milk.
    case elisa = "ELISA"
    /// Intradermotuberculination simple.
    case simpleSkin = "IDS"
    /// Intradermotuberculination comparative.
    case comparativeSkin = "IDC"
    /// Serology whose method the history does not say.
    case serology = "SER"
    /// Fixation du complément.
    case complementFixation = "FC"
}
