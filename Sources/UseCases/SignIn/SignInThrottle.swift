import Secrets
import Store

/// Makes who guesses wait, and nobody else: after some failures a pause that doubles from 2 seconds to 15 minutes. A
/// quarter of an hour without failures clears it.
///
/// A browser from which the person signed in before has a count of its own (device cookie, as OWASP describes it):
/// whatever strangers do to the login or from the same address, the person comes in. For other browsers failures count
/// by login and address, by address, and by login: who guesses from a thousand addresses waits too.
///
/// A try is counted before it is judged and taken back when it was right, so that a hundred at once are a hundred.
struct SignInThrottle: Sendable {
    private struct Subject: Sendable {
        let key: String
        /// Failures that cost nothing.
        let free: Int
    }

    private let subjects: [Subject]
    private static let clearedAfterSeconds = 900

    /// - Parameters:
    ///   - login: as typed; only digests are written down, since people type passwords there.
    ///   - device: the digest of a device that is known to belong to the login.
    init(login: String, address: String, device: String?, step: String = "password") {
        let place = IPAddress(address)?.subscriber ?? address
        let own = Token.digest(login)
        if let device {
            subjects = [Subject(key: "\(step) device \(device)", free: 5)]
        } else {
            subjects = [
                Subject(key: "\(step) login \(own) \(place)", free: 5), Subject(key: "address \(place)", free: 50),
                Subject(key: "\(step) login \(own)", free: step == "password" ? 100 : 20),
            ]
        }
    }

    /// Counts a try.
    /// - Throws: `Refused` with the seconds to wait; such a try is not counted.
    func admit(_ installation: Installation) async throws {
        let (now, subjects) = (installation.clock(), subjects)
        let left = try await installation.access.write { connection -> Int in
            for subject in subjects { try connection.holdFailedSignIns(subject.key) }
            let left =
                try subjects.map { subject in
                    try connection.failedSignIns(subject.key).map { SignInThrottle.pause($0, subject.free, now) } ?? 0
                }.max() ?? 0
            guard left == 0 else { return left }
            for subject in subjects {
                try connection.noteFailedSignIn(
                    subject.key, at: now, cleared: now - SignInThrottle.clearedAfterSeconds)
            }
            return 0
        }
        if left > 0 { throw Refused(SignInFinding.slowDown, ["seconds": String(left)]) }
    }

    private static func pause(_ failed: FailedSignIns, _ free: Int, _ now: Int) -> Int {
        guard failed.count >= free, now - failed.lastAt < clearedAfterSeconds else { return 0 }
        return max(0, failed.lastAt + min(2 << min(failed.count - free, 9), clearedAfterSeconds) - now)
    }

    /// The try was right: the own counts are cleared; the address, which others share, gets back this one only.
    func succeed(_ installation: Installation) async throws {
        let (now, subjects) = (installation.clock(), subjects)
        try await installation.access.write { connection in
            try connection.forgetFailedSignIns(before: now - SignInThrottle.clearedAfterSeconds)
        }
        try await installation.access.write { connection in
            for subject in subjects {
                if subject.key.hasPrefix("address") {
                    try connection.takeBackFailedSignIn(subject.key)
                } else {
                    try connection.forgetFailedSignIns(subject.key)
                }
            }
        }
    }

    /// The try was not judged at all.
    func takeBack(_ installation: Installation) async throws {
        let subjects = subjects
        try await installation.access.write { connection in
            for subject in subjects { try connection.takeBackFailedSignIn(subject.key) }
        }
    }
}
