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
    /// Seconds since 1970; the one clock of a server, given from outside.
    package let clock: @Sendable () -> Int
    /// The civil date of a department, where it is not the clock's: a past replayed, a demonstration.
    package let fixedDay: Day?
    package var rules = SignInRules()
    /// nil: this process sends no mail.
    package var mail: MailOffice?

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
        Context(database: database, actor: actor, today: today(in: department), now: now)
    }

    package func today(in department: String? = nil) -> Day {
        fixedDay ?? CivilDate.today(secondsSince1970: clock(), department: department ?? "")
    }

    /// UTC, ISO 8601 to the second.
    package var now: String { Instant.text(ofSeconds: clock()) }
}
