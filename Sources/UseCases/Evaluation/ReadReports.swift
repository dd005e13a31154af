import Kernel
import Store

package typealias ReportRow = Store.ReportRow

/// The inspection reports of an intervention, the first version first, invalidated ones included.
package struct ReadReports: UseCase {
    package let intention = Intention.documentRead
    let intervention: InterventionIdentity

    package init(of intervention: InterventionIdentity) { self.intervention = intervention }

    package var department: String? { intervention.department }

    package func run(_ context: Context) async throws -> [ReportRow] {
        let asked = intervention
        return try await context.database.read {
            try $0.reports(campaign: asked.campaign, intervention: asked.id)
        }
    }
}

/// The bytes of a report as it was issued.
package struct ReadReportDocument: UseCase {
    package let intention = Intention.documentRead
    let intervention: InterventionIdentity
    let version: Int

    package init(of intervention: InterventionIdentity, version: Int) {
        self.intervention = intervention
        self.version = version
    }

    package var department: String? { intervention.department }

    package func run(_ context: Context) async throws -> PrintedFile {
        let (asked, version) = (intervention, version)
        return try await context.database.read { connection in
            let reports = try connection.reports(campaign: asked.campaign, intervention: asked.id)
            guard let report = reports.first(where: { $0.version == version }) else {
                throw Refused(APIFinding.nothingStored)
            }
            do {
                return PrintedFile(
                    name: "\(report.number)-\(report.version).pdf", bytes: try connection.blob(report.document).bytes,
                    documents: 1)
            } catch StoreError.blobMissing {
                // A report taken over from an earlier year came as facts, without its document.
                throw Refused(APIFinding.nothingStored)
            }
        }
    }
}
