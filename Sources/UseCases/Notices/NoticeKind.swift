import Register
import Store

/// What one may choose about: how, and whether, to be told of it.
package enum NoticeKind: String, Codable, Sendable, CaseIterable {
    /// A result that is not negative, or that contradicts what was settled.
    case nonNegative = "non-negative"
    /// Work that waits, once a week.
    case workLists = "work-lists"
    /// A file that one sent, refused in whole or in part.
    case refusedFile = "refused-file"
    /// One's own account.
    case account

    /// What a role must be allowed to be told of it; nil: everybody is, of the own account.
    var right: Intention? {
        switch self {
        case .nonNegative: .resultDecide
        case .workLists: .workItemClose
        case .refusedFile: .importRead
        case .account: nil
        }
    }

    /// What somebody signed in must be told, so that nobody acts in another's name unseen (ASVS 2.2.3).
    package var isAlwaysInApp: Bool { self == .account }

    package static func of(_ role: Role) -> [NoticeKind] {
        allCases.filter { kind in kind.right.map { Policy.allows($0, to: role) } ?? true }
    }

    /// What somebody wants who chose nothing: everything, both ways.
    func wish(_ choice: NoticeChoiceRow?) -> (inApp: Bool, byMail: Bool) {
        (choice?.inApp ?? true || isAlwaysInApp, choice?.byMail ?? true)
    }
}

/// What happened, in stable codes.
package enum NoticeTopic: String, Sendable, CaseIterable {
    case nonNegativeResult = "non-negative-result"
    case changedResult = "changed-result"
    case authorityWork = "authority-work"
    case delegateWork = "delegate-work"
    case fileRefused = "file-refused"
    /// Of a file, nothing was read: its job failed.
    case fileFailed = "file-failed"
    case passwordChanged = "password-changed"
    case passwordReset = "password-reset"
    case factorSetUp = "factor-set-up"
    case factorRemoved = "factor-removed"
    case factorReset = "factor-reset"
    case recoveryRenewed = "recovery-renewed"
    case recoveryUsed = "recovery-used"
    case newBrowser = "new-browser"
    case sessionsClosed = "sessions-closed"
    case sessionsClosedByAdministrator = "sessions-closed-by-administrator"
    case mailChanged = "mail-changed"
    case mailToConfirm = "mail-to-confirm"
    case rightsChanged = "rights-changed"
    case accountDisabled = "account-disabled"
    case accountEnabled = "account-enabled"
    /// A personal token that acts as the account.
    case tokenCreated = "token-created"
    /// A client of OAuth 2 that acts as the account.
    case clientCreated = "client-created"
    case clientRenewed = "client-renewed"
    case invited
    case invitedAgain = "invited-again"

    package var kind: NoticeKind {
        switch self {
        case .nonNegativeResult, .changedResult: .nonNegative
        case .authorityWork, .delegateWork: .workLists
        case .fileRefused, .fileFailed: .refusedFile
        default: .account
        }
    }
}
