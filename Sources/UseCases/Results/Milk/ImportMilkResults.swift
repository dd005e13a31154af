import Exchange
import Kernel
import Register
import Store

/// Takes in a dairy laboratory's file (PRO-169 to PRO-175, decision 20).
///
/// The laboratory is named by who sends the file: its code and the dossier are the key, and a later file replaces all
/// results of its dossiers. One field error refuses the file whole (PRO-174) unless its sender has the policy `line`;
/// the lines of a refused file are kept, looked at for what is not negative, and may be corrected and replayed. Lines
/// that belong to no holding wait on their own list.
package struct ImportMilkResults: UseCase {
    package struct Options: Sendable {
        package var profile = MilkProfile()
        /// nil: what the department has settled for the sender, else `file`.
        package var policy: ResultRun.Policy?
        /// Lets in numbers of department 99.
        package var fictitious = false
        package init() {}
    }

    package static let kind = "milk"
    /// A file larger than this that cannot be read is not kept.
    static let keptSize = 256 << 20
    package static let senderKinds = ["dairy-laboratory", "laboratory"]

    package let intention = Intention.milkResultsImport
    package let source: ByteSource
    package let laboratory: String
    package let departmentCode: String
    package let options: Options

    package init(_ source: ByteSource, laboratory: String, department: String, _ options: Options = Options()) {
        self.source = source
        self.laboratory = laboratory
        departmentCode = department
        self.options = options
    }

    package var department: String? { departmentCode }

    package func run(_ context: Context) async throws -> ResultImportOutcome {
        let desk = ResultDesk(context: context, department: departmentCode)
        let digest = try orRefused { () throws(Refusal) in try FileDigest.of(source) }
        let previous = try await context.database.read { [laboratory] connection in
            try connection.lastResultRun(kind: ImportMilkResults.kind, digest: digest, sender: laboratory)
        }
        if let previous {
            let open = try await context.database.read { try $0.openRefusedResults(ofRun: previous.id) }
            guard !open.isEmpty else { return try await desk.unchanged(previous, intention, name: source.name) }
            // A file that could not be read at all is judged as a new one.
            if open.allSatisfy({ !$0.raw.isEmpty }) {
                return try await ReplayMilkResults(previous, open, options: options).run(context)
            }
        }
        var run = desk.run(
            try await context.database.id(), kind: ImportMilkResults.kind, name: source.name, digest: digest,
            sender: laboratory)
        let job = try await context.database.read { [self, run] connection in
            try self.job(run, source, in: connection, context)
        }
        run = job.run
        return try await MilkImport(
            job: job, desk: desk, intention: intention, previous: nil, unreadable: previous
        ).carryOut()
    }

    /// What an import works with; `run` gets its policy.
    func job(
        _ run: ResultRun, _ source: ByteSource, in connection: Connection, _ context: Context
    ) throws -> MilkJob {
        guard let sender = try connection.sender(code: run.sender, kinds: ImportMilkResults.senderKinds) else {
            throw Refused(ResultsFinding.senderUnknown, ["sender": run.sender])
        }
        if context.actor.role == .dairyLaboratory, context.actor.organisation != sender.id {
            throw Refused(ResultsFinding.senderMismatch, ["sender": run.sender, "login": context.actor.login])
        }
        var run = run
        run.policy =
            try options.policy ?? connection.resultPolicy(department: departmentCode, sender: run.sender) ?? .file
        let reading = ReadingOptions(asOf: context.today, fictitious: options.fictitious)
        return MilkJob(
            source: source, profile: options.profile, options: reading, run: run, laboratory: sender.id,
            directory: try connection.milkDirectory(laboratory: sender.id), scope: context.actor.scope)
    }
}
