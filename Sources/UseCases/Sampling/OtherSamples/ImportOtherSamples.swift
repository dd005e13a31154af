import Exchange
import Kernel
import Prophylaxis
import Register
import Store

/// Takes in a list of animals that were sampled for a disease that is not in the campaign: they come first in the
/// selection, and count as sampled at a re-edition (PRO-128, PRO-130).
///
/// Good lines count, the others wait for their correction (`vigie results refused`); the file itself is kept under its
/// digest. The same file again judges what was refused, and changes nothing else.
package struct ImportOtherSamples: UseCase {
    package static let kind = "other-samples"

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
        package var run: Int64 = 0
        package var accepted = 0
        package var refused = 0
        package var findings: [Finding] = []
    }

    /// Far more than the cattle of a department.
    private static let sizeLimit = 64 << 20

    package func run(_ context: Context) async throws -> Outcome {
        let campaign = try await DocumentCampaign.open(campaign, in: context.database)
        try campaign.requireOpen()
        let content = try orRefused { () throws(Refusal) in try source.readAll(limit: Self.sizeLimit) }
        let desk = ResultDesk(context: context, department: campaign.row.department)
        let digest = ContentDigest(of: content).hex
        let sender = OtherSamplesIntake.sender(of: campaign.id)
        let (previous, open) = try await context.database.read { connection in
            let previous = try connection.lastResultRun(kind: ImportOtherSamples.kind, digest: digest, sender: sender)
            return (previous, try previous.map { try connection.openRefusedResults(ofRun: $0.id) } ?? [])
        }
        let run = desk.run(
            try await context.database.id(), kind: ImportOtherSamples.kind, name: source.name, digest: digest,
            sender: sender)
        let intake = OtherSamplesIntake(
            desk: desk, intention: intention, campaign: campaign.id, content: content, fictitious: fictitious)
        let outcome = try await intake.carryOut(previous ?? run, previous == nil ? nil : open)
        return Outcome(
            run: outcome.run.id, accepted: outcome.run.acceptedCount, refused: outcome.run.refusedCount,
            findings: outcome.findings)
    }
}

/// Judges the refused lines of such a list again.
struct ReplayOtherSamples {
    private let previous: ResultRun
    private let open: [RefusedResult]
    private let corrections: [Int: String]
    private let fictitious: Bool

    init(_ previous: ResultRun, _ open: [RefusedResult], corrections: [Int: String], fictitious: Bool) {
        self.previous = previous
        self.open = open
        self.corrections = corrections
        self.fictitious = fictitious
    }

    func run(_ context: Context, _ intention: Intention) async throws -> ResultImportOutcome {
        guard let campaign = OtherSamplesIntake.campaign(of: previous.sender), let digest = previous.digests.first
        else { throw Refused(ResultsFinding.nothingToReplay, ["import": String(previous.id)]) }
        let content = try await context.database.read { try $0.blob(digest).bytes }
        let intake = OtherSamplesIntake(
            desk: ResultDesk(context: context, department: previous.department), intention: intention,
            campaign: campaign, content: content, fictitious: fictitious)
        return try await intake.carryOut(previous, open, corrections: corrections)
    }
}
