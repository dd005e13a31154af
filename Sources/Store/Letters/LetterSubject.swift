import Kernel
import Prophylaxis

/// What a letter about one intervention may speak of: whose herd, whose veterinarian, what was asked and done.
package struct LetterSubject: Sendable, Hashable {
    package struct Veterinarian: Sendable, Hashable {
        package let name: String
        package let orderNumber: String
        /// Practice and address.
        package let lines: [String]
    }

    package struct Plan: Sendable, Hashable {
        package let disease: Disease
        package let matrix: Matrix
        package let laboratory: String?
    }

    /// The summary of a disease, as it was last computed.
    package struct State: Sendable, Hashable {
        package let disease: Disease
        package let requested: Int
        package let tested: Int
        package let startedOn: Day?

        package var missing: Int { max(0, requested - tested) }
    }

    package struct Letter: Sendable, Hashable {
        package let id: Int64
        package let kind: String
        package let writtenOn: Day
        package let sentOn: Day?
    }

    package struct Retest: Sendable, Hashable {
        package let orderedOn: Day
        package let notifiedOn: Day
        package let dueBy: Day
        package let matrix: Matrix
        /// Number of the second intervention, for blood.
        package let number: String?
    }

    /// The standing report, with the authority's standing follow-up on it.
    package struct Report: Sendable, Hashable {
        package let number: String
        package let issuedOn: Day
        package let factsDigest: String
        package let followUp: String?
        package let followUpOn: Day?
    }

    package let id: Int64
    package let number: String
    package let kind: InterventionRow.Kind
    package let herdCode: String
    package let herdName: String?
    package let holding: String
    package let holdingName: String
    package let keeper: String?
    package let address: [String]
    package let veterinarian: Veterinarian?
    package let plannedOn: Day?
    /// A report stands, or a decision of non-completion.
    package let isTreated: Bool
    /// Tuberculin was injected, and no report of it stands.
    package let unreportedInjection: Day?
    /// A sampling document was validated.
    package let hasDocument: Bool
    package internal(set) var plans: [Plan] = []
    package internal(set) var states: [State] = []
    package internal(set) var letters: [Letter] = []
    /// Laboratory of the serum bank that could not help, by disease.
    package internal(set) var serumRefusals: [Disease: String] = [:]
    package internal(set) var retest: Retest?
    /// Brucellosis results that are not negative: animal, result, day of sampling.
    package internal(set) var suspicions: [Suspicion] = []
    package internal(set) var report: Report?

    package struct Suspicion: Sendable, Hashable {
        /// Nil for bulk milk.
        package let animal: String?
        package let interpretation: String
        package let sampledOn: Day
    }

    package func plans(for disease: Disease) -> [Plan] { plans.filter { $0.disease == disease } }
}

extension LetterSubject {
    static let select = """
        SELECT i.id, i.number, i.kind, h.code, h.name, g.number, g.name, g.keeper, g.address, g.postcode, g.town,
            v.name, v.order_number, o.name, o.address, o.postcode, o.town, i.planned_on,
            EXISTS (SELECT 1 FROM inspection_report r WHERE r.campaign_id = i.campaign_id
                AND r.intervention_id = i.id AND r.invalidated_on IS NULL)
            OR EXISTS (SELECT 1 FROM non_completion n WHERE n.campaign_id = i.campaign_id
                AND n.intervention_id = i.id AND n.revoked_on IS NULL),
            (SELECT max(w.visited_on) FROM visit w WHERE w.campaign_id = i.campaign_id AND w.intervention_id = i.id
                AND w.kind = 'injection' AND w.retracted_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM tuberculin_report t WHERE t.campaign_id = w.campaign_id
                    AND t.intervention_id = w.intervention_id AND t.replaced_at IS NULL)),
            EXISTS (SELECT 1 FROM edition d WHERE d.campaign_id = i.campaign_id AND d.intervention_id = i.id
                AND d.state = 'validated')
        FROM intervention i
        JOIN herd h ON h.id = i.herd_id
        JOIN holding g ON g.id = h.holding_id
        LEFT JOIN veterinarian v ON v.id = i.veterinarian_id
        LEFT JOIN organisation o ON o.id = v.practice_id
        """

    init(_ row: borrowing Row) throws {
        id = row.int(0)
        number = row.text(1)
        kind = try row.code(2)
        herdCode = row.text(3)
        herdName = row.textOrNil(4)
        holding = row.text(5)
        holdingName = row.text(6)
        keeper = row.textOrNil(7)
        address = LetterSubject.lines([row.textOrNil(8)], row.textOrNil(9), row.textOrNil(10))
        if let name = row.textOrNil(11) {
            veterinarian = Veterinarian(
                name: name, orderNumber: row.text(12),
                lines: LetterSubject.lines(
                    [row.textOrNil(13), row.textOrNil(14)], row.textOrNil(15), row.textOrNil(16)))
        } else {
            veterinarian = nil
        }
        plannedOn = row.dayOrNil(17)
        isTreated = row.truth(18)
        unreportedInjection = row.dayOrNil(19)
        hasDocument = row.truth(20)
    }

    /// Lines of an address with its town last; what is blank is left out.
    private static func lines(_ first: [String?], _ postcode: String?, _ town: String?) -> [String] {
        let last = [postcode, town].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
        return (first.compactMap { $0 } + [last]).filter { !$0.isEmpty }
    }
}
