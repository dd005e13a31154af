import Kernel
import Register
import Store

package typealias AnimalIdentity = Store.AnimalIdentity
package typealias HoldingHit = Store.HoldingHit
package typealias AnimalHit = Store.AnimalHit
package typealias HoldingSearch = Store.HoldingSearch

/// Search from everywhere: a number leads straight to its page, a name or a commune to a list, each only as far as the
/// actor's rights reach (issue 3 §3, CAL-30).
package struct SearchEverything: UseCase {
    /// The one thing that has the number.
    package enum Exact: Sendable, Hashable {
        case holding(String)
        case animal(String)
        case intervention(String)
    }

    package struct Outcome: Sendable {
        package var exact: Exact?
        package var holdings: [HoldingHit] = []
        package var animals: [AnimalHit] = []
        /// The number after which the list goes on; nil at its end.
        package var nextHolding: String?
        package var nextAnimal: String?
    }

    package let intention = Intention.herdRead
    package let department: String? = nil
    let text: SearchText
    let afterHolding: String?
    let afterAnimal: String?

    package static let pageSize = 50

    package init(_ text: SearchText, afterHolding: String? = nil, afterAnimal: String? = nil) {
        self.text = text
        self.afterHolding = afterHolding
        self.afterAnimal = afterAnimal
    }

    package func run(_ context: Context) async throws -> Outcome {
        let (reach, size) = (context.reach, SearchEverything.pageSize)
        return try await context.database.read { connection in
            if let exact = try exact(reach, connection) { return Outcome(exact: exact) }
            var outcome = Outcome()
            if let workingNumber = text.workingNumber, afterHolding == nil {
                let found = try connection.animals(
                    workingNumber: workingNumber, within: reach, after: afterAnimal, limit: size + 1)
                outcome.animals = Array(found.prefix(size))
                outcome.nextAnimal = found.count > size ? outcome.animals.last?.number : nil
            }
            if let search = text.search, afterAnimal == nil {
                let found = try connection.holdings(search, within: reach, after: afterHolding, limit: size + 1)
                outcome.holdings = Array(found.prefix(size))
                outcome.nextHolding = found.count > size ? outcome.holdings.last?.number : nil
            }
            return outcome
        }
    }

    private func exact(_ reach: Reach, _ connection: Connection) throws -> Exact? {
        if let number = text.holding, try !connection.herds(of: number, within: reach).isEmpty {
            return .holding(number.description)
        }
        if let number = text.intervention, try !connection.interventions(numbered: number, within: reach).isEmpty {
            return .intervention(number)
        }
        if let number = text.animal, try connection.animal(number, within: reach) != nil {
            return .animal(number.description)
        }
        return nil
    }
}
