import Exchange
import Kernel
import Store

/// Takes in a file that someone sends: recognises it, and puts its import in the queue. The file is kept from then on,
/// whatever becomes of the server.
package struct ReceiveFiles: Sendable {
    package let files: [QueueJob.File]
    /// nil: to be recognised.
    package let kind: ReceivedKind?
    /// nil: what the file says, or the only one of the account.
    package var departmentCode: String?
    /// Code of the dairy laboratory that sends; nil: the account's own.
    package var laboratory: String?
    /// Lets in numbers of department 99.
    package var fictitious = false

    package init(_ files: [QueueJob.File], kind: ReceivedKind? = nil) {
        self.files = files
        self.kind = kind
    }

    /// - Returns: the number of the job.
    package func perform(_ context: Context) async throws -> Int64 {
        guard let file = files.first, !file.bytes.isEmpty else { throw Refused(JobFinding.fileMissing) }
        guard let kind = kind ?? ReceivedKind.recognise(file.bytes) else {
            throw Refused(JobFinding.kindUnknown, ["file": file.name])
        }
        try context.actor.require(kind.intention, in: nil)
        let work = try await work(kind, file, context)
        return try await QueueJob(work, title: file.name, files: files).perform(context)
    }

    private func work(
        _ kind: ReceivedKind, _ file: QueueJob.File, _ context: Context
    ) async throws -> any JobWork {
        let source = ByteSource.bytes(file.bytes, name: file.name)
        switch kind {
        case .register:
            let opened = RegisterBundle.open(zip: source)
            guard let bundle = opened.bundle else { throw Refused(opened.findings) }
            return RegisterImportWork(department: bundle.manifest.department, fictitious: fictitious)
        case .blood:
            let department = try await department(context) { .ofBlood(source, $0) }
            return AnalysisReportWork(department: department, fictitious: fictitious)
        case .tuberculin:
            let department = try await department(context) { .ofTuberculin(source, $0) }
            return TuberculinReportsWork(department: department, fictitious: fictitious)
        case .milk:
            let laboratory = try await laboratory(context)
            var profile = MilkProfile()
            profile.isSiretRequired = !fictitious
            let department = try await department(context) { [profile] in .ofMilk(source, profile, $0) }
            return MilkResultsWork(department: department, laboratory: laboratory, fictitious: fictitious)
        }
    }

    /// The one that was chosen, the account's only one, or the one that the file is about.
    private func department(
        _ context: Context, _ said: (ReadingOptions) -> FileDepartment.Said
    ) async throws -> String {
        let desk = FileDepartment(context: context)
        if let departmentCode { return try await desk.checked(departmentCode) }
        if case .departments(let codes) = context.actor.scope, codes.count == 1, let code = codes.first { return code }
        return try await desk.find(said(ReadingOptions(asOf: context.today, fictitious: fictitious)))
    }

    private func laboratory(_ context: Context) async throws -> String {
        if let laboratory { return laboratory }
        let organisation = context.actor.organisation
        let own = try await context.database.read { connection in
            try organisation.flatMap { try connection.organisationCode($0) }
        }
        guard context.actor.role == .dairyLaboratory, let own else { throw Refused(JobFinding.laboratoryMissing) }
        return own
    }
}
