import Exchange
import Kernel
import Prophylaxis
import Testing

@Suite("Issue 2 §3: every table that is written is read back")
struct RoundTripTests {
    /// One check per table; the list must be as long as the formats' own.
    static let checks: [(table: String, check: @Sendable () throws -> Void)] = [
        (OrganisationRow.table.name, { try check(Samples.organisations()) }),
        (VeterinarianRow.table.name, { try check(Samples.veterinarians()) }),
        (CommuneRow.table.name, { try check(Samples.communes) }),
        (CommuneScreeningRow.table.name, { try check(Samples.communeScreening) }),
        (HoldingRow.table.name, { try check(Samples.holdings) }),
        (EstablishmentRow.table.name, { try check(Samples.establishments()) }),
        (HerdRow.table.name, { try check(Samples.herds) }),
        (HerdScreeningRow.table.name, { try check(Samples.herdScreening) }),
        (AnimalRow.table.name, { try check(Samples.animals) }),
        (StayRow.table.name, { try check(Samples.stays) }),
        (HerdAssignmentRow.table.name, { try check(Samples.herdAssignments) }),
        (HerdVeterinarianRow.table.name, { try check(Samples.herdVeterinarians()) }),
        (AuthorisationRow.table.name, { try check(Samples.authorisations) }),
        (DairyProducerRow.table.name, { try check(Samples.dairyProducers) }),
        (InterventionRow.table.name, { try check(Samples.interventions()) }),
        (TestPlanRow.table.name, { try check(Samples.testPlans) }),
        (InspectionReportRow.table.name, { try check(Samples.reports) }),
        (EvaluationRow.table.name, { try check(Samples.evaluations) }),
        (FollowUpRow.table.name, { try check(Samples.followUps) }),
        (SamplingDocumentRow.table.name, { try check(Samples.documents) }),
    ]

    @Test("Rows come back equal, without a finding", arguments: checks.indices)
    func roundTrip(index: Int) throws { try Self.checks[index].check() }

    @Test("No table is left out")
    func completeness() {
        #expect(Self.checks.map(\.table) == BundleFormat.allCases.flatMap { $0.tables.map(\.name) })
    }

    private static func check<Row: TableRow>(_ rows: [Row]) throws {
        let bytes = try Row.encoded(rows)
        let reading = read(Row.self, .bytes(bytes, name: "t.csv"))
        #expect(reading.rows == rows)
        #expect(reading.refused.isEmpty)
        #expect(reading.warnings.isEmpty)
        #expect(reading.outcome.findings.isEmpty)
        #expect(reading.outcome.counts.areComplete)
    }
}
