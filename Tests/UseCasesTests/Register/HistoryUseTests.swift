import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

/// What a history is for: the next campaign starts from it.
@Suite struct HistoryUseTests {
    private static let selector = CampaignSelector(department: "63", year: 2027)

    private func next(_ register: RegisterCase, copying: Bool) async throws -> CreateCampaign.Outcome {
        try await CreateCampaign(
            selector: CampaignSelector(department: "63"), year: 2027, copiesLast: copying, changes: ParameterChanges()
        ).perform(register.context)
    }

    @Test(
        "PRO-72, PRO-81: last year's imported campaign can be copied, each criterion to be reviewed",
        arguments: Engine.allCases)
    func copies(engine: Engine) async throws {
        try await withRegister(engine) { register in
            try await register.importing(RegisterCase.base)
            try await register.importingHistory(RegisterCase.lastYear)
            let created = try await next(register, copying: true)
            #expect(created.parameters.startsOn == Day("2026-10-01"))
            #expect(created.findings.map(\.code).contains("campaign-copied"))
            #expect(created.findings.map(\.code).contains("setup-criterion-not-reviewed"))
        }
    }

    @Test(
        "PRO-57: the forecast visit is the anniversary of the visit that the history brought",
        arguments: Engine.allCases)
    func anniversaries(engine: Engine) async throws {
        try await withRegister(engine) { register in
            try await register.importing(RegisterCase.base)
            try await register.database.write { connection in
                for insee in ["63001", "63002"] {
                    for disease in Disease.allCases {
                        try connection.execute(
                            """
                            INSERT INTO screening (department, insee, herd_id, disease, interval_years, phase)
                            VALUES ('63', ?, 0, ?, 1, 0)
                            """, [.text(insee), .text(disease.rawValue)])
                    }
                }
            }
            try await register.importingHistory(RegisterCase.lastYear)
            register.today = Day("2026-09-10") ?? register.today
            _ = try await next(register, copying: false)
            _ = try await ValidateCampaign(selector: Self.selector).perform(register.context)
            _ = try await ExecuteCampaign(selector: Self.selector).perform(register.context)
            let planned = try await register.texts(
                """
                SELECT i.planned_on FROM intervention i JOIN herd h ON h.id = i.herd_id
                JOIN holding g ON g.id = h.holding_id
                JOIN campaign c ON c.id = i.campaign_id AND c.prophylaxis_year = 2027 WHERE g.number = '99001001'
                """)
            #expect(planned == ["2026-11-20"])
        }
    }

    @Test(
        "PRO-287: the campaign report sets last year's imported figures beside this year's", arguments: Engine.allCases)
    func compares(engine: Engine) async throws {
        try await withRegister(engine) { register in
            try await register.importing(RegisterCase.base)
            try await register.importingHistory(RegisterCase.lastYear)
            _ = try await next(register, copying: false)
            let rows = try await CampaignBalance(selector: Self.selector).perform(register.context).table.rows
            #expect(rows.contains(["testes", "LEU", "", "0", "38"]))
            #expect(rows.contains(["rapports", "", "C", "0", "1"]))
        }
    }
}
