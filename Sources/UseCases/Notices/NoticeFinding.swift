import Kernel

package enum NoticeFinding: String, FindingCode {
    /// No such notice, or not one of the actor's [notice].
    case unknown = "notice-unknown"
    /// No address that Vigie can write to.
    case mailUnfit = "mail-unfit"
    /// The link of a confirmation is used up, late, or another account's.
    case confirmationGone = "mail-confirmation-gone"
    /// This process has no mail server.
    case mailNotConfigured = "mail-not-configured"
    /// The mail server will not take it [answer].
    case mailRefused = "mail-refused"
    /// The mail server could not be asked, or told to come back later [fault].
    case mailNotNow = "mail-not-now"
}
