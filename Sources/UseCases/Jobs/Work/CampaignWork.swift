import Documents
import Kernel
import Store

/// The statuses of a campaign.
package struct RecomputationWork: JobWork {
    package static let kind = JobKind.recomputation
    package let campaign: CampaignSelector
    /// All, or only those that are due.
    package var all = true
    package var intention: Intention { .statusRecompute }
    package var department: String? { campaign.department }

    package init(campaign: CampaignSelector, all: Bool = true) {
        self.campaign = campaign
        self.all = all
    }

    package func run(_ run: JobRun) async throws -> JobReport {
        run.board.tell("computing")
        let outcome = try await RecomputeStatus(selector: campaign, extent: all ? .all : .due).perform(run.context)
        return JobReport(counts: ["interventions": outcome.interventions], findings: [], hasRefusals: false)
    }
}

/// Sampling documents of a campaign.
package struct DocumentEditionWork: JobWork {
    package static let kind = JobKind.documentEdition
    package let campaign: CampaignSelector
    package let filter: DocumentFilter
    /// Freezes the lists in the same step.
    package var validates = false
    package var intention: Intention { .documentEdit }
    package var department: String? { campaign.department }

    package init(campaign: CampaignSelector, filter: DocumentFilter, validates: Bool = false) {
        self.campaign = campaign
        self.filter = filter
        self.validates = validates
    }

    package func run(_ run: JobRun) async throws -> JobReport {
        run.board.tell("editing")
        var choice = EditChoice()
        choice.validates = validates
        let outcome = try await EditDocuments(campaign: campaign, filter: filter, choice: choice)
            .perform(run.context)
        return JobReport(
            counts: ["documents": outcome.documents, "animals": outcome.animals, "untouched": outcome.untouched],
            findings: outcome.findings, hasRefusals: outcome.isRefused)
    }
}

/// A batch of documents as PDF.
package struct PrintingWork: JobWork {
    package static let kind = JobKind.printing
    package let campaign: CampaignSelector
    package let filter: DocumentFilter
    package let copy: DispatchRow.Copy
    package let grouping: PrintChoice.Grouping
    package var onlyUnprinted = false
    package var intention: Intention { .documentDispatch }
    package var department: String? { campaign.department }

    package init(
        campaign: CampaignSelector, filter: DocumentFilter, copy: DispatchRow.Copy, grouping: PrintChoice.Grouping
    ) {
        self.campaign = campaign
        self.filter = filter
        self.copy = copy
        self.grouping = grouping
    }

    package func run(_ run: JobRun) async throws -> JobReport {
        var choice = PrintChoice()
        (choice.copy, choice.grouping, choice.onlyUnprinted) = (copy, grouping, onlyUnprinted)
        let (board, output) = (run.board, run.output)
        let useCase = PrintDocuments(campaign: campaign, filter: filter, choice: choice) { file in
            try output.add(file.name, file.bytes)
            board.tell("printing", output.count)
        }
        let outcome = try await useCase.perform(run.context)
        return JobReport(
            counts: ["documents": outcome.documents, "files": outcome.files, "reissued": outcome.reissued],
            findings: outcome.findings, hasRefusals: outcome.isRefused)
    }
}
