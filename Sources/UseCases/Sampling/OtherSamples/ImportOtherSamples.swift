import Exchange
import Kernel
import Prophylaxis
import Register
import Store

/// Takes in a list of animals that were sampled for a disease that is not in the campaign: they come first in the
/// selection, and count as sampled at a re-edition (PRO-128, PRO-130).
///
/// Good lines count, the others are told; the file itself is kept under its digest. The same file again changes
/// nothing.
package struct ImportOtherSamples: UseCase {
    package let intention = Intention.resultsImport
    package let campaign: CampaignSelector
    package let source: ByteSource
    package let fictitious: Bool

    package init(campaign: CampaignSelector, source: ByteSource, fictitious: Bool = false) {
        self.campaign = campaign
        self.source = source
        self.fictitious = fictitious
    }

    package var department: String? { campaign.department }

    package struct Outcome: Sendable {
        package var accepted = 0
        package var refused = 0
        package var findings: [Finding] = []
    }

    /// Far more than the cattle of a department.
    private static let sizeLimit = 64 << 20

    package func run(_ context: Context) async throws -> Outcome {
        let campaign = try await DocumentCampaign.open(campaign, in: context.database)
        try campaign.requireOpen()
        let content: [UInt8]
        do throws(Refusal) {
            content = try source.readAll(limit: Self.sizeLimit)
        } catch {
            throw Refused(error.findings)
        }
        var outcome = Outcome()
        let rows = try read(content, context.today, &outcome)
        let (audit, name, intention) = (try await context.database.id(), source.name, intention)
        let judged = outcome
        return try await context.database.write { connection in
            var outcome = judged
            for (row, line) in rows {
                if try connection.insertOtherSample(
                    campaign: campaign.id, animal: row.animal.description, plan: row.plan, on: row.sampledOn,
                    source: name)
                {
                    outcome.accepted += 1
                } else {
                    outcome.refused += 1
                    outcome.findings.append(
                        Finding(
                            SamplingFinding.sampledAnimalUnknown, .refused, at: Place(file: name, line: line),
                            ["animal": row.animal.description]))
                }
            }
            var entry = context.entry(audit, intention, campaign.row)
            entry.payload = try connection.putBlob(content, mediaType: "text/csv", at: context.now)
            try connection.audit(entry)
            return outcome
        }
    }

    private func read(
        _ content: [UInt8], _ today: Day, _ outcome: inout Outcome
    ) throws -> [(row: OtherSampleRow, line: Int)] {
        let table = TableReader<OtherSampleRow>(
            .bytes(content, name: source.name), ReadingOptions(asOf: today, fictitious: fictitious))
        var rows: [(OtherSampleRow, Int)] = []
        while let line = table.next() {
            switch line {
            case .accepted(let row, let number, let findings):
                rows.append((row, number))
                outcome.findings += findings
            case .refused(let bad):
                outcome.refused += 1
                outcome.findings += bad.findings
            }
        }
        if table.outcome.isFatal { throw Refused(table.outcome.findings) }
        outcome.findings += table.outcome.findings
        return rows
    }
}
