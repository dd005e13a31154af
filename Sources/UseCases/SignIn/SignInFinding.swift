import Kernel

package enum SignInFinding: String, FindingCode {
    /// Wrong login, wrong password, no password set, account disabled: they all answer alike.
    case notRecognised = "sign-in-not-recognised"
    /// Too many failures from there of late [seconds].
    case slowDown = "sign-in-slow-down"
    /// The code of the telephone, or the recovery code, is wrong or was used.
    case codeWrong = "sign-in-code-wrong"
    /// Too long, or too many tries, between password and code.
    case codeLate = "sign-in-code-late"
    case factorPresent = "second-factor-present"
    case factorMissing = "second-factor-missing"
    /// A link that was used, has expired or was never made.
    case invitationGone = "invitation-gone"
    /// Somebody who signs in elsewhere has no password here.
    case passwordElsewhere = "password-elsewhere"
    /// The provider cannot be reached, or its answer not be believed.
    case providerFailed = "provider-failed"
    /// The provider knows the person, and no account here is theirs.
    case providerStranger = "provider-stranger"
    /// The provider was asked to identify the person anew, and does not say that it did.
    case providerNotAnew = "provider-not-anew"
    /// The provider gives no role that the mapping knows.
    case providerRoleless = "provider-roleless"
    case passwordShort = "password-short"
    case passwordLong = "password-long"
    case passwordGuessable = "password-guessable"
    /// The present password that was given is not the present one.
    case passwordWrong = "password-wrong"
}
