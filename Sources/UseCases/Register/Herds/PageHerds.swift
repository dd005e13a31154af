import Kernel
import Register
import Store

package typealias HerdLine = Store.HerdLine
package typealias HerdAnimal = Store.HerdAnimal

/// The herds that the actor reaches, page by page: of a department, of one's own holdings, of one's own relations
/// (CAL-30, CAL-35).
package struct PageHerds: UseCase {
    package let intention = Intention.herdRead
    package let department: String?
    let (named, insee): (String?, String?)
    let after: (holding: String, code: String)?
    let limit: Int

    /// - Parameter department: these only. Whose rights come with a territory is refused a foreign one; whose come herd
    ///   by herd find what is theirs of it.
    package init(
        of department: String?, for actor: Actor, insee: String? = nil,
        after: (holding: String, code: String)? = nil, limit: Int = 100
    ) {
        named = department
        self.department = actor.scope.isTerritory ? department : nil
        self.insee = insee
        self.after = after
        self.limit = limit
    }

    package func run(_ context: Context) async throws -> [HerdLine] {
        let (reach, named, insee, after, limit) = (context.reach, named, insee, after, limit)
        return try await context.database.read {
            try $0.herdLines(within: reach, department: named, insee: insee, after: after, limit: limit)
        }
    }
}

/// The animals of a herd on a day, page by page (CAL-30, CAL-35).
package struct PageHerdAnimals: UseCase {
    package let intention = Intention.herdRead
    let herd: HerdIdentity
    /// nil: today.
    let day: Day?
    let after: String?
    let limit: Int

    package init(of herd: HerdIdentity, on day: Day? = nil, after: String? = nil, limit: Int = 100) {
        self.herd = herd
        self.day = day
        self.after = after
        self.limit = limit
    }

    package var department: String? { herd.department }
    package var touched: Subject? { .herd(herd.id) }

    package func run(_ context: Context) async throws -> [HerdAnimal] {
        let (herd, day, after, limit) = (herd.id, day ?? context.today, after, limit)
        return try await context.database.read { connection in
            try connection.animals(ofHerd: herd, on: day, after: after, limit: limit)
        }
    }
}
