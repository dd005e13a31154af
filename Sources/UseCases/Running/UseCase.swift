import Kernel
import Register
import Store

/// One intention of one actor: checked against the policy, run in one transaction, written to the audit.
package protocol UseCase: Sendable {
    associatedtype Outcome: Sendable
    var intention: Intention { get }
    /// The department it touches; nil where it touches none (accounts, maintenance).
    var department: String? { get }
    /// The one thing that it touches, where those may ask too whose rights come herd by herd: a keeper, a veterinarian.
    var touched: Subject? { get }
    /// Only a herd's health veterinarian, of all its veterinarians.
    var isOfficial: Bool { get }
    func run(_ context: Context) async throws -> Outcome
    /// The one thing that whoever gets the outcome has read; nil where that is none.
    func reads(_ outcome: Outcome) -> ReadObject?
}

extension UseCase {
    package var touched: Subject? { nil }
    package var isOfficial: Bool { false }
    package func reads(_ outcome: Outcome) -> ReadObject? { nil }

    /// Runs the use case if the policy lets the actor, and the convention the delegate.
    /// - Throws: `Refused` when it does not, and whatever the use case throws.
    package func perform(_ context: Context) async throws -> Outcome {
        try await context.require(intention, in: department, touching: touched, isOfficial: isOfficial)
        try await DelegationGate.require(intention, of: context.actor, in: department, context.database)
        let outcome = try await run(context)
        if let object = reads(outcome) { context.noteRead(object) }
        return outcome
    }
}

/// What a use case needs of the world: the store, who acts, and what day it is for the department (decision 14).
package struct Context: Sendable {
    package let database: Database
    package let actor: Actor
    /// Civil date of the department.
    package let today: Day
    /// Instant in UTC, ISO 8601 to the second: `2026-11-22T02:30:00Z`.
    package let now: String
    /// What the person saw when deciding; nil for the command line and for batches by rule.
    package var basis: FormBasis?
    /// What else belongs to the transaction of a use case that does all its work in one: the stored answer to a
    /// program's request. It gets what the use case found.
    package var alongside: (@Sendable (Connection, [Finding]) throws -> Void)?

    /// Where reads are noted; nil for the command line, whose user can open the database itself.
    package var reads: ReadDesk?

    package init(database: Database, actor: Actor, today: Day, now: String) {
        self.database = database
        self.actor = actor
        self.today = today
        self.now = now
    }
}

extension Context {
    /// What the actor reaches today.
    package var reach: Reach { Reach(actor.scope, on: today) }

    /// Throws unless the policy lets the actor, and what is touched is within reach: by the department for those who
    /// have a territory, by the thing itself for those who have herds.
    func require(
        _ intention: Intention, in department: String?, touching touched: Subject?, isOfficial: Bool = false
    ) async throws {
        guard let touched, !actor.scope.isTerritory else { return try actor.require(intention, in: department) }
        try actor.require(intention, in: nil)
        var reach = reach
        reach.isOfficial = isOfficial
        let asked = reach
        guard try await database.read({ try $0.reaches(touched, asked) }) else {
            throw Refused(UseCaseFinding.outsideScope, ["department": department ?? "-", "login": actor.login])
        }
    }
}

/// Why nothing was done: one or more findings, each with its way out.
package struct Refused: Error, Sendable {
    package let findings: [Finding]

    package init(_ findings: [Finding]) { self.findings = findings }

    package init(_ code: some FindingCode, _ facts: KeyValuePairs<String, String> = [:]) {
        findings = [Finding(code, .fatal, facts)]
    }
}

extension Actor {
    /// Throws unless the policy and the actor's scope allow the intention on the department.
    ///
    /// A foreign department answers like any other refusal: it tells nothing about what is there.
    package func require(_ intention: Intention, in department: String?) throws(Refused) {
        guard Policy.allows(intention, to: role) else {
            throw Refused(UseCaseFinding.roleMayNot, ["intention": intention.rawValue, "role": role.rawValue])
        }
        if let department, !scope.covers(department) {
            throw Refused(UseCaseFinding.outsideScope, ["department": department, "login": login])
        }
    }
}

package enum UseCaseFinding: String, FindingCode {
    case roleMayNot = "role-may-not"
    case outsideScope = "outside-scope"
    /// The convention leaves the step to the authority [step, department] (PRO-12).
    case stepNotDelegated = "step-not-delegated"
    /// The convention leaves it to the authority [intention, department].
    case notDelegated = "not-delegated"
    case userUnknown = "user-unknown"
    case userDisabled = "user-disabled"
    case userExists = "user-exists"
    case firstNotAdministrator = "user-first-not-administrator"
    case lastAdministrator = "user-last-administrator"
    /// A role that works in departments, without one.
    case departmentMissing = "user-department-missing"
    case organisationUnknown = "user-organisation-unknown"
    /// Holdings are a keeper's, an order number a veterinarian's [login, role].
    case tieOfOtherRole = "user-tie-of-other-role"
    case tiedHoldingMissing = "user-holding-missing"
    case orderNumberMissing = "user-order-number-missing"
}
