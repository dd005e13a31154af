import Kernel
import Register
import Store

/// Herds of a zone with holding and establishment: BO 2 and the extraction by commune, department or region (PRO-33,
/// PRO-35, PRO-36). Herds of departments outside the actor's territory are refused, not left out.
package struct ListHerds: UseCase {
    package enum Zone: Sendable, Hashable {
        case department(String)
        /// INSEE code of a commune of the department.
        case commune(String, department: String)
        /// INSEE code of a region.
        case region(String)
    }

    package let intention = Intention.registerRead
    let zone: Zone
    package var herdClass: HerdClass?
    package var withClosed = false

    package init(_ zone: Zone) { self.zone = zone }

    package var department: String? {
        switch zone {
        case .department(let code), .commune(_, let code): code
        case .region: nil
        }
    }

    package func run(_ context: Context) async throws -> [HerdExtractRow] {
        var filter = HerdFilter(departments: try departments())
        if let foreign = filter.departments.first(where: { !context.actor.scope.covers($0) }) {
            throw Refused(
                UseCaseFinding.outsideScope, ["department": foreign, "login": context.actor.login])
        }
        filter.herdClass = herdClass
        filter.withClosed = withClosed
        if case .commune(let insee, _) = zone { filter.commune = insee }
        let asked = filter
        return try await context.database.read { connection in
            if let commune = asked.commune, let department,
                try connection.communeNames(department: department)[commune] == nil
            {
                throw Refused(RegisterEditFinding.communeUnknown, ["value": commune, "department": department])
            }
            var herds: [HerdExtractRow] = []
            try connection.eachHerd(asked) { herds.append($0) }
            return herds
        }
    }

    private func departments() throws(Refused) -> [String] {
        switch zone {
        case .department(let code), .commune(_, let code): return [code]
        case .region(let code):
            guard let departments = Region.departments(of: code) else {
                throw Refused(
                    RegisterEditFinding.regionUnknown,
                    ["value": code, "codes": Region.codes.joined(separator: ", ")])
            }
            return departments
        }
    }
}

extension [HerdExtractRow] {
    /// UTF-8, semicolons, header.
    package func csv() throws -> [UInt8] {
        try ListTable(columns: HerdExtractRow.columns, rows: map(\.fields)).csv()
    }
}
