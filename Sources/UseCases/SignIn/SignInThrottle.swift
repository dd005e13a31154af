import Store

/// Makes who fails wait: after five failures for a login from one address, or fifty from one address, a pause that
/// doubles from 2 seconds to 15 minutes. A quarter of an hour without failures clears it.
struct SignInThrottle: Sendable {
    private let subjects: [(key: String, free: Int)]
    private static let clearedAfterSeconds = 900

    init(login: String, address: String) {
        subjects = [("login \(login) \(address)", 5), ("address \(address)", 50)]
    }

    /// - Throws: `Refused` with the seconds to wait.
    func require(_ installation: Installation) async throws {
        let now = installation.clock()
        for subject in subjects {
            guard let failed = try await installation.access.read({ try $0.failedSignIns(subject.key) }),
                now - failed.lastAt < SignInThrottle.clearedAfterSeconds, failed.count >= subject.free
            else { continue }
            let pause = min(2 << min(failed.count - subject.free, 9), SignInThrottle.clearedAfterSeconds)
            let left = failed.lastAt + pause - now
            if left > 0 { throw Refused(SignInFinding.slowDown, ["seconds": String(left)]) }
        }
    }

    func noteFailure(_ installation: Installation) async throws {
        let now = installation.clock()
        let subjects = subjects
        try await installation.access.write { connection in
            try connection.forgetFailedSignIns(before: now - SignInThrottle.clearedAfterSeconds)
            for subject in subjects { try connection.noteFailedSignIn(subject.key, at: now) }
        }
    }

    /// Who signed in has no failures any more; the address keeps its own.
    func forget(_ installation: Installation) async throws {
        guard let own = subjects.first else { return }
        guard try await installation.access.read({ try $0.failedSignIns(own.key) }) != nil else { return }
        try await installation.access.write { try $0.forgetFailedSignIns(own.key) }
    }
}
