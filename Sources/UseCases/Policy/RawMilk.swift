import Register
import Store

extension Connection {
    /// Who sells raw milk: the authority, and delegates to whom the convention grants it (PRO-53).
    func seesRawMilk(_ actor: Actor, in department: String) throws -> Bool {
        if Policy.allows(.rawMilkRead, to: actor.role) { return true }
        return try convention(department: department)?.rawMilkAccess == true
    }
}
