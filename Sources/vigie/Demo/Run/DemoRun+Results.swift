import Exchange
import Kernel
import Prophylaxis
import Store
import UseCases

/// Step 9: what laboratories and veterinarians send, with its faults.
extension DemoRun {
    func receiveBlood(_ facts: SeasonFacts, _ season: String, from start: Day) async throws {
        let files = try blood.write(facts.visits.filter { story($0).isVisited }, stories, from: start)
        try await receive(files, "Résultats sang \(season)")
    }

    func receive(_ files: [BloodSeason.File], _ name: String) async throws {
        guard let last = files.last else { return }
        try await step(name, on: last.receivedOn) {
            var tally = ResultTally()
            try await each(name, files) { file in
                let context = try await cast.context(.authority, on: file.receivedOn)
                tally.add(
                    try await ImportAnalysisReport(.file(file.path), department: plan.department, fictitious: true)
                        .perform(context))
            }
            return tally.text
        }
    }

    func story(_ visit: SeasonFacts.Visit) -> HerdStory { stories[visit.intervention] ?? .ordinary }

    func receiveMilk() async throws {
        let files = try milk.write(milkSamplings)
        guard let last = files.last else { return }
        try await step("Résultats lait", on: last.receivedOn) {
            var tally = ResultTally()
            for file in files { tally.add(try await importMilk(file)) }
            return tally.text
        }
    }

    private func importMilk(_ file: MilkSeason.File) async throws -> ResultImportOutcome {
        let context = try await cast.context(.authority, on: file.receivedOn)
        let outcome = try await ImportMilkResults(
            .file(file.path), laboratory: DemoParties.dairyLaboratory, department: plan.department, milkOptions
        ).perform(context)
        guard outcome.run.state == .refused else { return outcome }
        // The one line that refused the file is corrected, and the file counts.
        let run = outcome.run.id
        let open = try await database.read { try $0.openRefusedResults(ofRun: run) }
        let corrections = open.filter { $0.raw.contains(MilkSeason.eatenNumber) }.map { line in
            (line.line, line.raw.replacing(MilkSeason.eatenNumber, with: milk.eaten))
        }
        let next = try await cast.context(.authority, on: file.receivedOn.adding(days: 1))
        return try await ReplayResults(
            run, department: plan.department, corrections: Dictionary(uniqueKeysWithValues: corrections),
            options: milkOptions
        ).perform(next)
    }

    /// Milk of suspect herds, a second time.
    func receiveMilkRetests(_ numbers: [String], on day: Day) async throws {
        let samplings = milk.suspect.filter { numbers.contains($0.intervention) }
        guard !samplings.isEmpty else { return }
        let file = try milk.retest(samplings, on: day)
        try await step("Recontrôles lait", on: file.receivedOn) {
            var tally = ResultTally()
            tally.add(try await importMilk(file))
            return tally.text
        }
    }

    private var milkOptions: ImportMilkResults.Options {
        var options = ImportMilkResults.Options()
        options.profile = MilkSeason.profile
        options.fictitious = true
        return options
    }

    func receiveTuberculin(_ facts: SeasonFacts, _ season: String, from start: Day) async throws {
        try await receiveTuberculin(of: facts.visits.filter { story($0).isVisited }, season, from: start)
    }

    func receiveTuberculin(of visits: [SeasonFacts.Visit], _ season: String, from start: Day) async throws {
        guard let files = try tuberculin.write(visits, from: start) else { return }
        let context = try await cast.context(.inspector, on: files.receivedOn)
        try await step("Tuberculinations \(season)", on: files.receivedOn) {
            let outcome = try await ImportTuberculinReports(
                .file(files.reports), animals: .file(files.animals), department: plan.department, fictitious: true
            ).perform(context)
            return "\(counted(files.count, "rapport")), \(counted(outcome.nonNegative, "non négatif"))"
        }
    }
}

/// What became of several files.
struct ResultTally {
    private var files = 0
    private var accepted = 0
    private var refused = 0
    private var unattached = 0
    private var nonNegative = 0

    mutating func add(_ outcome: ResultImportOutcome) {
        files += 1
        accepted += outcome.run.acceptedCount
        unattached += outcome.unattached
        refused += outcome.run.refusedCount - outcome.unattached
        nonNegative += outcome.nonNegative
    }

    var text: String {
        """
        \(counted(files, "fichier")), \(counted(accepted, "résultat")) dont \(counted(nonNegative, "non négatif")) ; \
        sans place \(grouped(unattached)), lignes refusées \(grouped(refused))
        """
    }
}
