import Kernel
import Prophylaxis
import Register
import Store

package typealias LaboratoryRequest = Store.LaboratoryRequest
package typealias LaboratoryRequestFilter = Store.LaboratoryRequestFilter
package typealias AnalysisRequestKey = Store.AnalysisRequestKey
package typealias AnalysisRequestPlace = Store.AnalysisRequestPlace
package typealias LaboratoryDossier = Store.LaboratoryDossier
package typealias VeterinarianIdentity = Store.VeterinarianIdentity

/// What a laboratory sees: the requests to it and the results that it sent, of its own organisation alone (CAL-43).
package struct ListOwnAnalyses: UseCase {
    package struct Outcome: Sendable {
        /// The latest of those that were not fetched yet, and how many there are.
        package let requests: [LaboratoryRequest]
        package let waiting: Int
        package let dossiers: [LaboratoryDossier]
        /// Where the next page of dossiers begins; nil on the last one.
        package let next: String?
    }

    package let intention = Intention.analysisRead
    package let department: String? = nil
    let after: String?

    package static let pageSize = 50
    /// So many requests are named beside the dossiers; `ListAnalysisRequests` has all.
    private static let mostRequests = 10

    package init(after: String? = nil) { self.after = after }

    /// Nothing for an account that no organisation is attached to.
    package func run(_ context: Context) async throws -> Outcome {
        guard let laboratory = context.actor.organisation else {
            return Outcome(requests: [], waiting: 0, dossiers: [], next: nil)
        }
        let size = ListOwnAnalyses.pageSize
        var filter = LaboratoryRequestFilter()
        filter.limit = ListOwnAnalyses.mostRequests
        let asked = filter
        return try await context.database.read { connection in
            let dossiers = try connection.dossiers(ofLaboratory: laboratory, after: after, limit: size + 1)
            let shown = Array(dossiers.prefix(size))
            return Outcome(
                requests: try connection.analysisRequests(toLaboratory: laboratory, asked),
                waiting: try connection.waitingRequests(toLaboratory: laboratory), dossiers: shown,
                next: dossiers.count > size ? shown.last?.dossier : nil)
        }
    }
}

/// A veterinarian's own identification data, as the Order's system gave them: to be read only (CAL-04).
package struct ReadOwnIdentity: UseCase {
    package let intention = Intention.interventionRead
    package let department: String? = nil

    package init() {}

    /// nil for everybody who is no veterinarian.
    package func run(_ context: Context) async throws -> VeterinarianIdentity? {
        guard case .relations(let id) = context.actor.scope else { return nil }
        return try await context.database.read { try $0.veterinarianIdentity(id) }
    }
}
