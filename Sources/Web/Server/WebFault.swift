import Hummingbird
import Kernel
import UseCases

/// What a request may meet before any use case is asked.
enum WebFault: Error {
    /// Nobody is signed in: pages lead to the sign-in, which leads back.
    case signInNeeded
    /// The person has to choose a password of their own first.
    case passwordChangeNeeded
    /// The person's role asks for a second factor, which is to be set up first.
    case secondFactorNeeded
    case notFound
    /// A form sent by another site.
    case foreignOrigin
    /// A form without the token of this browser: left open for too long, or forged.
    case formStale
    /// A form that is no form, or lacks a field.
    case formUnreadable
}

/// How an answer says that something was refused: one table for pages and API.
enum Refusal {
    /// The status of findings. A foreign object answers exactly like a missing one.
    static func status(of findings: [Finding]) -> HTTPResponse.Status {
        let codes = findings.map(\.code)
        if codes.contains(UseCaseFinding.outsideScope.rawValue) { return .notFound }
        if codes.contains(where: { $0.hasSuffix("-unknown") }) { return .notFound }
        let forbidden: [UseCaseFinding] = [.roleMayNot, .stepNotDelegated, .notDelegated]
        if codes.contains(where: { code in forbidden.contains { $0.rawValue == code } }) { return .forbidden }
        if codes.contains(FormFinding.filterRefused.rawValue) { return .badRequest }
        if codes.contains(JobFinding.fileTooLarge.rawValue) { return .contentTooLarge }
        if codes.contains(SignInFinding.slowDown.rawValue) { return .tooManyRequests }
        if codes.contains(SignInFinding.invitationGone.rawValue) { return .gone }
        return .unprocessableContent
    }

    /// Whether a form's page says why it was refused. What the form names and does not exist is said there too; whether
    /// the page's own object may be seen, the page finds out by itself.
    static func staysOnPage(_ findings: [Finding]) -> Bool {
        if findings.contains(where: { $0.code == UseCaseFinding.outsideScope.rawValue }) { return false }
        return [.unprocessableContent, .notFound].contains(status(of: findings))
    }
}
