import Register
import Store

extension Intention {
    /// The step of the specification that it belongs to (1 to 11); nil where none is delegated as such: reading.
    package var step: Int? {
        switch self {
        case .registerImport, .registerReview, .herdMaintain, .herdLink, .herdLocate: 1
        case .productionTypeSet: 2
        case .campaignPrepare: 3
        case .laboratoryAssign: 4
        case .campaignValidate: 5
        case .campaignExecute, .interventionAdd: 6
        case .documentEdit, .documentCancel, .documentCancelLate, .outsideVisitPlan: 7
        case .documentDispatch: 8
        case .resultsImport, .milkResultsImport, .resultsEnter, .tuberculinReport, .resultDecide, .resultAttach: 9
        case .statusRecompute, .evaluationSet, .reportIssue, .reportInvalidate, .retestPlan, .letterWrite: 10
        case .nonCompletionDecide, .campaignClose: 11
        default: nil
        }
    }
}

/// What a department's convention takes back from its delegate, or gives it, within what the policy allows (PRO-12,
/// PRO-22, PRO-45, PRO-204, PRO-207). Without a convention each step is delegated as the policy says; what the policy
/// refuses no convention gives.
enum DelegationGate {
    static func require(_ intention: Intention, of actor: Actor, in department: String?, _ database: Database)
        async throws
    {
        guard actor.role.isDelegate, let department, let step = intention.step else { return }
        let convention = try await database.read { try $0.convention(department: department) } ?? Convention()
        if convention.delegation[String(step)] == Convention.Delegation.none {
            throw Refused(
                UseCaseFinding.stepNotDelegated, ["step": String(step), "department": department])
        }
        if convention.withholds(intention) {
            throw Refused(
                UseCaseFinding.notDelegated, ["intention": intention.rawValue, "department": department])
        }
    }

    /// Whether the convention leaves the step to the delegate.
    static func leaves(_ intention: Intention, in department: String, _ connection: Connection) throws -> Bool {
        guard let step = intention.step else { return true }
        let convention = try connection.convention(department: department) ?? Convention()
        return convention.delegation[String(step)] != Convention.Delegation.none && !convention.withholds(intention)
    }
}

extension Role {
    /// Acts for the delegate: by the convention, and not in its own right.
    package var isDelegate: Bool { self == .delegateRegion || self == .inspector }
    /// Sees what it sent itself, and its requests.
    package var isLaboratory: Bool { self == .laboratory || self == .dairyLaboratory }
}

extension Convention {
    /// Within a step that is delegated: what the convention keeps back, and what it must grant expressly.
    fileprivate func withholds(_ intention: Intention) -> Bool {
        switch intention {
        case .herdLocate where !mapDelegated: true
        case .herdLink where !linksDelegated: true
        case .retestPlan where !retestPlanningDelegated: true
        case .outsideVisitPlan where !outsideVisitsDelegated: true
        case .tuberculinReport: withheld.contains(.tuberculinReport) || withheld.contains(.resultsEnter)
        default: withheld.contains(intention)
        }
    }
}
