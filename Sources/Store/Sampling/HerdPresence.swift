import Kernel
import Prophylaxis

/// For which day the animals of a herd are looked up.
package enum ReferenceDay: Sendable, Hashable {
    /// The intervention's planned visit; `otherwise` where none is planned (PRO-122).
    case plannedVisit(otherwise: Day)
    case day(Day)
    /// The one that the intervention's draft edition was made for.
    case ofDraft

    package func day(of subject: DocumentSubject) -> Day? {
        switch self {
        case .plannedVisit(let otherwise): subject.plannedOn ?? otherwise
        case .day(let day): day
        case .ofDraft: subject.draft?.referenceDate
        }
    }

    /// An expression over intervention `i` (and its draft `d`), with its arguments.
    fileprivate var expression: (sql: String, arguments: [SQLValue]) {
        switch self {
        case .plannedVisit(let otherwise): ("COALESCE(i.planned_on, ?)", [.day(otherwise)])
        case .day(let day): ("?", [.day(day)])
        case .ofDraft: ("d.reference_date", [])
        }
    }
}

/// An animal of a herd on the reference date.
package struct PresentAnimal: Sendable {
    package let id: Int64
    package let facts: SamplingSelection.Candidate

    package init(id: Int64, facts: SamplingSelection.Candidate) {
        self.id = id
        self.facts = facts
    }
}

extension Connection {
    /// The animals in the herds of these interventions on the reference date, in ascending order of intervention and
    /// animal: one statement, streamed.
    ///
    /// Present: a herd assignment that is not retracted, begun on or before the day and not ended on it, of an animal
    /// that did not die before. Birth is the earliest day it can be. The tables are joined in this order so that
    /// SQLite follows the keys and never sorts.
    package func eachPresentAnimal(
        campaign: Int64, _ filter: InterventionFilter, on reference: ReferenceDay,
        _ body: (_ intervention: Int64, PresentAnimal) throws -> Void
    ) throws {
        let condition = filter.condition(on: "i.id")
        let day = reference.expression
        let sampled = try otherSample(in: campaign)
        let join = dialect.pick(sqlite: "CROSS JOIN", postgres: "JOIN")
        let draft =
            reference == .ofDraft
            ? """
            \(join) edition d ON d.campaign_id = i.campaign_id AND d.intervention_id = i.id AND d.state = 'draft'
            """ : ""
        // Overlapping assignments of one herd: an animal is there once, as its latest one says.
        var pending: (intervention: Int64, animal: PresentAnimal)?
        try rows(
            """
            SELECT i.id, a.id, a.number, a.sex, a.birth_date, a.birth_precision, s.introduced_on, \(sampled)
            FROM intervention i \(draft)
            \(join) herd_assignment s ON s.herd_id = i.herd_id
            \(join) animal a ON a.id = s.animal_id
            WHERE i.campaign_id = ? AND \(condition.sql) AND s.retracted_at IS NULL
                AND s.since <= \(day.sql) AND (s.until IS NULL OR s.until > \(day.sql))
                AND (a.dead_on IS NULL OR a.dead_on > \(day.sql))
            ORDER BY i.id, s.animal_id, s.since
            """, [.int(campaign)] + condition.arguments + day.arguments + day.arguments + day.arguments
        ) { row in
            let intervention = row.int(0)
            let animal = PresentAnimal(id: row.int(1), facts: row.candidate)
            if let done = pending, (done.intervention, done.animal.id) != (intervention, animal.id) {
                try body(done.intervention, done.animal)
            }
            pending = (intervention, animal)
        }
        if let pending { try body(pending.intervention, pending.animal) }
    }

    /// Animals of these herds with a blood result of the campaign for a disease that the intervention does not ask for.
    ///
    /// From the herd's animals to their results: left to itself, SQLite reads all the campaign's results for each herd.
    package func sampledForAnotherPlan(
        campaign: Int64, _ filter: InterventionFilter
    ) throws -> [(intervention: Int64, animal: Int64)] {
        let condition = filter.condition(on: "i.id")
        return try all(
            """
            SELECT DISTINCT i.id, r.animal_id
            FROM intervention i JOIN herd_assignment s ON s.herd_id = i.herd_id
                CROSS JOIN blood_result r
            WHERE i.campaign_id = ? AND \(condition.sql) AND r.animal_id = s.animal_id
                AND +r.campaign_id = i.campaign_id AND r.replaced_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM requested_plan p WHERE p.campaign_id = i.campaign_id
                    AND p.intervention_id = i.id AND p.matrix = 'blood' AND p.disease = r.disease)
            """, [.int(campaign)] + condition.arguments
        ) { (intervention: $0.int(0), animal: $0.int(1)) }
    }

    /// Whether animal `a` was sampled in the campaign for a disease that is not in it (PRO-130, first criterion). Most
    /// campaigns have no such sample, and then no animal is asked.
    private func otherSample(in campaign: Int64) throws -> String {
        let any = try first(
            "SELECT 1 FROM other_sample WHERE campaign_id = ? LIMIT 1", [.int(campaign)], { $0.int(0) })
        guard any != nil else { return "0" }
        return """
            CASE WHEN EXISTS (SELECT 1 FROM other_sample o
                WHERE o.campaign_id = i.campaign_id AND o.animal_id = a.id) THEN 1 ELSE 0 END
            """
    }
}

extension Row {
    /// Columns 2 to 7 of `eachPresentAnimal`.
    fileprivate var candidate: SamplingSelection.Candidate {
        let precision = BirthDate.Precision(rawValue: Int(int(5))) ?? .day
        return SamplingSelection.Candidate(
            animal: text(2), sex: withUTF8(3) { $0.first == UInt8(ascii: "M") } ? .male : .female,
            birthDate: precision == .day ? day(4) : BirthDate(day(4), precision: precision).earliest,
            enteredOn: dayOrNil(6), sampledForOtherDisease: flag(7))
    }
}
