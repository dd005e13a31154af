import Exchange
import Kernel
import Store

/// One kind of work, as it is stored until a worker takes it: what the intention needs, and nothing of who or when.
package protocol JobWork: Codable, Sendable {
    static var kind: JobKind { get }
    /// What the account must be allowed when the job is queued, and again when it runs.
    var intention: Intention { get }
    /// The department it touches; nil where its file tells.
    var department: String? { get }
    /// Runs the use case with the rights that the account has now. Killed at any moment, run again it completes.
    func run(_ run: JobRun) async throws -> JobReport
}

/// What a job gets when it runs.
package struct JobRun: Sendable {
    /// Of who asked, now.
    package let context: Context
    /// In the order in which they were sent.
    package let files: [ByteSource]
    package let board: ProgressBoard
    package let output: JobOutput
}

/// What came of a job.
package struct JobReport: Codable, Sendable, Hashable {
    /// The import that it made.
    package var importID: Int64?
    /// By a stable name: `accepted`, `refused`, `documents`, …
    package var counts: [String: Int] = [:]
    package var findings: [Finding] = []
    /// Something was refused; the rest counts.
    package var hasRefusals = false
    /// What it wrote, where it is about letters.
    package var letters: LettersMade?

    package init() {}

    /// Findings beyond this are found with the import itself.
    static let keptFindings = 200

    init(counts: [String: Int], findings: [Finding], hasRefusals: Bool) {
        self.counts = counts
        self.findings = Array(findings.prefix(JobReport.keptFindings))
        self.hasRefusals = hasRefusals
    }
}
