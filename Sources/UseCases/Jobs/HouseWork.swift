/// Work of the house itself, for no account: it finds out by itself who may what.
package protocol HouseWork: JobWork {
    func run(in house: Installation) async throws -> JobReport
}

extension HouseWork {
    package var intention: Intention { .jobRead }
    package var department: String? { nil }

    /// Never asked for: see `JobPerformance`.
    package func run(_ run: JobRun) async throws -> JobReport { throw Refused(JobFinding.unreadable, ["kind": ""]) }
}

/// What work throws that is to be done later, by its own reckoning. It does not count as an attempt.
package struct JobLater: Error {
    package let seconds: Int

    package init(seconds: Int) { self.seconds = seconds }
}
