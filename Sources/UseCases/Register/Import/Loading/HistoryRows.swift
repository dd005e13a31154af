import Exchange
import Kernel
import Prophylaxis
import Store

extension Exchange.InterventionRow: StagedRow {
    static let staged = HistoryInterventionPart.table

    func write(to writer: inout BulkWriter, _ types: ProductionTypes) {
        writer.text(number)
        writer.text(campaign)
        writer.day(campaignStart)
        writer.day(campaignEnd)
        writer.text(holding.description)
        writer.text(herd)
        writer.text(stored.rawValue)
        writer.text(parent)
        writer.text(orderNumber?.description)
        writer.day(plannedOn)
        writer.day(firstVisit)
        writer.day(lastVisit)
        writer.text(nonCompletion?.rawValue)
    }

    /// The kind in the words of the store.
    private var stored: Store.InterventionRow.Kind {
        switch kind {
        case .main: .main
        case .retest: .retest
        case .outsideCampaign: .outside
        }
    }
}

extension TestPlanRow: StagedRow {
    static let staged = HistoryPlanPart.table

    func write(to writer: inout BulkWriter, _ types: ProductionTypes) {
        writer.text(intervention)
        writer.text(disease.rawValue)
        writer.text(method.rawValue)
        writer.text(matrix.rawValue)
        writer.text(laboratory)
        for count in [milkMonth, requested, tested, nonNegative] { writer.int(count) }
    }
}

extension InspectionReportRow: StagedRow {
    static let staged = HistoryReportPart.table

    func write(to writer: inout BulkWriter, _ types: ProductionTypes) {
        writer.text(number)
        writer.int(version)
        writer.text(intervention)
        writer.text(value.rawValue)
        writer.day(issuedOn)
        writer.text(issuer)
        writer.text(inspector)
        writer.day(invalidatedOn)
        writer.text(reason)
    }
}

extension Exchange.EvaluationRow: StagedRow {
    static let staged = HistoryEvaluationPart.table

    func write(to writer: inout BulkWriter, _ types: ProductionTypes) {
        writer.text(intervention)
        writer.text(disease.rawValue)
        writer.text(evaluation.rawValue)
        writer.text(status?.rawValue)
        for count in [requested, tested, nonNegative] { writer.int(count) }
        writer.text(comment)
    }
}

extension Exchange.FollowUpRow: StagedRow {
    static let staged = HistoryFollowUpPart.table

    func write(to writer: inout BulkWriter, _ types: ProductionTypes) {
        writer.text(intervention)
        writer.text(code.rawValue)
        writer.day(decidedOn)
        writer.text(reference)
    }
}

extension SamplingDocumentRow: StagedRow {
    static let staged = HistoryDocumentPart.table

    func write(to writer: inout BulkWriter, _ types: ProductionTypes) {
        writer.text(number)
        writer.int(edition)
        writer.text(intervention)
        writer.day(referenceDate)
        writer.day(editedOn)
        writer.day(validatedOn)
        writer.int(animals)
        writer.text(file)
    }
}
