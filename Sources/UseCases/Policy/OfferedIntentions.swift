import Register
import Store

extension DelegationGate {
    /// What the actor may do in a department, by the policy and by its convention: what a page may offer.
    static func offered(
        to actor: Actor, in department: String, _ connection: Connection
    ) throws -> Set<Intention> {
        try Set(
            Intention.allCases.filter { intention in
                guard Policy.allows(intention, to: actor.role) else { return false }
                return try !actor.role.isDelegate || leaves(intention, in: department, connection)
            })
    }
}
