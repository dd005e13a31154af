import Exchange
import Kernel
import Store
import UseCases

/// Step 1: the register, with what is wrong in it.
extension DemoRun {
    func prepareRegister() async throws {
        try await cast.enrol(on: plan.extractedOn)
        try await importBundle("registre", "Registre importé", on: plan.extractedOn)
        try await cast.attach(on: plan.extractedOn)
        let farm = generated.holdings.first { $0.size > 40 } ?? generated.holdings[0]
        try await cast.admitOutsiders(
            veterinarian: generated.parties.veterinarians[farm.veterinarian].orderNumber.description,
            keeperOf: farm.number.description, on: plan.extractedOn)
        try await importBundle("historique", "Campagne passée reprise", .history, on: plan.extractedOn)
        try await correct(importBundle("registre-septembre", "Naissances importées", on: plan.birthsOn))
    }

    @discardableResult
    func importBundle(
        _ name: String, _ step: String, _ family: ImportFamily = .register, on day: Day
    ) async throws -> ImportOutcome? {
        let bundle = try opened("\(folder.incoming)/\(name)")
        let useCase = ImportRegister(bundle, importOptions, family: family) { [line] step, done, total in
            line.show(step.french, done: done, total: total)
        }
        let context = try await cast.context(.authority, on: day)
        var imported: ImportOutcome?
        try await self.step(step, on: day) {
            let outcome = try await useCase.perform(context)
            if outcome.state == .refused { throw Refused(outcome.findings) }
            imported = outcome
            return "\(counted(outcome.acceptedCount, "ligne acceptée")), \(counted(outcome.refusedCount, "refusée"))"
        }
        return imported
    }

    /// As a person would: the refused lines into a folder, their numbers corrected there, the folder in again.
    private func correct(_ imported: ImportOutcome?) async throws {
        guard let imported, imported.refusedCount > 0 else { return }
        let context = try await cast.context(.authority, on: plan.correctedOn)
        let folder = folder.incoming + "/registre-corrige"
        let options = importOptions
        try await step("Lignes refusées corrigées", on: plan.correctedOn) {
            let lines = try await ReadRefusedLines(importID: imported.importID, folder: folder).run(context)
            try RegisterFaults.correct(folder)
            let run = try await FindImport(importID: imported.importID).run(context)
            let outcome = try await ReplayCorrected(run, with: try opened(folder), options: options).perform(context)
            return """
                \(counted(lines.count, "corrigée")), \(counted(outcome.acceptedCount, "acceptée")), \
                \(counted(outcome.refusedCount, "refusée"))
                """
        }
    }

    private var importOptions: ImportOptions {
        var options = ImportOptions()
        options.fictitious = true
        return options
    }

    private func opened(_ path: String) throws -> RegisterBundle {
        let opened = RegisterBundle.open(path)
        guard let bundle = opened.bundle else { throw Refused(opened.findings) }
        return bundle
    }
}
