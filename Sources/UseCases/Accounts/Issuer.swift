import Documents
import Register
import Store

extension Connection {
    /// In whose name the actor issues a document: its organisation, else itself (PRO-273).
    func issuer(for actor: Actor) throws -> Party {
        let organisation = try actor.organisation.flatMap { try self.organisation($0) }
        return organisation.map { Party($0.name, $0.lines) } ?? Party(actor.name)
    }
}
