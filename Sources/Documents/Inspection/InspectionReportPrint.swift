import Kernel

/// An inspection report (*rapport d'inspection*, RI) with all that stands on it (PRO-10, PRO-269 to PRO-276,
/// decision 22). Values and reasons were decided before; a printed report is never changed, only replaced.
package struct InspectionReportPrint: Hashable, Sendable {
    /// Value of the report (PRO-271).
    package enum Value: String, Hashable, Sendable, Codable, CaseIterable {
        case a = "A"
        case b = "B"
        case c = "C"
        case notAssessable = "PE"
    }

    /// Unique identifier, the same for all versions.
    package var number: String
    /// From 1.
    package var version: Int
    /// The version that this one replaces.
    package var replaces: ReplacedVersion?
    /// Day of issue, which is the day of creation (PRO-273).
    package var issued: Day
    /// The recognised body that issues it, e.g. the regional federation with its section.
    package var issuer: Party
    package var inspector: String
    /// The inspected object: one intervention with its herd.
    package var head: InterventionHead
    /// Facts on the object, e.g. `Première visite` – `12/11/2026`.
    package var facts: [ReportedFact]
    package var value: Value
    /// One for each disease, programmed or not.
    package var evaluations: [ReportedEvaluation]
    /// What led to the value, a sentence each, with its facts and dates.
    package var reasons: [String]
    /// Articles breached, in the version in force.
    package var articles: [String]
    package var letters: [SentLetter]
    package var comment: String?
    /// Set on a copy of a version that is no longer valid.
    package var invalidated: Invalidation?
    /// What would be issued, for looking at: marked as such, without its number.
    package var isDraft = false

    package init(
        number: String, version: Int = 1, replaces: ReplacedVersion? = nil, issued: Day, issuer: Party,
        inspector: String, head: InterventionHead, facts: [ReportedFact] = [], value: Value,
        evaluations: [ReportedEvaluation], reasons: [String] = [], articles: [String] = [],
        letters: [SentLetter] = [], comment: String? = nil, invalidated: Invalidation? = nil
    ) {
        self.number = number
        self.version = version
        self.replaces = replaces
        self.issued = issued
        self.issuer = issuer
        self.inspector = inspector
        self.head = head
        self.facts = facts
        self.value = value
        self.evaluations = evaluations
        self.reasons = reasons
        self.articles = articles
        self.letters = letters
        self.comment = comment
        self.invalidated = invalidated
    }
}

/// The version that a report replaces, and why.
package struct ReplacedVersion: Hashable, Sendable, Codable {
    package var version: Int
    package var issued: Day
    package var reason: String

    package init(version: Int, issued: Day, reason: String) {
        self.version = version
        self.issued = issued
        self.reason = reason
    }
}

/// When and why a report stopped being valid.
package struct Invalidation: Hashable, Sendable, Codable {
    package var day: Day
    package var reason: String

    package init(day: Day, reason: String) {
        self.day = day
        self.reason = reason
    }
}

/// A named fact.
package struct ReportedFact: Hashable, Sendable, Codable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// The evaluation of one disease. NE and AR cannot be printed: a report exists only when all are final (PRO-269).
package struct ReportedEvaluation: Hashable, Sendable, Codable {
    package enum Value: String, Hashable, Sendable, Codable, CaseIterable {
        case a = "A"
        case b = "B"
        case c = "C"
        case notObserved = "PO"
        case withoutObject = "SO"
        case notDelegated = "ND"
    }

    package var disease: String
    package var value: Value
    /// What stands beside it, e.g. `18 demandés, 17 analysés, 17 négatifs`.
    package var facts: String
    package var comment: String?

    package init(disease: String, value: Value, facts: String = "", comment: String? = nil) {
        self.disease = disease
        self.value = value
        self.facts = facts
        self.comment = comment
    }
}

/// A letter that was sent before the report.
package struct SentLetter: Hashable, Sendable, Codable {
    package var day: Day
    package var title: String
    package var reference: String?

    package init(day: Day, title: String, reference: String? = nil) {
        self.day = day
        self.title = title
        self.reference = reference
    }
}
