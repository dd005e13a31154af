import Exchange
import Kernel
import Store
import UseCases

/// A whole campaign on a generated department, through the use cases that a real department uses.
struct DemoRun {
    let plan: DemoPlan
    let folder: DemoFolder
    let cast: DemoCast
    let line = ProgressLine()
    var table = StepTable()
    var diseases: [DiseaseSummary] = []
    var decisions: [ExplainedDecision] = []

    var database: Database { cast.database }
    var campaign: CampaignSelector { CampaignSelector(department: plan.department, year: plan.prophylaxisYear) }

    init(_ plan: DemoPlan, _ folder: DemoFolder, _ database: Database) {
        self.plan = plan
        self.folder = folder
        cast = DemoCast(database: database, department: plan.department)
    }

    /// All steps in the order of a campaign's year.
    mutating func run() async throws {
        try await cast.enrol()
        try await generateRegister()
        try await importRegister()
        try await openCampaign()
        try await executeCampaign()
        try await editDocuments()
        let season = try await SeasonFacts(campaign, in: database)
        try await printDocuments(season)
        try await receiveBlood(season)
        try await receiveMilk(season)
        try await receiveTuberculin(season)
        try await evaluate()
        try await collectReports()
        line.finish()
    }

    private mutating func generateRegister() async throws {
        let writer = RegisterWriter(plan: plan, folder: folder.incoming + "/registre") { [line] done, total in
            line.show("Génération du registre", done: done, total: total)
        }
        _ = try await table.step("Registre généré") {
            let written = try writer.write()
            return (
                written,
                "\(grouped(written.holdings)) exploitations, \(grouped(written.cattle)) bovins présents"
            )
        }
    }

    private mutating func importRegister() async throws {
        let opened = RegisterBundle.open(folder.incoming + "/registre")
        guard let bundle = opened.bundle else { throw Refused(opened.findings) }
        var options = ImportOptions()
        options.fictitious = true
        let useCase = ImportRegister(bundle, options) { [line] step, done, total in
            line.show(step.french, done: done, total: total)
        }
        let context = try await cast.context(.authority, on: plan.extractedOn)
        let outcome = try await table.step("Registre importé") {
            let outcome = try await useCase.perform(context)
            return (outcome, "\(grouped(outcome.acceptedCount)) lignes, \(grouped(outcome.refusedCount)) refusées")
        }
        if outcome.state == .refused { throw Refused(outcome.findings) }
    }
}
