import Exchange
import Kernel
import Prophylaxis
import Store
import UseCases

/// Step 9: what laboratories send, with its faults.
extension DemoRun {
    mutating func receiveBlood(_ facts: SeasonFacts) async throws {
        var season = BloodSeason(plan)
        let folder = self.folder.incoming
        let files = try await table.step("Rapports d'analyse écrits") {
            let files = try season.write(facts.visits, to: folder)
            return (files, "\(files.count) fichiers, \(grouped(files.reduce(0) { $0 + $1.results })) résultats")
        }
        let (cast, department, line) = (cast, plan.department, line)
        try await table.step("Résultats sang reçus") {
            var tally = ResultTally()
            for (index, file) in files.enumerated() {
                line.show("Résultats sang", done: index, total: files.count)
                let context = try await cast.context(.authority, on: file.receivedOn)
                tally.add(
                    try await ImportAnalysisReport(.file(file.path), department: department, fictitious: true)
                        .perform(context))
            }
            return ((), tally.text)
        }
    }

    mutating func receiveMilk(_ facts: SeasonFacts) async throws {
        var season = MilkSeason(plan)
        let files = try season.write(facts.milk, to: folder.incoming)
        let (cast, department, line) = (cast, plan.department, line)
        var options = ImportMilkResults.Options()
        options.profile = MilkSeason.profile
        options.fictitious = true
        try await table.step("Résultats lait reçus") { [options] in
            var tally = ResultTally()
            for (index, file) in files.enumerated() {
                line.show("Résultats lait", done: index, total: files.count)
                let context = try await cast.context(.authority, on: file.receivedOn)
                tally.add(
                    try await ImportMilkResults(
                        .file(file.path), laboratory: DemoParties.dairyLaboratory, department: department, options
                    ).perform(context))
            }
            return ((), tally.text)
        }
    }

    mutating func receiveTuberculin(_ facts: SeasonFacts) async throws {
        var season = TuberculinSeason(plan)
        guard let files = try season.write(facts.visits, to: folder.incoming) else { return }
        let context = try await cast.context(.inspector, on: files.receivedOn)
        let department = plan.department
        try await table.step("Rapports de tuberculination") {
            let outcome = try await ImportTuberculinReports(
                .file(files.reports), animals: .file(files.animals), department: department, fictitious: true
            ).perform(context)
            var tally = ResultTally()
            tally.add(outcome)
            return ((), "\(grouped(files.count)) rapports ; \(tally.text)")
        }
    }
}

/// What became of several files.
struct ResultTally {
    private var files = 0
    private var refusedFiles = 0
    private var accepted = 0
    private var refused = 0
    private var nonNegative = 0

    mutating func add(_ outcome: ResultImportOutcome) {
        files += 1
        if outcome.run.state == .refused { refusedFiles += 1 }
        accepted += outcome.run.acceptedCount
        refused += outcome.run.refusedCount
        nonNegative += outcome.nonNegative
    }

    var text: String {
        """
        fichiers : \(files), refusés : \(refusedFiles) ; \(grouped(accepted)) résultats, \
        \(grouped(refused)) lignes refusées, \(grouped(nonNegative)) non négatifs
        """
    }
}
