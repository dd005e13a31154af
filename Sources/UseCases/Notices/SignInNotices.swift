import Register
import Store

/// What the access book knows and people are to be told: a new browser, sessions that were closed.
///
/// Signing in never waits for the data, so it only writes its diary, in the transaction of the session itself. The
/// workers carry on from there: each line of the diary is told once, however many workers read it and however often.
enum SignInNotices {
    /// Diary lines older than this are history, not news.
    static let newsSeconds = 7 * 86_400

    /// What the diary says of a browser that the account was never seen with.
    static let unknown = " unknown"
    static let closed = "closed sessions"

    /// - Parameter since: seconds since 1970; lines from then on are looked at.
    static func relay(since: Int, _ installation: Installation) async throws {
        let events = try await installation.access.read { try $0.signInNews(since: since) }
        for part in stride(from: 0, to: events.count, by: 200).map({ events[$0..<min($0 + 200, events.count)] }) {
            let told = try await installation.database.read { connection in
                try connection.noticeKeys(among: part.compactMap { $0.topic.map { "\($0.topic.rawValue):\($0.key)" } })
            }
            for event in part {
                guard let (topic, key) = event.topic, !told.contains("\(topic.rawValue):\(key)") else { continue }
                let moment = (text: Instant.text(ofSeconds: event.at), seconds: event.at)
                try await installation.database.write { connection in
                    try connection.tell(topic, of: event.login, once: key, at: moment)
                }
            }
        }
    }
}

extension SignInEventRow {
    /// What to tell of it, and the key that it has among all.
    fileprivate var topic: (topic: NoticeTopic, key: String)? {
        let topic: NoticeTopic? =
            outcome.hasSuffix(SignInNotices.unknown)
            ? .newBrowser : outcome.hasPrefix(SignInNotices.closed) ? .sessionsClosed : nil
        return topic.map { ($0, "\(login):\(at):\(outcome)") }
    }
}
