import Kernel
import Prophylaxis
import Register
import Store

/// Reads what the standing edition of a document froze (PRO-124).
package struct ReadDocumentFacts: UseCase {
    package let intention = Intention.documentRead
    package let campaign: CampaignSelector
    /// Number of the intervention.
    package let number: String

    package init(campaign: CampaignSelector, number: String) {
        self.campaign = campaign
        self.number = number
    }

    package var department: String? { campaign.department }

    package func run(_ context: Context) async throws -> FrozenDocument {
        let campaign = try await DocumentCampaign.open(campaign, in: context.database)
        let bytes = try await context.database.read { connection in
            let subject = try connection.documentSubject(campaign: campaign.id, number: number)
            guard let digest = subject.standing?.factsDigest.flatMap(ContentDigest.init(hex:)) else {
                throw Refused(SamplingFinding.notValidatedYet, subject.facts)
            }
            return try connection.blob(digest).bytes
        }
        return try CanonicalJSON.decode(FrozenDocument.self, from: bytes)
    }
}

extension FrozenDocument {
    /// One line for `vigie rules run sampling-selection`.
    package func ruleLine() throws -> String {
        let selected = earlier.filter { $0.diseases & bloodDiseases != 0 }.map(\.animal)
        return try CanonicalJSON.string(
            Line(
                id: "\(intervention)-\(edition)", referenceDate: referenceDate, seed: seed,
                animals: animals.map(\.facts), alreadySelected: selected.isEmpty ? nil : selected,
                parameters: parameters.sampling))
    }

    private var bloodDiseases: Int {
        plans.filter { $0.contains(" blood ") }.compactMap { Disease(rawValue: String($0.prefix(3)))?.bit }.reduce(0, |)
    }

    private struct Line: Encodable {
        let id: String
        let referenceDate: Day
        let seed: UInt64
        let animals: [SamplingSelection.Candidate]
        let alreadySelected: [String]?
        let parameters: SamplingSelection.Parameters
    }
}
