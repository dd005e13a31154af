import Exchange
import Kernel
import Prophylaxis
import Store
import UseCases

/// A whole campaign on a generated department, through the use cases that a real department uses.
final class DemoRun {
    let plan: DemoPlan
    let folder: DemoFolder
    /// As `--database` takes it.
    let address: String
    let cast: DemoCast
    let line = ProgressLine()
    private(set) var table = StepTable()
    private let clock = ContinuousClock()

    // What the outside world knows of the season.
    let generated: RegisterWriter.Written
    let leavingDays: [String: Day]
    var blood: BloodSeason
    var milk: MilkSeason
    var tuberculin: TuberculinSeason
    var stories: [String: HerdStory] = [:]
    var visits: [String: SeasonFacts.Visit] = [:]
    var milkSamplings: [SeasonFacts.MilkSampling] = []
    /// Interventions of the first wave.
    var autumnNumbers: Set<String> = []
    /// Interventions whose departed animals are off the list.
    var cancelled: Set<String> = []
    /// Proofs of tuberculin tests without report, by intervention.
    var proven: [String: String] = [:]
    /// Interventions whose serums were asked for.
    var asked: Set<String> = []
    /// Numbers of the visits outside the campaign in herds that are empty.
    var visitsOfEmpty: [String] = []
    /// Number of a retest to that of the first intervention.
    var retested: [String: String] = [:]

    // What the report at the end tells.
    var summary: [BalanceCount] = []
    var decisions: [ExplainedDecision] = []
    var letterCounts: [(day: Day, title: String, count: Int)] = []
    var workCounts: [(day: Day, table: ListTable)] = []

    var database: Database { cast.database }
    var campaign: CampaignSelector { CampaignSelector(department: plan.department, year: plan.prophylaxisYear) }

    /// Writes what the outside world sends first: the register.
    init(_ plan: DemoPlan, _ folder: DemoFolder, _ database: Database, address: String) throws {
        self.plan = plan
        self.folder = folder
        self.address = address
        cast = DemoCast(database: database, department: plan.department)
        let start = clock.now
        let writer = RegisterWriter(plan: plan, folder: folder.incoming + "/registre") { [line] done, total in
            line.show("Génération du registre", done: done, total: total)
        }
        generated = try writer.write()
        let nursery = generated.holdings.first { $0.size > 40 } ?? generated.holdings[0]
        try RegisterFaults.write(plan, on: nursery, to: folder.incoming + "/registre-septembre")
        try UpdateWriter(plan: plan, folder: folder.incoming + "/registre-janvier")
            .write(generated.departures, generated.holdings)
        try HistoryWriter(plan: plan, parties: generated.parties, folder: folder.incoming + "/historique")
            .write(generated.holdings)
        leavingDays = generated.departures.leavingDays
        blood = BloodSeason(plan, leavingDays, folder: folder.incoming)
        milk = MilkSeason(plan, folder: folder.incoming)
        tuberculin = TuberculinSeason(plan, leavingDays, folder: folder.incoming)
        let counts = "\(grouped(generated.holdings.count)) exploitations, \(grouped(generated.cattle)) bovins présents"
        table.add("Registre généré", on: plan.extractedOn, counts, took: clock.now - start)
    }

    /// All steps in the order of a campaign's year.
    func run() async throws {
        try await prepareRegister()
        try await openCampaign()
        try await executeCampaign()
        try await placeHerds()
        try await admitOutsiders()
        try await inform()
        try await autumn()
        try await winter()
        try await spring()
        if !plan.staysOpen { try await conclude() }
        line.finish()
    }

    /// Runs a step and notes what it says of itself.
    func step(_ name: String, on day: Day, _ body: () async throws -> String) async throws {
        let start = clock.now
        let outcome = try await body()
        table.add(name, on: day, outcome, took: clock.now - start)
    }

    /// Does the same to each, with a bar.
    func each<Element>(_ name: String, _ elements: [Element], _ body: (Element) async throws -> Void) async throws {
        for (index, element) in elements.enumerated() {
            line.show(name, done: index, total: elements.count)
            try await body(element)
        }
    }
}
