import Kernel
import Store
import UseCases

extension GlobalOptions {
    /// The data with the access book beside it, for what runs for long.
    func openInstallation() async throws -> Installation {
        let database = try await Database.open(try databaseURL, databaseOptions())
        do {
            let access = try await AccessBook.open(beside: database, now: SystemClock.nowUTC())
            return Installation(
                database: database, access: access, fixedDay: try fixedDay(),
                clock: { SystemClock.secondsSince1970() })
        } catch {
            try? await database.close()  // the first error is the one to tell
            throw error
        }
    }

    /// The day that a demonstration or a replay takes for today.
    func fixedDay() throws -> Day? {
        today != nil || Environment["VIGIE_TODAY"] != nil ? try day() : nil
    }
}

extension Installation {
    func close() async throws {
        try await access.close()
        try await database.close()
    }
}
