import Documents
import Exchange
import Kernel
import Prophylaxis
import Store

/// What a laboratory's serum bank was asked for one intervention, as files to send again: with the sera that are still
/// to be analysed (PRO-255).
package struct ReadSerumRequest: UseCase {
    package struct Outcome: Sendable {
        /// PDF.
        package let letter: [UInt8]
        /// CSV.
        package let table: [UInt8]
        /// The analysis request; nil where the laboratory holds no serum that waits.
        package let request: [UInt8]?
    }

    package let intention = Intention.campaignRead
    let intervention: InterventionIdentity
    let laboratory: String

    /// - Parameter laboratory: its code.
    package init(of intervention: InterventionIdentity, laboratory: String) {
        self.intervention = intervention
        self.laboratory = laboratory
    }

    package var department: String? { intervention.department }

    package func run(_ context: Context) async throws -> Outcome {
        let (intervention, laboratory) = (intervention, laboratory)
        return try await context.database.read { connection in
            let unknown = Refused(FollowUpFinding.documentUnknown, ["document": "serotheque"])
            let asked = try connection.serumRequests(of: intervention).filter { $0.laboratory == laboratory }
            let diseases = Set(asked.map(\.disease))
            let short = try connection.serumShortfalls(of: intervention.campaign, .ids([intervention.id]))
                .filter { diseases.contains($0.disease) }
            guard let campaign = try connection.campaign(intervention.campaign),
                let day = asked.map(\.askedOn).max(), !short.isEmpty
            else { throw unknown }
            let side: LetterSide = context.actor.role.isDelegate ? .delegate : .authority
            let house = try connection.letterHouse(side, of: intervention.department, context.actor)
            let files = try SerumBatch(
                laboratory: laboratory, shortfalls: short, campaign: campaign, issuer: house.party, today: day
            ).files(sender: house)
            guard files.count >= 2 else { throw unknown }
            return Outcome(
                letter: files[0].bytes, table: files[1].bytes, request: files.count > 2 ? files[2].bytes : nil)
        }
    }
}
