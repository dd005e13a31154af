/// Why a message did not go.
package enum MailFault: Error, Sendable, Hashable {
    /// The server will not take it, now or later: no such mailbox, a text that it refuses [its answer, 500 to 599].
    case refused(Int)
    /// It may go later: no server, no TLS, a wrong password, an answer from 400 to 499.
    case notNow(Reason)

    package enum Reason: Sendable, Hashable {
        case unreachable
        case tooSlow
        /// No TLS, or a certificate that is not to be trusted.
        case insecure
        case loginRefused
        /// Its answer; 0 when there was none.
        case answered(Int)
    }

    /// A stable code, for what is kept of an attempt.
    package var code: String {
        switch self {
        case .refused(let answer): "refused-\(answer)"
        case .notNow(.unreachable): "unreachable"
        case .notNow(.tooSlow): "too-slow"
        case .notNow(.insecure): "insecure"
        case .notNow(.loginRefused): "login-refused"
        case .notNow(.answered(let answer)): "answered-\(answer)"
        }
    }
}
