import Kernel

package enum SignInFinding: String, FindingCode {
    /// Wrong login, wrong password, no password set, account disabled: they all answer alike.
    case notRecognised = "sign-in-not-recognised"
    /// Too many failures from there of late [seconds].
    case slowDown = "sign-in-slow-down"
    case passwordShort = "password-short"
    case passwordLong = "password-long"
    case passwordGuessable = "password-guessable"
    /// The present password that was given is not the present one.
    case passwordWrong = "password-wrong"
}
