import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

/// The history of earlier campaigns (decision 18).
@Suite("Import of a history") struct HistoryImportTests {
    @Test(
        "PRO-276, PRO-288: a history becomes closed campaigns with plans, states, reports, follow-ups and documents",
        arguments: Engine.allCases)
    func imports(engine: Engine) async throws {
        try await withRegister(engine) { register in
            try await register.importing(RegisterCase.base)
            let outcome = try await register.importingHistory(RegisterCase.lastYear)
            #expect(outcome.refusals == [])
            #expect(outcome.state == .accepted)
            #expect(outcome.warnings == ["history-file-missing"])
            for (sql, expected) in [
                (
                    "SELECT name || ' ' || prophylaxis_year || ' ' || state || ' ' || starts_on FROM campaign",
                    ["PB 2026 closed 2025-10-01"]
                ),
                (
                    "SELECT number || ' ' || kind || ' ' || origin FROM intervention ORDER BY number",
                    ["H1 main history", "H2 main history", "H3 retest history"]
                ),
                (
                    """
                    SELECT p.number FROM intervention i JOIN intervention p ON p.id = i.parent_id ORDER BY i.number
                    """, ["H1"]
                ),
                ("SELECT visited_on FROM visit ORDER BY visited_on", ["2025-11-20", "2025-11-23", "2026-01-10"]),
                ("SELECT code FROM non_completion", ["DECNR_AA"]),
                (
                    "SELECT disease || ' ' || method FROM requested_plan ORDER BY disease",
                    ["BRU SER", "LEU ELISA", "TUB IDC"]
                ),
                ("SELECT due_month FROM requested_plan WHERE matrix = 'milk'", ["2026-02-01"]),
                (
                    "SELECT disease || ' ' || status || ' ' || tested FROM disease_state ORDER BY disease",
                    ["BRU SA 1", "LEU AS 38", "TUB SO 0"]
                ),
                (
                    "SELECT disease || ' ' || value FROM evaluation ORDER BY disease", ["BRU A", "LEU C", "TUB SO"]
                ),
                (
                    """
                    SELECT version || ' ' || value || ' ' || CASE WHEN invalidated_on IS NULL THEN 'vaut' ELSE '' END
                    FROM inspection_report ORDER BY version
                    """, ["1 B ", "2 C vaut"]
                ),
                (
                    "SELECT f.code FROM follow_up f JOIN inspection_report r ON r.id = f.report_id AND r.version = 2 "
                        + "WHERE f.replaced_at IS NULL", ["MED"]
                ),
                ("SELECT request_trace FROM edition WHERE number = 1", ["document DAP7, bovins : 40"]),
                (
                    "SELECT CAST(b.size AS TEXT) FROM edition e JOIN blob b ON b.digest = e.document_digest",
                    ["13"]
                ),
            ] {
                #expect(try await register.texts(sql) == expected, "\(sql)")
            }
        }
    }

    @Test("Decision 18: the same history again changes nothing", arguments: Engine.allCases)
    func again(engine: Engine) async throws {
        try await withRegister(engine) { register in
            try await register.importing(RegisterCase.base)
            try await register.importingHistory(RegisterCase.lastYear)
            let before = try await everything(register)
            #expect(try await register.importingHistory(RegisterCase.lastYear).state == .unchanged)
            // The same lines in another bundle meet what they brought.
            let later = try await register.importingHistory(RegisterCase.lastYear, extracted: "2026-11-20")
            #expect(later.state == .accepted)
            #expect(try await everything(register) == before)
        }
    }

    private func everything(_ register: RegisterCase) async throws -> [String] {
        var counts: [String] = []
        for table in [
            "campaign", "intervention", "requested_plan", "visit", "non_completion", "evaluation", "disease_state",
            "inspection_report", "follow_up", "edition",
        ] {
            counts += try await register.texts("SELECT '\(table) ' || count(*) FROM \(table)")
        }
        return counts + (try await register.texts("SELECT CAST(id AS TEXT) FROM inspection_report ORDER BY id"))
    }

    /// Table, line, and the code that refuses it.
    private static let faults: [(table: String, line: String, refusal: String)] = [
        ("interventions", "H1;2025-2026;2025-10-01;2026-04-30;99001002;A;main;;;;", "duplicate-key"),
        ("interventions", "H9;2025-2026;2025-10-01;2026-04-30;99001009;A;main;;;;", "holding-unknown"),
        ("interventions", "H9;2025-2026;2025-10-01;2026-04-30;99001001;Z;main;;;;", "herd-unknown"),
        ("interventions", "H9;2026-2027;2026-10-01;2027-04-30;99001001;A;main;;;;", "history-campaign-open"),
        ("interventions", "H9;2025-2026;2025-10-02;2026-04-30;99001001;A;retest;H1;;;", "history-campaign-differs"),
        ("interventions", "H9;zone;2025-10-01;2026-04-30;99001001;A;retest;H1;;;", "history-campaign-differs"),
        ("interventions", "H9;2025-2026;2025-10-01;2026-04-30;99001001;A;main;;;;", "history-second-main"),
        ("interventions", "H9;2025-2026;2025-10-01;2026-04-30;99001001;A;retest;H8;;;", "history-parent"),
        ("interventions", "H9;2024-2025;2024-10-01;2025-04-30;99001001;A;main;H1;;;", "history-parent"),
        ("test-plans", "H9;BRU;EAT;blood;;;;;", "history-intervention-unknown"),
        ("test-plans", "H2;BRU;EAT;blood;LDA;;;;", "organisation-unknown"),
        ("evaluations", "H1;BRU;B;AA;;;;", "duplicate-key"),
        ("reports", "RI-1;3;H2;A;2026-05-02;OPI;;", ""),
        ("reports", "RI-2;2;H1;A;2026-05-02;OPI;;", "duplicate-key"),
        ("reports", "RI-2;3;H1;A;2026-05-12;OPI;;", "history-report-standing"),
        ("follow-ups", "H2;AVERT;2026-05-15;", "history-report-missing"),
        ("documents", "DAP9;1;H1;;;;;", "duplicate-key"),
    ]

    @Test("A line that cannot be is refused with its finding, the rest counts", arguments: Engine.allCases)
    func faultyLines(engine: Engine) async throws {
        for fault in Self.faults {
            try await withRegister(engine) { register in
                try await register.importing(RegisterCase.base)
                var tables = RegisterCase.lastYear
                tables[fault.table, default: []].append(fault.line)
                let outcome = try await register.importingHistory(tables)
                let codes = outcome.refusedFindings.map(\.code)
                #expect(codes == (fault.refusal.isEmpty ? [] : [fault.refusal]), "\(fault.line)")
                let kept = try await register.texts("SELECT CAST(count(*) AS TEXT) FROM intervention")
                #expect(kept.first == "3", "\(fault.line)")
            }
        }
    }

    @Test("A campaign that Vigie keeps itself is not changed by a history", arguments: Engine.allCases)
    func liveCampaign(engine: Engine) async throws {
        try await withRegister(engine) { register in
            try await register.importing(RegisterCase.base)
            register.today = Day("2026-03-01") ?? register.today
            _ = try await CreateCampaign(
                selector: CampaignSelector(department: "63"), year: 2026, copiesLast: false,
                changes: ParameterChanges()
            ).perform(register.context)
            register.today = Day("2026-11-20") ?? register.today
            let outcome = try await register.importingHistory(
                ["interventions": RegisterCase.lastYear["interventions"] ?? []])
            #expect(Set(outcome.refusedFindings.map(\.code)) == ["history-campaign-live"])
            #expect(outcome.state == .refused)
        }
    }

    @Test("Refused lines are kept, and count once what they lacked is there", arguments: Engine.allCases)
    func replay(engine: Engine) async throws {
        try await withRegister(engine) { register in
            try await register.importing(
                [
                    "holdings": Array(RegisterCase.base["holdings"]?.prefix(2) ?? []),
                    "herds": Array(RegisterCase.base["herds"]?.prefix(2) ?? []),
                ], kind: "incremental")
            let first = try await register.importingHistory(RegisterCase.lastYear)
            #expect(first.state == .partly)
            #expect(
                first.refusals == ["interventions:3 holding-unknown", "test-plans:4 history-intervention-unknown"])
            try await register.importing(RegisterCase.base)
            let run = try await FindImport(importID: first.importID).run(register.context)
            let again = try await ReplayRefused(run, options: register.options).perform(register.context)
            #expect(again.state == .accepted)
            #expect(
                try await register.texts(
                    "SELECT code FROM non_completion UNION SELECT disease FROM requested_plan "
                        + "WHERE matrix = 'skin' ORDER BY 1") == ["DECNR_AA", "TUB"])
            #expect(
                try await register.texts("SELECT kind FROM import_run ORDER BY id")
                    == ["register", "history", "register", "history-replay"])
        }
    }

    @Test("PRO-23, PRO-288: follow-ups are the authority's to bring; a laboratory brings nothing")
    func rights() async throws {
        try await withRegister(.sqlite) { register in
            try await register.importing(RegisterCase.base)
            register.role = .inspector
            let outcome = try await register.importingHistory(RegisterCase.lastYear)
            #expect(outcome.refusals == ["follow-ups:2 authority-only", "follow-ups:3 authority-only"])
            register.role = .laboratory
            let context = register.context
            let bundle = try register.historyBundle(RegisterCase.lastYear)
            let options = register.options
            let refused = try await refusals {
                _ = try await ImportRegister(bundle, options, family: .history).perform(context)
            }
            #expect(refused == ["role-may-not"])
        }
    }

    @Test("A history is not taken for a register, nor a register for a history")
    func formats() async throws {
        try await withRegister(.sqlite) { register in
            let context = register.context
            let history = try register.historyBundle(RegisterCase.lastYear)
            let options = register.options
            #expect(
                try await refusals { _ = try await ImportRegister(history, options).perform(context) }
                    == ["bundle-format"])
            let other = try register.bundle(RegisterCase.base)
            #expect(
                try await refusals {
                    _ = try await ImportRegister(other, options, family: .history).perform(context)
                } == ["bundle-format"])
        }
    }

    @Test("PRO-315, PRO-316: every descriptor of annex 3 is read and kept", arguments: Engine.allCases)
    func descriptors(engine: Engine) async throws {
        let reasons = ["DECNR_AA", "DECNR_PBE", "DECNR_FAR", "DECNR_DD", "DECNR_EAF"]
        let measures = ["ABS_SUITE", "AVERT", "MED", "SUSP", "RETRAIT", "PV"]
        #expect(Set(NonCompletionCode.allCases.map(\.rawValue)) == Set(reasons))
        #expect(Set(FollowUpCode.allCases.map(\.rawValue)) == Set(measures))
        try await withRegister(engine) { register in
            try await register.importing(RegisterCase.base)
            var tables = RegisterCase.lastYear
            let head = tables["interventions"]?.first ?? ""
            tables["interventions"] =
                [head]
                + reasons.enumerated().map { index, code in
                    "H\(index);C;20\(10 + index)-10-01;20\(11 + index)-04-30;99001001;A;main;;;;\(code)"
                }
            tables["reports"] = ["number;version;intervention;value;issued-on", "RI-1;1;H1;B;2012-05-02"]
            tables["follow-ups"] =
                ["intervention;code;decided-on;reference"]
                + measures.enumerated().map { "H1;\($0.element);2012-06-0\($0.offset + 1);" }
            for table in ["test-plans", "evaluations", "documents"] { tables[table] = nil }
            #expect(try await register.importingHistory(tables).refusals == [])
            #expect(try await register.texts("SELECT code FROM non_completion ORDER BY code") == reasons.sorted())
            #expect(try await register.texts("SELECT code FROM follow_up ORDER BY decided_on") == measures)
        }
    }
}
