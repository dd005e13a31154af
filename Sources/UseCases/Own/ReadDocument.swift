import Kernel
import Register
import Store

package typealias DocumentCopy = DispatchRow.Copy

/// A sampling document in force, as its keeper, its veterinarian or a service reads it in the browser: the issued
/// bytes, or a copy without labels of one that was never printed. Nothing is entered in the sending register (PRO-121).
package struct ReadDocument: UseCase {
    package let intention = Intention.documentPrint
    package let intervention: InterventionIdentity
    package let copy: DispatchRow.Copy

    package init(_ intervention: InterventionIdentity, copy: DispatchRow.Copy) {
        self.intervention = intervention
        self.copy = copy
    }

    package var department: String? { intervention.department }
    package var touched: Subject? { .intervention(campaign: intervention.campaign, id: intervention.id) }

    /// - Throws: `Refused` while no document is validated.
    package func run(_ context: Context) async throws -> PrintedFile {
        let selector = try await context.database.read { connection in
            try connection.campaign(intervention.campaign).map {
                CampaignSelector(department: $0.department, year: $0.prophylaxisYear, name: $0.name)
            }
        }
        let files = FileBox()
        if let selector {
            let outcome = try await ReprintDocuments(
                campaign: selector, filter: DocumentFilter(numbers: [intervention.number]), copy: copy
            ) { files.append($0) }.run(context)
            if files.first == nil, !outcome.findings.isEmpty { throw Refused(outcome.findings) }
        }
        guard let file = files.first else { throw Refused(SamplingFinding.nothingSelected) }
        return file
    }
}
