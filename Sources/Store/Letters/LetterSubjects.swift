import Kernel
import Prophylaxis

extension Connection {
    /// The planned interventions that the filter names, of all kinds, in order of number; one query a kind of fact.
    package func letterSubjects(of campaign: Int64, _ filter: InterventionFilter) throws -> [LetterSubject] {
        let condition = filter.condition(on: "i.id")
        var subjects = try all(
            """
            \(LetterSubject.select)
            WHERE i.campaign_id = ? AND \(condition.sql) AND i.state = 'planned'
            ORDER BY i.number
            """, [.int(campaign)] + condition.arguments
        ) { try LetterSubject($0) }
        let positions = Dictionary(uniqueKeysWithValues: subjects.enumerated().map { ($1.id, $0) })
        try eachFact(campaign, filter) { id, change in
            if let position = positions[id] { change(&subjects[position]) }
        }
        return subjects
    }

    private typealias Change = (Int64, (inout LetterSubject) -> Void) throws -> Void

    private func eachFact(_ campaign: Int64, _ filter: InterventionFilter, _ change: Change) throws {
        try eachPlan(campaign, filter, change)
        try eachLetter(campaign, filter, change)
        try eachSerumRefusal(campaign, filter, change)
        try eachRetest(campaign, filter, change)
        try eachSuspicion(campaign, filter, change)
        try eachReport(campaign, filter, change)
    }

    private func eachPlan(_ campaign: Int64, _ filter: InterventionFilter, _ change: Change) throws {
        let condition = filter.condition(on: "p.intervention_id")
        try rows(
            """
            SELECT p.intervention_id, p.disease, p.matrix, o.name
            FROM requested_plan p LEFT JOIN organisation o ON o.id = p.laboratory_id
            WHERE p.campaign_id = ? AND \(condition.sql) ORDER BY p.intervention_id, p.disease, p.matrix
            """, [.int(campaign)] + condition.arguments
        ) { row in
            let plan = LetterSubject.Plan(
                disease: try row.code(1), matrix: try row.code(2), laboratory: row.textOrNil(3))
            try change(row.int(0)) { $0.plans.append(plan) }
        }
        let states = filter.condition(on: "s.intervention_id")
        try rows(
            """
            SELECT s.intervention_id, s.disease, s.requested, s.tested, s.started_on FROM disease_state s
            WHERE s.campaign_id = ? AND \(states.sql) ORDER BY s.intervention_id, s.disease
            """, [.int(campaign)] + states.arguments
        ) { row in
            let state = LetterSubject.State(
                disease: try row.code(1), requested: Int(row.int(2)), tested: Int(row.int(3)),
                startedOn: row.dayOrNil(4))
            try change(row.int(0)) { $0.states.append(state) }
        }
    }

    private func eachLetter(_ campaign: Int64, _ filter: InterventionFilter, _ change: Change) throws {
        let condition = filter.condition(on: "intervention_id")
        try rows(
            """
            SELECT intervention_id, id, kind, written_on, sent_on FROM letter
            WHERE campaign_id = ? AND \(condition.sql) ORDER BY intervention_id, written_on, id
            """, [.int(campaign)] + condition.arguments
        ) { row in
            let letter = LetterSubject.Letter(
                id: row.int(1), kind: row.text(2), writtenOn: row.day(3), sentOn: row.dayOrNil(4))
            try change(row.int(0)) { $0.letters.append(letter) }
        }
    }

    /// The latest request to a serum bank, where it is impossible.
    private func eachSerumRefusal(_ campaign: Int64, _ filter: InterventionFilter, _ change: Change) throws {
        let condition = filter.condition(on: "q.intervention_id")
        try rows(
            """
            SELECT q.intervention_id, q.disease, COALESCE(q.answer, ''), COALESCE(o.name, '')
            FROM serum_request q LEFT JOIN organisation o ON o.id = q.laboratory_id
            WHERE q.campaign_id = ? AND \(condition.sql) ORDER BY q.intervention_id, q.id
            """, [.int(campaign)] + condition.arguments
        ) { row in
            let (disease, isImpossible) = (try row.code(1, as: Disease.self), row.text(2) == "impossible")
            let laboratory = row.text(3)
            try change(row.int(0)) { $0.serumRefusals[disease] = isImpossible ? laboratory : nil }
        }
    }

    private func eachRetest(_ campaign: Int64, _ filter: InterventionFilter, _ change: Change) throws {
        let condition = filter.condition(on: "t.intervention_id")
        try rows(
            """
            SELECT t.intervention_id, t.ordered_on, t.notified_on, t.due_by, t.matrix, i.number
            FROM retest t LEFT JOIN intervention i ON i.campaign_id = t.campaign_id AND i.id = t.retest_intervention_id
            WHERE t.campaign_id = ? AND \(condition.sql) AND t.state = 'ordered' AND t.due_by IS NOT NULL
            ORDER BY t.intervention_id, t.id
            """, [.int(campaign)] + condition.arguments
        ) { row in
            let retest = LetterSubject.Retest(
                orderedOn: row.day(1), notifiedOn: row.dayOrNil(2) ?? row.day(1), dueBy: row.day(3),
                matrix: try row.code(4), number: row.textOrNil(5))
            try change(row.int(0)) { $0.retest = retest }
        }
    }

    /// Brucellosis alone: the other diseases have no retest in this programme.
    private func eachSuspicion(_ campaign: Int64, _ filter: InterventionFilter, _ change: Change) throws {
        let condition = filter.condition(on: "i.id")
        try rows(
            """
            SELECT i.id, a.number, COALESCE(b.decision, b.interpretation), b.sampled_on
            FROM intervention i
            JOIN blood_result b ON b.campaign_id = i.campaign_id AND b.intervention_id = i.id AND b.disease = 'BRU'
            JOIN animal a ON a.id = b.animal_id
            WHERE i.campaign_id = ? AND \(condition.sql) AND b.replaced_at IS NULL
                AND b.interpretation IS NOT NULL AND b.interpretation NOT IN ('NEG', 'ABS', 'IN_ITPBLE')
            UNION ALL
            SELECT i.id, NULL, m.interpretation, m.sampled_on
            FROM intervention i
            JOIN campaign c ON c.id = i.campaign_id
            JOIN herd h ON h.id = i.herd_id
            JOIN requested_plan p ON p.campaign_id = i.campaign_id AND p.intervention_id = i.id
                AND p.disease = 'BRU' AND p.matrix = 'milk'
            JOIN milk_result m ON m.holding_id = h.holding_id AND m.disease = 'BRU' AND m.replaced_by IS NULL
                AND m.sampled_on BETWEEN c.starts_on AND c.ends_on
            WHERE i.campaign_id = ? AND \(condition.sql) AND m.interpretation NOT IN ('NEG', 'ABS')
            ORDER BY 1, 4, 2
            """, [.int(campaign)] + condition.arguments + [.int(campaign)] + condition.arguments
        ) { row in
            let suspicion = LetterSubject.Suspicion(
                animal: row.textOrNil(1), interpretation: row.text(2), sampledOn: row.day(3))
            try change(row.int(0)) { $0.suspicions.append(suspicion) }
        }
    }

    private func eachReport(_ campaign: Int64, _ filter: InterventionFilter, _ change: Change) throws {
        let condition = filter.condition(on: "r.intervention_id")
        try rows(
            """
            SELECT r.intervention_id, r.number, r.issued_on, r.facts_digest, f.code, f.decided_on
            FROM inspection_report r LEFT JOIN follow_up f ON f.report_id = r.id AND f.replaced_at IS NULL
            WHERE r.campaign_id = ? AND \(condition.sql) AND r.invalidated_on IS NULL AND r.value IN ('B', 'C')
            ORDER BY r.intervention_id
            """, [.int(campaign)] + condition.arguments
        ) { row in
            let report = LetterSubject.Report(
                number: row.text(1), issuedOn: row.day(2), factsDigest: row.text(3), followUp: row.textOrNil(4),
                followUpOn: row.dayOrNil(5))
            try change(row.int(0)) { $0.report = report }
        }
    }
}
