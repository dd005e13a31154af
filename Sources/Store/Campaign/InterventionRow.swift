import Kernel
import Prophylaxis

/// One intervention on one herd.
package struct InterventionRow: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable { case main, retest, outside }
    package enum State: String, Sendable, CaseIterable { case planned, withdrawn }
    package enum Origin: String, Sendable, CaseIterable { case execution, added, copied, history }

    package let campaign: Int64
    package let id: Int64
    package let number: String
    package let herd: Int64
    package let department: String
    package var kind = Kind.main
    package var parent: Int64?
    package var state = State.planned
    package var stateReason: String?
    package var origin = Origin.execution
    package var plannedOn: Day?
    package var veterinarian: Int64?
    package var completedOn: Day?

    package init(campaign: Int64, id: Int64, number: String, herd: Int64, department: String) {
        self.campaign = campaign
        self.id = id
        self.number = number
        self.herd = herd
        self.department = department
    }
}

/// One test plan of an intervention.
package struct RequestedPlanRow: Sendable, Hashable {
    package let campaign: Int64
    package let intervention: Int64
    package let disease: Disease
    package let matrix: Matrix
    package let method: TestMethod
    package var laboratory: Int64?
    /// First day of the month of a bulk-milk sampling.
    package var dueMonth: Day?

    package init(campaign: Int64, intervention: Int64, disease: Disease, matrix: Matrix, method: TestMethod) {
        self.campaign = campaign
        self.intervention = intervention
        self.disease = disease
        self.matrix = matrix
        self.method = method
    }
}

extension InterventionRow {
    static let columns = """
        campaign_id, id, number, herd_id, department, kind, parent_id, state, state_reason, origin, planned_on,
        veterinarian_id, completed_on
        """

    init(_ row: borrowing Row) throws {
        self.init(
            campaign: row.int(0), id: row.int(1), number: row.text(2), herd: row.int(3), department: row.text(4))
        kind = try row.code(5)
        parent = row.intOrNil(6)
        state = try row.code(7)
        stateReason = row.textOrNil(8)
        origin = try row.code(9)
        plannedOn = row.dayOrNil(10)
        veterinarian = row.intOrNil(11)
        completedOn = row.dayOrNil(12)
    }
}

extension RequestedPlanRow {
    static let columns = "campaign_id, intervention_id, disease, matrix, method, laboratory_id, due_month"

    init(_ row: borrowing Row) throws {
        self.init(
            campaign: row.int(0), intervention: row.int(1), disease: try row.code(2), matrix: try row.code(3),
            method: try row.code(4))
        laboratory = row.intOrNil(5)
        dueMonth = row.dayOrNil(6)
    }
}
