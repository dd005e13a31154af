import Kernel

/// The paragraphs of the specification whose check lists are run.
package enum CheckStep: String, Codable, Sendable, CaseIterable {
    case creation = "3.5"
    case laboratories = "4.5"
    case validation = "5.5"
    case execution = "6.5"
}

/// One line of a check list: what it looks for, and where it says so.
package struct SetupCheck: Sendable {
    package let step: CheckStep
    /// Requirements, the main one first.
    package let requirements: [String]
    /// Looks only at campaigns that are executed.
    let needsExecution: Bool
    let judge: @Sendable (SetupFacts) throws -> [SetupRemark]

    init(
        _ step: CheckStep, _ requirements: [String], executed: Bool = false,
        _ judge: @escaping @Sendable (SetupFacts) throws -> [SetupRemark]
    ) {
        self.step = step
        self.requirements = requirements
        needsExecution = executed
        self.judge = judge
    }

    /// The complete check lists of 3.5, 4.5, 5.5 and 6.5, and what 3.3, 3.4 and 6.1 want checked beside them.
    package static let all: [SetupCheck] =
        dates + convention + origin + screening + tests + herdSelection + animals + laboratories + completeness
        + execution + milk
}

/// What a check found: the herds, communes, diseases or interventions it concerns.
package struct SetupRemark: Sendable {
    let code: SetupFinding
    let severity: Finding.Severity
    let subjects: [String]
    let facts: [(String, String)]

    /// nil without a subject: nothing to remark.
    init?(_ code: SetupFinding, _ severity: Finding.Severity, on subjects: [String], _ facts: (String, String)...) {
        guard !subjects.isEmpty else { return nil }
        self.code = code
        self.severity = severity
        self.subjects = subjects
        self.facts = facts
    }

    /// About the campaign as a whole.
    init(_ code: SetupFinding, _ severity: Finding.Severity, _ facts: (String, String)...) {
        self.code = code
        self.severity = severity
        subjects = []
        self.facts = facts
    }
}

/// One item of a check list that fired.
package struct CheckItem: Sendable, Codable {
    package let step: CheckStep
    package let requirement: String
    package let finding: Finding
    /// All of them; the finding's text names the first ones.
    package let subjects: [String]

    /// So many subjects are named in the sentence.
    static let namedSubjects = 12

    init(_ check: SetupCheck, _ remark: SetupRemark) {
        step = check.step
        requirement = check.requirements.first ?? ""
        subjects = remark.subjects
        let rest = remark.subjects.count - CheckItem.namedSubjects
        let named = remark.subjects.prefix(CheckItem.namedSubjects).joined(separator: ", ")
        let list = rest > 0 ? "\(named) … (+ \(rest))" : named
        finding = Finding(
            remark.code, remark.severity,
            facts: [.init("count", String(remark.subjects.count)), .init("list", list)]
                + remark.facts.map { Finding.Fact($0.0, $0.1) })
    }

    package var blocks: Bool { finding.severity >= .refused }
}

extension SetupFacts {
    /// Runs the check lists, all of them or those of some steps.
    package func check(_ steps: [CheckStep] = CheckStep.allCases) throws -> [CheckItem] {
        try SetupCheck.all.filter { steps.contains($0.step) && (!$0.needsExecution || isExecuted) }.flatMap { check in
            try check.judge(self).map { CheckItem(check, $0) }
        }
    }

    /// The names of the herds that a condition holds for.
    func names(_ herds: [HerdSetup], where condition: (HerdSetup) -> Bool = { _ in true }) -> [String] {
        herds.filter(condition).map(\.herd.reference.description)
    }
}
