import CPostgreSQL
import Foundation
import Store

/// The private PostgreSQL cluster of a test run: the one in VIGIE_TEST_POSTGRES, or one that this process starts
/// when first asked, and that goes when the process goes. Each test gets a database cloned from one template.
package actor PostgresCluster {
    package static let shared = PostgresCluster()

    package struct Failure: Error, CustomStringConvertible {
        package let description: String
        package init(description: String) { self.description = description }
    }

    private var starting: Task<String, any Error>?
    private var templating: Task<String, any Error>?
    private var created = 0

    /// The address of a database in the cluster.
    package func uri(of name: String) async throws -> String {
        let address = try await address()
        guard let scheme = address.range(of: "://"),
            let path = address[scheme.upperBound...].firstIndex(of: "/")
        else { throw Failure(description: "VIGIE_TEST_POSTGRES has no database name: \(address)") }
        let query = address[path...].firstIndex(of: "?") ?? address.endIndex
        return address[...path] + name + address[query...]
    }

    package func createDatabase(migrated: Bool) async throws -> String {
        let source = migrated ? try await template() : "template0"
        created += 1
        let name = "vigie_test_\(ProcessInfo.processInfo.processIdentifier)_\(created)"
        // Copying files is quicker than logging every page, where the server lets us choose.
        try await run("CREATE DATABASE \(name) TEMPLATE \(source)", from15: " STRATEGY FILE_COPY")
        return name
    }

    package func dropDatabase(_ name: String) async throws {
        try await run("DROP DATABASE \(name) WITH (FORCE)")
    }

    /// Ends a server process, as an administrator would.
    package func terminate(_ process: Int64) async throws {
        try await run("DO $$ BEGIN PERFORM pg_terminate_backend(\(process), 5000); END $$")
    }

    /// Runs one statement outside of any transaction on the cluster's main database, with an addition that servers
    /// before PostgreSQL 15 do not know.
    package func run(_ statement: String, from15 addition: String = "") async throws {
        let connection = PQconnectdb(try await address())
        defer { PQfinish(connection) }
        guard PQstatus(connection) == CONNECTION_OK else {
            throw Failure(description: String(cString: PQerrorMessage(connection)))
        }
        let sql = statement + (PQserverVersion(connection) >= 150_000 ? addition : "")
        let result = PQexec(connection, sql)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else {
            throw Failure(description: "\(sql): \(String(cString: PQerrorMessage(connection)))")
        }
    }

    private func address() async throws -> String {
        let starting = starting ?? Task { try PostgresCluster.findOrStart() }
        self.starting = starting
        return try await starting.value
    }

    private func template() async throws -> String {
        let templating = templating ?? Task { try await makeTemplate() }
        self.templating = templating
        return try await templating.value
    }

    private func makeTemplate() async throws -> String {
        let name = "vigie_template_\(ProcessInfo.processInfo.processIdentifier)"
        try await run("CREATE DATABASE \(name) TEMPLATE template0")
        let url = DatabaseURL.postgres(uri: try await uri(of: name))
        let database = try await Database.open(url, DatabaseOptions(.anyOrNew))
        try await database.migrate(now: testTime)
        // A database with connections cannot be cloned.
        try await database.close()
        return name
    }

    // MARK: Starting

    private static func findOrStart() throws -> String {
        if let address = ProcessInfo.processInfo.environment["VIGIE_TEST_POSTGRES"], !address.isEmpty {
            return address
        }
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let script = Process()
        script.executableURL = root.appending(path: "scripts/with-postgres")
        // The script removes the cluster when its command ends, and this one ends when our end of the pipe closes:
        // however this process ends, nothing stays behind.
        script.arguments = ["sh", "-c", "echo \"$VIGIE_TEST_POSTGRES\"; cat >/dev/null"]
        let (input, output) = (Pipe(), Pipe())
        script.standardInput = input
        script.standardOutput = output
        try script.run()
        var line = Data()
        while let byte = try output.fileHandleForReading.read(upToCount: 1), !byte.isEmpty, byte[0] != 0x0a {
            line.append(byte)
        }
        guard !line.isEmpty else {
            throw Failure(description: "scripts/with-postgres did not start a server; see what it said above")
        }
        keptOpen.keep(input)
        return String(decoding: line, as: UTF8.self)
    }

    private static let keptOpen = KeptOpen()
}

/// Holds the pipe for as long as the process lives.
private final class KeptOpen: @unchecked Sendable {
    private let lock = NSLock()
    private var pipe: Pipe?

    func keep(_ pipe: Pipe) { lock.withLock { self.pipe = pipe } }
}
