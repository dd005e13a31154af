import Exchange
import Kernel
import Register
import Prophylaxis

extension Samples {
    static func interventions() throws -> [InterventionRow] {
        var row = InterventionRow(
            number: "100012073119", campaign: "2019-2020", campaignStart: day, campaignEnd: later, holding: holding,
            herd: "1", kind: .retest)
        row.parent = "100012073118"
        row.orderNumber = try order()
        row.plannedOn = later
        row.firstVisit = day
        row.lastVisit = later
        row.nonCompletion = .closedByResytal
        return [
            row,
            InterventionRow(
                number: "2", campaign: "2019-2020", campaignStart: day, campaignEnd: later, holding: other, herd: "A",
                kind: .main),
        ]
    }

    static var testPlans: [TestPlanRow] {
        var row = TestPlanRow(intervention: "1", disease: .brucellosis, method: .elisa, matrix: .milk)
        row.laboratory = "LIAL1"
        row.milkMonth = 11
        row.requested = 1
        row.tested = 1
        row.nonNegative = 0
        return [row, TestPlanRow(intervention: "1", disease: .tuberculosis, method: .simpleSkin, matrix: .skin)]
    }

    static var reports: [InspectionReportRow] {
        var row = InspectionReportRow(number: "R1", version: 2, intervention: "1", value: .notAssessable, issuedOn: day)
        row.issuer = "OVS"
        row.inspector = "Mme Fictive"
        row.invalidatedOn = later
        row.reason = "résultat tardif"
        return [
            row, InspectionReportRow(number: "R2", version: 1, intervention: "2", value: .compliant, issuedOn: day),
        ]
    }

    static var evaluations: [EvaluationRow] {
        var row = EvaluationRow(intervention: "1", disease: .leukosis, evaluation: .administrativeNonCompliance)
        row.status = .administrativeAnomaly
        row.requested = 20
        row.tested = 12
        row.nonNegative = 0
        row.comment = "sous-réalisation"
        return [row, EvaluationRow(intervention: "1", disease: .tuberculosis, evaluation: .withoutObject)]
    }

    static var followUps: [FollowUpRow] {
        var row = FollowUpRow(intervention: "1", code: .formalNotice, decidedOn: day)
        row.reference = "MED 3"
        return [row, FollowUpRow(intervention: "2", code: .none, decidedOn: day)]
    }

    static var documents: [SamplingDocumentRow] {
        var row = SamplingDocumentRow(number: "D1", edition: 2, intervention: "1")
        row.referenceDate = day
        row.editedOn = day
        row.validatedOn = later
        row.animals = 0
        row.file = "documents/D1.pdf"
        return [row, SamplingDocumentRow(number: "D2", edition: 1, intervention: "2")]
    }
}
