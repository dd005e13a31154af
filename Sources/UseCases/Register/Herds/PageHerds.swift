import Kernel
import Store

package typealias HerdLine = Store.HerdLine

/// The herds of a department, page by page.
package struct PageHerds: UseCase {
    package let intention = Intention.registerRead
    package let department: String?
    let insee: String?
    let after: (holding: String, code: String)?
    let limit: Int

    package init(
        of department: String, insee: String? = nil, after: (holding: String, code: String)? = nil, limit: Int = 100
    ) {
        self.department = department
        self.insee = insee
        self.after = after
        self.limit = limit
    }

    package func run(_ context: Context) async throws -> [HerdLine] {
        let (department, insee, after, limit) = (department ?? "", insee, after, limit)
        return try await context.database.read {
            try $0.herdLines(of: department, insee: insee, after: after, limit: limit)
        }
    }
}
