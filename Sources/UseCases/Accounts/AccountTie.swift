import Kernel
import Register
import Store

/// What gives a keeper's or a veterinarian's account its herds. Herds are never tied one by one: a keeper has the
/// holdings, a veterinarian the relations that the register holds for its order number (CAL-13, CAL-43).
package enum AccountTie: Sendable, Hashable {
    /// EDE number, as people write it.
    case holding(String)
    case noMore(holding: String)
    /// Number at the Order; nil: of nobody any more.
    case veterinarian(orderNumber: String?)

    var outcome: String {
        switch self {
        case .holding(let number): "tied holding:\(number)"
        case .noMore(let number): "untied holding:\(number)"
        case .veterinarian(let number): "tied veterinarian:\(number ?? "-")"
        }
    }

    private var role: Role {
        switch self {
        case .holding, .noMore: .keeper
        case .veterinarian: .veterinarian
        }
    }

    /// - Throws: `Refused` for an account of another role, or something that the register does not know.
    func carryOut(on account: AccountRow, in connection: Connection) throws {
        guard account.role == role else {
            throw Refused(
                UseCaseFinding.tieOfOtherRole, ["login": account.login, "role": account.role.rawValue])
        }
        switch self {
        case .holding(let text): try connection.tie(account.login, toHolding: holding(text, in: connection))
        case .noMore(let text): try connection.untie(account.login, fromHolding: holding(text, in: connection))
        case .veterinarian(nil): try connection.tie(account.login, toVeterinarian: nil)
        case .veterinarian(let number?):
            guard let id = try connection.veterinarianID(orderNumber: number.filter { !$0.isWhitespace }) else {
                throw Refused(UseCaseFinding.orderNumberMissing, ["number": number])
            }
            try connection.tie(account.login, toVeterinarian: id)
        }
    }

    private func holding(_ text: String, in connection: Connection) throws -> Int64 {
        let number: HoldingNumber
        do {
            number = try HoldingNumber(parsing: text, fictitious: true)
        } catch {
            throw Refused(error, ["value": text])
        }
        guard let id = try connection.holdingID(number: number.description) else {
            throw Refused(UseCaseFinding.tiedHoldingMissing, ["number": text])
        }
        return id
    }
}
