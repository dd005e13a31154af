/// The criteria of a campaign's set-up. A copied campaign is not executed before each was looked at again
/// (PRO-72, PRO-81; 3.6).
package enum SetupCriterion: String, Codable, Sendable, CaseIterable {
    case dates
    /// Diseases delegated (PRO-63).
    case diseases
    /// Herd classes (PRO-68, PRO-70).
    case classes
    /// Herds named one by one: included, excluded (PRO-78, PRO-79).
    case herds
    /// Screening rhythm of the communes (PRO-73).
    case screening
    /// Methods and matrices (PRO-74).
    case tests
    case tuberculin
    case milk
    case laboratories
    case sampling
    case documents
    /// Status, evaluation, reminders, deadlines.
    case assessment = "follow-up"
}
