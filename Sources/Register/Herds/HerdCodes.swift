/// Class of a herd (*atelier*, unité d'activité): what programmes select herds by (PRO-04, PRO-68, PRO-70).
package enum HerdClass: String, Codable, Sendable, CaseIterable {
    case dairy
    case beef
    /// Engraissement en bâtiment.
    case fatteningIndoor = "fattening-indoor"
    /// Engraissement dérogatoire: keeps its status without prophylaxis (PRO-76).
    case fatteningDerogatory = "fattening-derogatory"
    /// Manade.
    case bullRanch = "bull-ranch"
    /// Estive collective.
    case summerPasture = "summer-pasture"
    /// Sélection de veau.
    case vealSelection = "veal-selection"
    /// Centre de reproduction agréé.
    case approvedBreeding = "approved-breeding"
}

/// Zootechnical orientation of a herd (PRO-42).
package enum HerdOrientationCode: String, Codable, Sendable, CaseIterable {
    case dairy, beef, mixed, none
}

/// Where a herd's milk goes: nowhere, to a dairy (bulk-milk analyses are possible), or straight to consumers (PRO-52).
package enum MilkDelivery: String, Codable, Sendable, CaseIterable {
    case none, dairy, direct
}

/// Dated facts that the authority sets on a herd (PRO-59, PRO-63, PRO-78, PRO-79; decision 6).
package enum AuthorisationKind: String, Codable, Sendable, CaseIterable {
    /// Dérogation au contrôle sérologique: bulk milk instead of blood.
    case bloodTestExemption = "blood-test-exemption"
    /// Vente de lait cru: seen only with the food-safety right (PRO-53).
    case rawMilkSale = "raw-milk-sale"
    /// Délégation prophylaxie bovine, one for each disease.
    case delegation
    /// Suspended or dequalified for administrative reasons, or being qualified.
    case suspension
    case infection
    /// Repeuplé après abattage total.
    case repopulated
    case contactZone = "contact-zone"
    case specificRisk = "specific-risk"
    /// Protocole de requalification: not in the campaign.
    case requalification
    case fatteningDerogation = "fattening-derogation"
    case approvedBreeding = "approved-breeding"
    /// Officiellement indemne dérogataire: a qualification for brucellosis or leukosis that frees from prophylaxis
    /// (PRO-24).
    case officiallyFreeDerogation = "officially-free-derogation"
}
