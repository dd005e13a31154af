import Kernel

package enum JobFinding: String, FindingCode {
    /// No such job, or not one that the actor may see [job].
    case unknown = "job-unknown"
    /// It is over: nothing left to cancel [job, state].
    case over = "job-over"
    /// It waits, runs or is done: nothing to try again [job, state].
    case notFailed = "job-not-failed"
    /// An unexpected fault, after the last attempt [attempts, fault].
    case fault = "job-fault"
    /// Its workers ended without a word each time [attempts].
    case abandoned = "job-abandoned"
    /// Someone cancelled it while it ran.
    case cancelled = "job-cancelled"
    /// The stored order is not one that this program understands [kind].
    case unreadable = "job-unreadable"
    /// A file of a size that is not accepted [limit].
    case fileTooLarge = "upload-too-large"
    /// Nothing was chosen to be sent.
    case fileMissing = "upload-missing"
    /// Of none of the kinds that Vigie reads [file].
    case kindUnknown = "upload-kind-unrecognised"
    /// The file does not say for which department it is, and none was chosen.
    case departmentMissing = "upload-department-missing"
    /// What the file names lies in several departments [departments].
    case departmentsSeveral = "upload-departments-several"
    /// No such department here [department].
    case departmentUnknown = "upload-department-unknown"
    /// The dairy laboratory that sends was not named.
    case laboratoryMissing = "upload-laboratory-missing"
    /// No such file was received, or not one that the actor may see [import].
    case fileUnknown = "received-file-unknown"
}
