/// What somebody told about a herd.
package enum HerdNoteKind: String, Codable, Sendable, CaseIterable {
    /// It ceases (PRO-25).
    case cessation
    /// It has cattle for a part of the year only (PRO-148).
    case partYear = "part-year"
    /// Epidemiological enquiry: the authority's, never delegated (PRO-207).
    case enquiry
    case other
}

/// Who told it.
package enum HerdNoteSource: String, Codable, Sendable, CaseIterable {
    case keeper, veterinarian, identification, authority
}
