import Kernel

/// What a program that talks to Vigie may be told.
package enum APIFinding: String, FindingCode {
    case tokenMissing = "api-token-missing"
    /// Unknown, ended, revoked, or of an account that may not act: they all answer alike.
    case tokenRefused = "api-token-refused"
    case clientRefused = "api-client-refused"
    /// The kind of grant asked for is not `client_credentials` [grant].
    case grantUnsupported = "api-grant-unsupported"
    /// More requests than the token may send in a minute [seconds].
    case tooManyRequests = "api-too-many-requests"

    /// No operation has this path.
    case pathUnknown = "api-path-unknown"
    case methodNotAllowed = "api-method-not-allowed"
    case notAcceptable = "api-not-acceptable"
    case mediaTypeUnsupported = "api-media-type-unsupported"
    case bodyTooLarge = "api-body-too-large"
    case bodyUnreadable = "api-body-unreadable"
    /// The whole request was not understood by the server's library [status].
    case requestUnreadable = "api-request-unreadable"
    /// A value that is not as the description says [name, expected].
    case valueInvalid = "api-value-invalid"
    case valueMissing = "api-value-missing"
    case valueUnexpected = "api-value-unexpected"
    case cursorInvalid = "api-cursor-invalid"
    case nothingStored = "api-nothing-stored"

    /// Same key, another request.
    case keyReused = "api-key-reused"
    /// Same key, and the first request is not answered yet.
    case keyBusy = "api-key-busy"
    case databaseBusy = "api-database-busy"
    case internalFault = "api-internal-fault"
    /// The installation's keys are missing or wrong: no access token is given or verified.
    case keysUnavailable = "api-keys-unavailable"

    case credentialUnknown = "api-credential-unknown"
    case credentialNameMissing = "api-credential-name-missing"
    case credentialExpiry = "api-credential-expiry"
}
