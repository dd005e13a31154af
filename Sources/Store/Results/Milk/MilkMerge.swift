import Kernel

/// A result that a later file of its dossier takes away, without another non-negative one in its place.
package struct RemovedNonNegative: Sendable, Hashable {
    package let holding: Int64
    package let holdingNumber: String
    package let disease: String
    package let interpretation: String
    package let dossier: String
    package let sampledOn: Day
}

extension Connection {
    /// Replaces the standing results of the dossiers that the file names (PRO-172, decision 20).
    /// Returns the non-negative results that go without another one in their place.
    package func replaceMilk(ofLaboratory laboratory: Int64, by run: Int64) throws -> [RemovedNonNegative] {
        let standing = try first(
            "SELECT 1 FROM milk_result WHERE laboratory_id = ? AND replaced_by IS NULL LIMIT 1", [.int(laboratory)]
        ) { $0.int(0) }
        guard standing != nil else { return [] }
        try script("DROP TABLE IF EXISTS in_replaced")
        try execute(
            """
            CREATE TEMP TABLE in_replaced AS
            SELECT DISTINCT m.id, m.holding_id, m.disease, m.interpretation, m.dossier, m.sampled_on
            FROM in_milk s CROSS JOIN milk_result m
            WHERE m.laboratory_id = \(laboratory) AND m.dossier = s.dossier AND m.replaced_by IS NULL
            """)
        let count = try execute(
            "UPDATE milk_result SET replaced_by = ? WHERE id IN (SELECT id FROM in_replaced)", [.int(run)])
        guard count > 0 else { return [] }
        try execute("INSERT INTO in_touched SELECT DISTINCT holding_id, disease, sampled_on FROM in_replaced")
        try script("DROP TABLE IF EXISTS in_non_negative")
        try execute(
            """
            CREATE TEMP TABLE in_non_negative AS SELECT dossier, holding_id, disease FROM in_milk
            WHERE interpretation <> 'NEG'
            """)
        return try all(
            """
            SELECT r.holding_id, h.number, r.disease, r.interpretation, r.dossier, r.sampled_on
            FROM in_replaced r JOIN holding h ON h.id = r.holding_id
            WHERE r.interpretation <> 'NEG' AND NOT EXISTS (SELECT 1 FROM in_non_negative s
                WHERE s.dossier = r.dossier AND s.holding_id = r.holding_id AND s.disease = r.disease)
            ORDER BY r.id
            """
        ) { row in
            RemovedNonNegative(
                holding: row.int(0), holdingNumber: row.text(1), disease: row.text(2), interpretation: row.text(3),
                dossier: row.text(4), sampledOn: row.day(5))
        }
    }

    /// Moves the staged lines that could be attached into the table; their ids follow `base`. Returns how many.
    package func insertStagedMilk(of run: ResultRun, laboratory: Int64, base: Int64) throws -> Int {
        try execute(
            """
            INSERT INTO milk_result (id, holding_id, disease, sampled_on, analysed_on, received_on, interpretation,
                laboratory_id, dossier, import_id, line)
            SELECT \(base) + n, holding_id, disease, sampled_on, analysed_on, \(dayLiteral(run.receivedOn)),
                interpretation,
                \(laboratory), dossier, \(run.id), line
            FROM in_milk WHERE holding_id IS NOT NULL ORDER BY n
            """)
    }

    /// Keeps what could not be read and what could not be attached (decision 4).
    package func insertStagedExceptions(of run: ResultRun, base: Int64) throws {
        let content = dialect.pick(sqlite: "CAST(content AS BLOB)", postgres: "convert_to(content, 'UTF8')")
        try execute(
            """
            INSERT INTO import_refused_line (import_id, part, line, raw, findings, non_negative)
            SELECT \(run.id), ?, line, \(content), findings, non_negative
            FROM in_exception WHERE kind = 'refused'
            ON CONFLICT (import_id, part, line) DO UPDATE SET findings = excluded.findings,
                non_negative = excluded.non_negative, state = 'open', resolved_by = NULL, resolved_at = NULL,
                resolution = NULL
            """, [.text(run.kind)])
        try execute(
            """
            INSERT INTO unattached_result (id, department, kind, import_id, line, facts, findings, non_negative)
            SELECT \(base) + n, COALESCE(department, CAST(? AS TEXT)), ?, \(run.id), line, content, findings, non_negative
            FROM in_exception WHERE kind = 'unattached'
            """, [.text(run.department), .text(run.kind)])
    }

    /// Staged lines that count nowhere and are not negative, by the department of what they name, else `department`.
    package func stagedNonNegativeExceptions(department: String) throws -> [String: Int] {
        let rows = try all(
            """
            SELECT d.department, count(*) FROM (SELECT COALESCE(department, CAST(? AS TEXT)) AS department
                FROM in_exception WHERE non_negative = 1) d GROUP BY d.department
            """, [.text(department)]
        ) { ($0.text(0), Int($0.int(1))) }
        return Dictionary(rows) { $0 + $1 }
    }

    /// A negative line that could not be attached is over once its dossier comes again; a non-negative one stays until
    /// someone has attached or dismissed it (decision 4).
    package func supersedeUnattached(by run: ResultRun) throws {
        let waiting = try first(
            """
            SELECT 1 FROM unattached_result WHERE department = ? AND non_negative = 0 AND state = 'open' AND kind = ?
                AND import_id <> \(run.id) LIMIT 1
            """, [.text(run.department), .text(run.kind)]
        ) { $0.int(0) }
        guard waiting != nil else { return }
        let dossier = dialect.pick(sqlite: "facts ->> 'dossier'", postgres: "CAST(facts AS JSONB) ->> 'dossier'")
        try execute(
            """
            UPDATE unattached_result SET state = 'replaced'
            WHERE state = 'open' AND kind = ? AND non_negative = 0 AND import_id <> \(run.id)
                AND import_id IN (SELECT id FROM import_run WHERE sender = ?)
                AND \(dossier) IN (SELECT dossier FROM in_milk UNION SELECT dossier FROM in_exception)
            """, [.text(run.kind), .text(run.sender)])
    }

    /// The campaigns that were executed, with their first days.
    package func executedCampaigns() throws -> [(id: Int64, startsOn: Day)] {
        try all("SELECT id, starts_on FROM campaign WHERE state IN ('executed', 'closed') ORDER BY id") {
            ($0.int(0), $0.day(1))
        }
    }

    /// The interventions that wait for the milk of the holdings touched, in campaigns that were executed.
    /// - Parameter windows: first and last day of the milk that counts for a campaign (PRO-300).
    package func interventionsTouchedByMilk(
        windows: [Int64: (first: Day, last: Day)]
    ) throws -> [ConcernedIntervention] {
        try execute("DELETE FROM in_window")
        for (campaign, days) in windows {
            try execute(
                "INSERT INTO in_window (campaign_id, first_on, last_on) VALUES (?, ?, ?)",
                [.int(campaign), .day(days.first), .day(days.last)])
        }
        return try all(
            """
            SELECT DISTINCT i.campaign_id, i.id, h.holding_id, p.disease, i.department,
                CASE WHEN c.state = 'closed' THEN 1 ELSE 0 END,
                CASE WHEN EXISTS (SELECT 1 FROM inspection_report r WHERE r.campaign_id = i.campaign_id
                    AND r.intervention_id = i.id AND r.invalidated_on IS NULL) THEN 1 ELSE 0 END, i.number
            FROM in_touched t JOIN herd h ON h.holding_id = t.holding_id
            JOIN intervention i ON i.herd_id = h.id AND i.state = 'planned'
            JOIN campaign c ON c.id = i.campaign_id
            JOIN in_window w ON w.campaign_id = c.id AND t.sampled_on >= w.first_on AND t.sampled_on <= w.last_on
            JOIN requested_plan p ON p.campaign_id = i.campaign_id AND p.intervention_id = i.id
                AND p.disease = t.disease AND p.matrix = 'milk'
            ORDER BY i.campaign_id, i.id, p.disease
            """, [], ConcernedIntervention.init)
    }

    /// Lines of the run that are not negative, one for each holding, disease and sign.
    package func nonNegativeMilk(ofStage limit: Int) throws -> [StagedNonNegative] {
        try all(
            """
            SELECT s.holding_id, h.number, h.department, s.disease, s.interpretation, min(s.dossier),
                min(s.sampled_on), max(s.sampled_on)
            FROM in_milk s JOIN holding h ON h.id = s.holding_id WHERE s.interpretation <> 'NEG'
            GROUP BY s.holding_id, h.number, h.department, s.disease, s.interpretation
            ORDER BY h.number, s.disease, s.interpretation LIMIT ?
            """, [.int(limit)]
        ) { row in
            StagedNonNegative(
                holding: row.int(0), holdingNumber: row.text(1), department: row.text(2), disease: row.text(3),
                interpretation: row.text(4), dossier: row.text(5), sampledOn: row.day(6), lastSampledOn: row.day(7))
        }
    }

    private func dayLiteral(_ day: Day) -> String {
        dialect.pick(sqlite: "'\(day)'", postgres: "DATE '\(day)'")
    }
}

package struct StagedNonNegative: Sendable, Hashable {
    package let holding: Int64
    package let holdingNumber: String
    package let department: String
    package let disease: String
    package let interpretation: String
    package let dossier: String
    package let sampledOn: Day
    package let lastSampledOn: Day
}

extension ConcernedIntervention {
    /// Campaign, intervention, holding, disease, department, closed, report, number.
    init(_ row: borrowing Row) {
        self.init(
            campaign: row.int(0), intervention: row.int(1), number: row.text(7), holding: row.int(2),
            disease: row.text(3), department: row.text(4), isClosed: row.flag(5), hasReport: row.flag(6))
    }
}
