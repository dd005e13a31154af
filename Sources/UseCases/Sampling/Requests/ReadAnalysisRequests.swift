import Kernel
import Prophylaxis
import Store

/// An analysis request (DAI) of an intervention: to which laboratory, and whether its file was written.
package struct AnalysisRequestLine: Sendable {
    package let edition: Int
    /// Code of the laboratory.
    package let laboratory: String
    package let diseases: [Disease]
    package let animals: Int
    /// UTC, ISO 8601; nil: not written yet.
    package let writtenAt: String?
    fileprivate let digest: String?
}

/// The analysis requests of an intervention, and the files of those that were written for their laboratories.
package struct ReadAnalysisRequests: UseCase {
    package let intention = Intention.documentRead
    let intervention: InterventionIdentity

    package init(of intervention: InterventionIdentity) { self.intervention = intervention }

    package var department: String? { intervention.department }

    package func run(_ context: Context) async throws -> [AnalysisRequestLine] {
        let asked = intervention
        return try await context.database.read { try $0.requestLines(asked) }
    }
}

/// The file of one of them, as it was written.
package struct ReadAnalysisRequestFile: UseCase {
    package let intention = Intention.documentRead
    let intervention: InterventionIdentity
    let edition: Int
    let laboratory: String

    package init(of intervention: InterventionIdentity, edition: Int, laboratory: String) {
        self.intervention = intervention
        self.edition = edition
        self.laboratory = laboratory
    }

    package var department: String? { intervention.department }

    package func run(_ context: Context) async throws -> AnalysisRequestFile {
        let asked = self
        return try await context.database.read { connection in
            let line = try connection.requestLines(asked.intervention).first {
                $0.edition == asked.edition && $0.laboratory == asked.laboratory
            }
            guard let digest = line?.digest.flatMap(ContentDigest.init(hex:)) else {
                throw Refused(APIFinding.nothingStored)
            }
            return AnalysisRequestFile(
                name: "DAI-\(asked.laboratory)-\(asked.intervention.number)-\(asked.edition).xml",
                bytes: try connection.blob(digest).bytes)
        }
    }
}

extension Connection {
    fileprivate func requestLines(_ intervention: InterventionIdentity) throws -> [AnalysisRequestLine] {
        try analysisRequests(campaign: intervention.campaign, .ids([intervention.id])).map { row in
            AnalysisRequestLine(
                edition: row.edition, laboratory: try organisationCode(row.laboratory),
                diseases: Disease.set(row.diseases), animals: row.animals, writtenAt: row.writtenAt,
                digest: row.documentDigest)
        }
    }
}
