import Exchange
import Kernel
import Store

/// A bundle of the register or of a history, as a zip.
package struct RegisterImportWork: JobWork {
    package static let kind = JobKind.registerImport
    package let department: String?
    package var fictitious = false
    package var acceptOlder = false
    package var acceptAbsent: Set<String> = []
    package var intention: Intention { .registerImport }

    package init(department: String?, fictitious: Bool = false) {
        self.department = department
        self.fictitious = fictitious
    }

    package func run(_ run: JobRun) async throws -> JobReport {
        let opened = RegisterBundle.open(zip: try run.file(0))
        guard let bundle = opened.bundle else { throw Refused(opened.findings) }
        var options = ImportOptions()
        options.fictitious = fictitious
        options.acceptOlder = acceptOlder
        options.acceptAbsent = acceptAbsent
        let board = run.board
        let outcome = try await ImportRegister(bundle, options, family: bundle.manifest.format.family) {
            board.tell($0.code, $1, of: $2)
        }.perform(run.context)
        var report = JobReport(
            counts: ["accepted": outcome.acceptedCount, "refused": outcome.refusedCount],
            findings: opened.findings + outcome.findings + outcome.refusedFindings, hasRefusals: outcome.hasRefusals)
        report.importID = outcome.importID
        return report
    }
}

/// A laboratory's analysis report.
package struct AnalysisReportWork: JobWork {
    package static let kind = JobKind.analysisReport
    package let departmentCode: String
    package var fictitious = false
    package var intention: Intention { .resultsImport }
    package var department: String? { departmentCode }

    package init(department: String, fictitious: Bool = false) {
        departmentCode = department
        self.fictitious = fictitious
    }

    package func run(_ run: JobRun) async throws -> JobReport {
        run.board.tell("reading")
        let useCase = ImportAnalysisReport(try run.file(0), department: departmentCode, fictitious: fictitious)
        return JobReport(try await useCase.perform(run.context))
    }
}

/// A dairy laboratory's file.
package struct MilkResultsWork: JobWork {
    package static let kind = JobKind.milkResults
    package let departmentCode: String
    /// The code of the laboratory that sends.
    package let laboratory: String
    package var fictitious = false
    package var intention: Intention { .milkResultsImport }
    package var department: String? { departmentCode }

    package init(department: String, laboratory: String, fictitious: Bool = false) {
        departmentCode = department
        self.laboratory = laboratory
        self.fictitious = fictitious
    }

    package func run(_ run: JobRun) async throws -> JobReport {
        run.board.tell("reading")
        var options = ImportMilkResults.Options()
        options.fictitious = fictitious
        options.profile.isSiretRequired = !fictitious  // fictitious holdings have none
        let useCase = ImportMilkResults(
            try run.file(0), laboratory: laboratory, department: departmentCode, options)
        return JobReport(try await useCase.perform(run.context))
    }
}

/// The two tables of tuberculin reports; the second one, with the animals, may be missing.
package struct TuberculinReportsWork: JobWork {
    package static let kind = JobKind.tuberculinReports
    package let departmentCode: String
    package var fictitious = false
    package var intention: Intention { .resultsImport }
    package var department: String? { departmentCode }

    package init(department: String, fictitious: Bool = false) {
        departmentCode = department
        self.fictitious = fictitious
    }

    package func run(_ run: JobRun) async throws -> JobReport {
        run.board.tell("reading")
        let animals = run.files.count > 1 ? run.files[1] : nil
        let useCase = ImportTuberculinReports(
            try run.file(0), animals: animals, department: departmentCode, fictitious: fictitious)
        return JobReport(try await useCase.perform(run.context))
    }
}

extension JobRun {
    /// - Throws: `Refused` where the job has fewer files.
    func file(_ index: Int) throws -> ByteSource {
        guard files.indices.contains(index) else { throw Refused(JobFinding.fileMissing) }
        return files[index]
    }
}

extension JobReport {
    init(_ outcome: ResultImportOutcome) {
        self.init(
            counts: [
                "accepted": outcome.run.acceptedCount, "refused": outcome.run.refusedCount,
                "nonNegative": outcome.nonNegative, "recomputed": outcome.recomputed,
            ], findings: outcome.findings, hasRefusals: outcome.hasRefusals)
        importID = outcome.run.id
    }
}

extension ImportStep {
    /// As progress names it.
    fileprivate var code: String {
        switch self {
        case .reading: "reading"
        case .judging: "judging"
        case .merging: "merging"
        }
    }
}
