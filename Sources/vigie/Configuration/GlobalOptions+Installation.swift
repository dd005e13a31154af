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
            installation.webhooks.authorities = try webhookAuthorities
            installation.readsKeptDays = try readsKeptDays
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

    private var readsKeptDays: Int {
        get throws {
            guard let days = Int(Environment["VIGIE_READS_DAYS"] ?? "365"), (30...3660).contains(days) else {
                throw ValidationError("VIGIE_READS_DAYS : un nombre de jours, de 30 à 3660.")
            }
            return days
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

    /// - Throws: `Refused` for a file that holds no certificates.
    private var webhookAuthorities: String? {
        get throws {
            guard let path = Environment["VIGIE_WEBHOOK_AUTHORITIES"] else { return nil }
            let text = String(decoding: try SecretFile.bytes(at: path), as: UTF8.self)
            guard text.contains("-----BEGIN CERTIFICATE-----") else {
                throw Refused(ServerFinding.authoritiesInvalid, ["file": path])
            }
            return path
        }
    }

    /// The day that a demonstration or a replay takes for today.
    func fixedDay() throws -> Day? {
        today != nil || Environment["VIGIE_TODAY"] != nil ? try day() : nil
    }
}

extension Installation {
    func close() async throws {
        try await writeReads()
        try await access.close()
        try await database.close()
    }
}

extension String {
    /// An address without the slash at its end.
    var asAddress: String { hasSuffix("/") ? String(dropLast()) : self }
}
