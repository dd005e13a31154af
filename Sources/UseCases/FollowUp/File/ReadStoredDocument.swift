import Kernel
import Store

/// The bytes of what was issued for an intervention: a report, a letter, a sampling document. They are those of the
/// day, never rendered anew.
package struct ReadStoredDocument: UseCase {
    package enum Choice: Sendable, Hashable {
        /// A version of the report.
        case report(version: Int)
        case letter(Int64)
        case edition(Int)
        /// A copy of the sending register.
        case dispatch(Int64)
    }

    package let intention: Intention
    let intervention: InterventionIdentity
    let choice: Choice

    package init(_ choice: Choice, of intervention: InterventionIdentity) {
        self.choice = choice
        self.intervention = intervention
        switch choice {
        case .edition, .dispatch: intention = .documentRead
        case .report, .letter: intention = .campaignRead
        }
    }

    package var department: String? { intervention.department }

    package func run(_ context: Context) async throws -> (name: String, bytes: [UInt8]) {
        let (choice, intervention) = (choice, intervention)
        return try await context.database.read { connection in
            let name: String
            let digest: ContentDigest?
            switch choice {
            case .report(let version):
                let report = try connection.reports(campaign: intervention.campaign, intervention: intervention.id)
                    .first { $0.version == version }
                (name, digest) = ("rapport-\(intervention.number)-v\(version).pdf", report?.document)
            case .letter(let id):
                var filter = LetterFilter()
                filter.ids = [id]
                filter.intervention = intervention.number
                let letter = try connection.letters(of: intervention.campaign, filter).first
                (name, digest) = (
                    "courrier-\(id).pdf", letter.flatMap { ContentDigest(hex: $0.documentDigest) }
                )
            case .edition(let number):
                let edition = try connection.editionEntries(of: intervention).first { $0.number == number }
                (name, digest) = ("document-\(intervention.number)-\(number).pdf", edition?.document)
            case .dispatch(let id):
                let copy = try connection.dispatches(campaign: intervention.campaign, .ids([intervention.id]))
                    .first { $0.id == id }
                (name, digest) = ("exemplaire-\(id).pdf", copy.flatMap { ContentDigest(hex: $0.documentDigest) })
            }
            guard let digest else { throw Refused(FollowUpFinding.documentUnknown, ["document": name]) }
            do {
                return (name, try connection.blob(digest).bytes)
            } catch StoreError.blobDestroyed, StoreError.blobMissing {
                throw Refused(FollowUpFinding.documentUnknown, ["document": name])
            }
        }
    }
}
