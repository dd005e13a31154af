import Kernel
import Prophylaxis

/// A tuberculin report as it is stored (PRO-178, PRO-312).
package struct NewTuberculinReport: Sendable {
    package let campaign: Int64
    package let intervention: Int64
    package let id: Int64
    package let method: String
    package let injectedOn: Day
    package let receivedOn: Day
    package var readOn: Day?
    package var subjective: Bool?
    package var approvedModel = true
    package var incomplete = false
    package var consistent = true
    package var counts = TuberculinCount.Descriptors()
    package var veterinarian: Int64?
    package var run: Int64?
    package var comment: String?

    package init(
        id: Int64, in intervention: (campaign: Int64, id: Int64), method: String, injectedOn: Day, receivedOn: Day
    ) {
        self.id = id
        (campaign, self.intervention) = intervention
        self.method = method
        self.injectedOn = injectedOn
        self.receivedOn = receivedOn
    }
}

/// An animal of a report that is named one by one.
package struct NewTuberculinAnimal: Sendable {
    package let number: String
    package let animal: Int64?
    package let outcome: String
    package let reason: String?
    package let comment: String?

    package init(number: String, animal: Int64?, outcome: String, reason: String?, comment: String?) {
        self.number = number
        self.animal = animal
        self.outcome = outcome
        self.reason = reason
        self.comment = comment
    }
}

/// What a report that another one replaces said of animals that are not negative.
package struct ReplacedTuberculin: Sendable, Hashable {
    /// By its counts, or by the animals that it names.
    package let isNonNegative: Bool
    package let animals: [String]
}

extension Connection {
    /// Stores a report; the standing one of the same injection day is replaced. Returns whether that one said something
    /// that is not negative.
    package func store(
        _ report: NewTuberculinReport, _ animals: [NewTuberculinAnimal], by who: (actor: String, at: String)
    ) throws -> ReplacedTuberculin {
        let key: [SQLValue] = [.int(report.campaign), .int(report.intervention)]
        let former = try standingNonNegatives(key + [.day(report.injectedOn)])
        try execute(
            """
            UPDATE tuberculin_report SET replaced_at = ?
            WHERE campaign_id = ? AND intervention_id = ? AND injected_on = ? AND replaced_at IS NULL
            """, [.text(who.at)] + key + [.day(report.injectedOn)])
        try insert(report, by: who.actor)
        for animal in animals {
            try execute(
                """
                INSERT INTO tuberculin_animal (campaign_id, intervention_id, report_id, number, animal_id, outcome,
                    reason,
                    comment)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (campaign_id, intervention_id, report_id, number) DO UPDATE
                SET outcome = excluded.outcome, reason = excluded.reason, comment = excluded.comment
                """,
                key + [
                    .int(report.id), .text(animal.number), .intOrNull(animal.animal), .text(animal.outcome),
                    .textOrNull(animal.reason), .textOrNull(animal.comment),
                ])
        }
        try execute(
            """
            INSERT INTO visit (campaign_id, intervention_id, visited_on, kind, source, recorded_by)
            VALUES (?, ?, ?, 'injection', 'results', ?)
            ON CONFLICT (campaign_id, intervention_id, visited_on, kind) DO NOTHING
            """, key + [.day(report.injectedOn), .text(who.actor)])
        return former
    }

    /// - Parameter key: campaign, intervention, day of injection.
    private func standingNonNegatives(_ key: [SQLValue]) throws -> ReplacedTuberculin {
        let counted = try count(
            """
            SELECT count(*) FROM tuberculin_report WHERE campaign_id = ? AND intervention_id = ? AND injected_on = ?
                AND replaced_at IS NULL AND COALESCE(nadids, 0) + COALESCE(npidsp, 0) + COALESCE(nagdidctub, 0)
                    + COALESCE(napdidctub, 0) + COALESCE(npidc, 0) > 0
            """, key)
        let animals = try all(
            """
            SELECT n.number FROM tuberculin_report r JOIN tuberculin_animal n ON n.campaign_id = r.campaign_id
                AND n.intervention_id = r.intervention_id AND n.report_id = r.id AND n.outcome <> 'untested'
            WHERE r.campaign_id = ? AND r.intervention_id = ? AND r.injected_on = ? AND r.replaced_at IS NULL
            ORDER BY n.number
            """, key
        ) { $0.text(0) }
        return ReplacedTuberculin(isNonNegative: counted > 0 || !animals.isEmpty, animals: animals)
    }

    private func insert(_ report: NewTuberculinReport, by actor: String) throws {
        let counts = report.counts
        try execute(
            """
            INSERT INTO tuberculin_report (campaign_id, intervention_id, id, method, injected_on, read_on, received_on,
                keep_until, subjective, approved_model, incomplete, consistent, ntids, nnidsn, nadids, npidsp, ntidc,
                nnidc, nagdidctub, napdidctub, npidc, veterinarian_id, import_id, entered_by, comment)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .int(report.campaign), .int(report.intervention), .int(report.id), .text(report.method),
                .day(report.injectedOn), .dayOrNull(report.readOn), .day(report.receivedOn),
                .day(ResultDeadlines.tuberculinKeptUntil(receivedOn: report.receivedOn)), SQLValue(report.subjective),
                .flag(report.approvedModel), .flag(report.incomplete), .flag(report.consistent),
                .intOrNull(counts.testedSimple), .intOrNull(counts.negativeSimple), .intOrNull(counts.doubtfulSimple),
                .intOrNull(counts.positiveSimple), .intOrNull(counts.testedComparative),
                .intOrNull(counts.negativeComparative), .intOrNull(counts.largeDoubtfulComparative),
                .intOrNull(counts.smallDoubtfulComparative), .intOrNull(counts.positiveComparative),
                .intOrNull(report.veterinarian), .intOrNull(report.run), .text(actor), .textOrNull(report.comment),
            ])
    }

    package func veterinarianID(orderNumber: String) throws -> Int64? {
        try first("SELECT id FROM veterinarian WHERE order_number = ?", [.text(orderNumber)]) { $0.int(0) }
    }

    /// A result that waits for its place.
    package func keepUnattached(
        id: Int64, _ kind: String, of run: ResultRun, in department: String, line: Int,
        said: (facts: String, findings: String),
        nonNegative: Bool
    ) throws {
        try execute(
            """
            INSERT INTO unattached_result (id, department, kind, import_id, line, facts, findings, non_negative)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .int(id), .text(department), .text(kind), .int(run.id), .int(line), .text(said.facts),
                .text(said.findings), .flag(nonNegative),
            ])
    }
}
