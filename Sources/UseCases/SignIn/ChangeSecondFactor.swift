import Kernel
import Register
import Secrets
import Store

/// Sets up one's second factor, replaces its recovery codes, or removes it. The session goes on under a new secret, and
/// all others of the account end.
package struct ChangeSecondFactor: Sendable {
    package enum Change: Sendable {
        /// A code of the telephone shows that it got the secret that was offered.
        case setUp(code: String)
        /// New recovery codes, or no second factor any more: both need a code of the telephone, or a recovery code.
        case renewRecovery(code: String)
        case remove(code: String)
    }

    package struct Outcome: Sendable {
        /// Shown once.
        package let recovery: [String]
        /// The secret for the cookie.
        package let token: String
    }

    package let visit: Sessions.Visit
    package let change: Change

    package init(_ visit: Sessions.Visit, _ change: Change) {
        self.visit = visit
        self.change = change
    }

    /// - Throws: `Refused`.
    package func perform(on installation: Installation) async throws -> Outcome {
        let (login, actor, change) = (visit.actor.login, visit.actor, change)
        try actor.require(.secondFactorSet, in: nil)
        let factor = try await proven(installation)
        let (codes, rows) = SecondFactor.makeRecoveryCodes()
        let (id, now, moment) = (try await installation.database.id(), installation.now, installation.moment)
        let epoch = try await installation.database.write { connection -> Int64 in
            switch change {
            case .setUp: try connection.set(factor, recovery: rows)
            case .renewRecovery: try connection.replaceRecoveryCodes(of: login, by: rows)
            case .remove: try connection.removeSecondFactor(of: login)
            }
            try connection.audit(
                AuditEntry(change.outcome, on: login, .secondFactorSet, by: actor, as: (id, now)))
            try connection.tell(change.topic, of: login, once: String(id), at: moment)
            return try connection.raiseEpoch(of: login)
        }
        let digest = visit.session.digest
        try await installation.access.write { connection in
            try connection.withdrawOffer(toSession: digest)
            if case .setUp = change { try connection.setProof(Proof.passwordAndCode.rawValue, ofSession: digest) }
            if case .remove = change { try connection.setProof(Proof.password.rawValue, ofSession: digest) }
        }
        let token = try await Sessions.renew(digest, of: login, epoch: epoch, installation)
        if case .remove = change { return Outcome(recovery: [], token: token) }
        return Outcome(recovery: codes, token: token)
    }

    /// The factor to keep, after its proof.
    private func proven(_ installation: Installation) async throws -> SecondFactorRow {
        let (login, digest) = (visit.actor.login, visit.session.digest)
        let present = try await installation.database.read { try $0.secondFactor(of: login) }
        // Guessing the code of a session left open costs as many tries as at sign-in.
        let throttle = SignInThrottle(login: login, address: "", device: digest, step: "code")
        try await throttle.admit(installation)
        let factor: SecondFactorRow
        switch change {
        case .setUp(let code):
            guard present == nil else { throw Refused(SignInFinding.factorPresent) }
            let secret = try await installation.access.read { try $0.offeredFactor(toSession: digest) }
            factor = SecondFactorRow(login: login, secret: secret ?? "", setAt: installation.now)
            guard secret != nil, try await SecondFactor.accepts(code.digitsOnly, factor, installation) else {
                throw Refused(SignInFinding.codeWrong)
            }
        case .renewRecovery(let code), .remove(let code):
            guard let present else { throw Refused(SignInFinding.factorMissing) }
            factor = present
            if try await !SecondFactor.accepts(code.digitsOnly, present, installation),
                try await !SecondFactor.useRecoveryCode(code, of: login, installation)
            {
                throw Refused(SignInFinding.codeWrong)
            }
        }
        try await throttle.succeed(installation)
        return factor
    }
}

extension ChangeSecondFactor.Change {
    fileprivate var outcome: String {
        switch self {
        case .setUp: "set-up"
        case .renewRecovery: "recovery-renewed"
        case .remove: "removed"
        }
    }

    fileprivate var topic: NoticeTopic {
        switch self {
        case .setUp: .factorSetUp
        case .renewRecovery: .recoveryRenewed
        case .remove: .factorRemoved
        }
    }
}

extension String {
    fileprivate var digitsOnly: String { filter { !$0.isWhitespace } }
}

/// An administrator takes a second factor away from who lost telephone and recovery codes. Sessions end.
package struct ResetSecondFactor: UseCase {
    package let intention = Intention.accountAdd
    package let department: String? = nil
    package let login: String

    package init(of login: String) { self.login = login }

    package func run(_ context: Context) async throws {
        let (id, login) = (try await context.database.id(), login)
        try await context.database.write { connection in
            guard try connection.account(login: login) != nil else {
                throw Refused(UseCaseFinding.userUnknown, ["login": login])
            }
            guard try connection.secondFactor(of: login) != nil else { throw Refused(SignInFinding.factorMissing) }
            try connection.removeSecondFactor(of: login)
            try connection.raiseEpoch(of: login)
            try connection.audit(
                AuditEntry("reset", on: login, .secondFactorSet, by: context.actor, as: (id, context.now)))
            try connection.tell(.factorReset, of: login, once: String(id), at: context.moment)
        }
    }
}
