import CPostgreSQL
import Dispatch

/// One connection to the server with its prepared statements.
///
/// Not thread-safe: the pool gives it to one user at a time, who calls it on `queue` only (hence `@unchecked`).
final class PostgresLink: @unchecked Sendable {
    let queue = DispatchQueue(label: "vigie.postgres")
    private(set) var handle: OpaquePointer?
    private var statements = PreparedStatements()
    private let waitSeconds: Double

    /// Connects. Blocks: call it on a thread of Dispatch.
    init(uri: String, waitSeconds: Double) throws {
        let handle = PQconnectdb(uri)
        self.handle = handle
        self.waitSeconds = waitSeconds
        guard PQstatus(handle) == CONNECTION_OK else {
            let message = PostgresLink.lastMessage(handle)
            close()
            throw StoreError.connection(message: message)
        }
        // Notices ("relation already exists, skipping") would go to stderr.
        PQsetNoticeReceiver(handle, { _, _ in }, nil)
        do { try configure() } catch {
            close()
            throw error
        }
    }

    /// The session's settings: they go with the connection, so a new one gets them again. Compiling a statement takes
    /// longer than any of ours gains by it.
    private func configure() throws {
        try run(
            """
            SET client_encoding = 'UTF8'; SET datestyle = 'ISO'; SET timezone = 'UTC';
            SET bytea_output = 'hex'; SET standard_conforming_strings = on;
            SET cursor_tuple_fraction = 1; SET jit = off; SET client_min_messages = warning;
            SET lock_timeout = \(Int(waitSeconds * 1000))
            """)
    }

    deinit { close() }

    func close() {
        if let handle { PQfinish(handle) }
        handle = nil
    }

    /// Connected, and outside of any transaction.
    var isUsable: Bool { PQstatus(handle) == CONNECTION_OK && PQtransactionStatus(handle) == PQTRANS_IDLE }

    /// Begins a transaction; connects anew when the server has dropped the idle connection meanwhile.
    func begin(_ statement: String) throws {
        do {
            try run(statement)
        } catch StoreError.connection {
            PQreset(handle)
            statements = PreparedStatements()
            guard PQstatus(handle) == CONNECTION_OK else {
                throw StoreError.connection(message: PostgresLink.lastMessage(handle))
            }
            try configure()
            try run(statement)
        }
    }

    /// Ends the transaction after a failure. Where even that fails, the pool drops the connection.
    func rollback() {
        guard PQtransactionStatus(handle) != PQTRANS_IDLE else { return }
        PQclear(PQexec(handle, "ROLLBACK"))
    }

    /// An import sorts and joins whole files: with the memory for it, instead of the 4 MB of an ordinary question.
    func beginStaging() throws {
        try run("SET work_mem = '64MB'")
    }

    /// Forgets the staging tables of an import. On a broken connection there is nothing left to forget.
    func endStaging() {
        PQclear(PQexec(handle, "DISCARD TEMP"))
        PQclear(PQexec(handle, "RESET work_mem"))
    }

    /// Runs statements without arguments and results.
    func run(_ sql: String) throws {
        let result = PQexec(handle, sql)
        defer { PQclear(result) }
        try check(result)
    }

    /// Throws what the server answered, unless it is a success.
    func check(_ result: OpaquePointer?) throws {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE, PGRES_COPY_IN: return
        default: throw postgresError(handle, result)
        }
    }

    /// The name of the prepared statement, preparing it at first.
    func prepared(_ sql: String, _ arguments: PostgresArguments) throws -> String {
        try statements.name(sql, arguments.types) { name, numbered, types in
            let result = PQprepare(handle, name, numbered, Int32(types.count), types)
            defer { PQclear(result) }
            try check(result)
        } reset: {
            try run("DEALLOCATE ALL")
        }
    }

    static func lastMessage(_ handle: OpaquePointer?) -> String {
        guard let message = PQerrorMessage(handle) else { return "out of memory" }
        let text = String(cString: message)
        return String(text.reversed().drop { $0.isWhitespace }.reversed())
    }
}
