import CPostgreSQL

/// Backups with PostgreSQL's own tools, which must be on the PATH: `pg_dump`, `pg_restore`.
enum PostgresBackup {
    /// Writes `target` in pg_dump's custom format, whole or not at all.
    static func dump(_ uri: String, to target: String) throws {
        if try fileSize(target) != nil { throw StoreError.targetExists(place: target) }
        let address = try PostgresAddress(uri)
        let partial = target + ".partial"
        do {
            try ChildProcess.run(
                "pg_dump",
                ["--format=custom", "--no-owner", "--no-privileges", "--file=\(partial)", "--dbname=\(address.text)"],
                environment: address.secrets)
            try ChildProcess.run("pg_restore", ["--list", partial])
            try flushFile(partial)
            try renameFile(partial, to: target)
        } catch {
            try removeFile(partial)
            throw error
        }
    }

    /// Restores into an empty database, all or nothing.
    static func restore(_ path: String, into uri: String) throws {
        let address = try PostgresAddress(uri)
        try ChildProcess.run(
            "pg_restore",
            [
                "--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction",
                "--dbname=\(address.text)", path,
            ],
            environment: address.secrets)
    }
}

/// A server's address for a child process: everybody may read a command line, so the password goes another way.
private struct PostgresAddress {
    /// Keywords and values, without the password.
    private(set) var text = ""
    private(set) var secrets: [String: String] = [:]

    init(_ uri: String) throws(StoreError) {
        guard let options = PQconninfoParse(uri, nil) else { throw .invalidURL(DatabaseURL.withoutPassword(uri)) }
        defer { PQconninfoFree(options) }
        var next = options
        while let keyword = next.pointee.keyword {
            defer { next += 1 }
            guard let value = next.pointee.val.map({ String(cString: $0) }) else { continue }
            let name = String(cString: keyword)
            if name == "password" {
                secrets["PGPASSWORD"] = value
            } else {
                let escaped = value.flatMap { $0 == "'" || $0 == "\\" ? ["\\", $0] : [$0] }
                text += "\(name)='\(String(escaped))' "
            }
        }
    }
}
