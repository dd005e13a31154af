import ArgumentParser
import Kernel
import Store
import UseCases

extension GlobalOptions {
    /// The data with the access book beside it, for what runs for long.
    func openInstallation() async throws -> Installation {
        let database = try await Database.open(try databaseURL, databaseOptions())
        do {
            let access = try await AccessBook.open(beside: database, now: SystemClock.nowUTC())
            var installation = Installation(
                database: database, access: access, fixedDay: try fixedDay(),
                clock: { SystemClock.secondsSince1970() })
            installation.keys = KeyBook(try keyPlace)
            installation.webhooks.allowed = try webhookNetworks
            if let address = Environment["VIGIE_PUBLIC_ADDRESS"] { installation.publicAddress = address.asAddress }
            return installation
        } catch {
            try? await database.close()  // the first error is the one to tell
            throw error
        }
    }

    /// Where the installation's keys stand: as the environment says, else beside a SQLite file.
    var keyPlace: KeyBook.Place {
        get throws {
            if let path = Environment["VIGIE_KEYS_FILE"] { return .file(path) }
            if let text = Environment["VIGIE_KEYS"] { return .text(text) }
            if case .sqlite(let path) = try databaseURL { return .file(path + "-keys") }
            return .nowhere
        }
    }

    /// Networks that webhooks may be called in although they are not public.
    private var webhookNetworks: [AddressRange] {
        get throws {
            let names = (Environment["VIGIE_WEBHOOK_NETWORKS"] ?? "").split(separator: ",")
                .map { $0.filter { !$0.isWhitespace } }
            let ranges = names.compactMap { AddressRange($0) }
            guard ranges.count == names.count else {
                throw ValidationError("VIGIE_WEBHOOK_NETWORKS : des réseaux séparés par des virgules, 10.1.0.0/16.")
            }
            return ranges
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

extension String {
    /// An address without the slash at its end.
    var asAddress: String { hasSuffix("/") ? String(dropLast()) : self }
}
