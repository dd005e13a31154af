import Kernel
import Register
import Secrets
import Store

/// One running Vigie, as the server and its worker see it: the data, the access book, the clock, the desk that checks
/// passwords. Everything else is made for one request and forgotten.
package struct Installation: Sendable {
    package let database: Database
    package let access: Database
    package let passwords: PasswordDesk
    package let bearers = BearerDesk()
    package let reads = ReadLog()
    /// Seconds since 1970; the one clock of a server, given from outside.
    package let clock: @Sendable () -> Int
    /// The civil date of a department, where it is not the clock's: a past replayed, a demonstration.
    package let fixedDay: Day?
    package var rules = SignInRules()
    /// nil: this process sends no mail.
    package var mail: MailOffice?
    /// The passwords that everybody guesses first; nil where the set-up installed no list.
    package var commonPasswords: CommonPasswords?
    /// The installation's own secrets.
    package var keys = KeyBook(.nowhere)
    package var webhooks = WebhookRules()
    /// How long it stays known who read what.
    package var readsKeptDays = 365
    /// The address by which people and programs reach the installation, without a slash at its end.
    package var publicAddress = "http://127.0.0.1:8080"

    package init(
        database: Database, access: Database, passwords: PasswordDesk = PasswordDesk(), fixedDay: Day? = nil,
        clock: @escaping @Sendable () -> Int
    ) {
        self.database = database
        self.access = access
        self.passwords = passwords
        self.fixedDay = fixedDay
        self.clock = clock
    }

    /// What a use case needs to know of the world when `actor` acts now.
    /// - Parameter department: whose civil date counts; mainland without one.
    package func context(for actor: Actor, department: String? = nil) -> Context {
        let seconds = clock()
        var context = Context(
            database: database, actor: actor, today: today(in: department), now: Instant.text(ofSeconds: seconds))
        context.reads = ReadDesk(log: reads, seconds: seconds)
        return context
    }

    package func today(in department: String? = nil) -> Day {
        fixedDay ?? CivilDate.today(secondsSince1970: clock(), department: department ?? "")
    }

    /// UTC, ISO 8601 to the second.
    package var now: String { Instant.text(ofSeconds: clock()) }

    /// Seals what must be read again, with a key that follows from the installation's secret.
    /// - Throws: `Refused` where the installation has no keys.
    func seal() throws -> SecretSeal { SecretSeal(try keys.keys(at: clock()).secret) }

    /// Who gives access tokens (RFC 8414 §2), and for what they are (RFC 9068 §2.2).
    package var issuer: String { publicAddress }
    package var audience: String { publicAddress + "/api/v1" }

    /// Writes down who read what since the last time.
    /// - Returns: how many reads were lost because the access book did not answer for long.
    @discardableResult
    package func writeReads() async throws -> Int {
        try await reads.flush(to: access, at: clock(), keptDays: readsKeptDays)
    }
}

/// Never more than its name: an installation holds secrets, and whatever describes it may end in a log.
extension Installation: CustomStringConvertible {
    package var description: String { "installation" }
}
