import Foundation
import GRDBSQLite
import Kernel
import TestSupport
import Testing

@testable import Store

@Suite("The store's contract: opening")
struct OpeningTests {
    @Test("a server that is not there refuses the connection")
    func refused() async throws {
        try await withTemporaryFolder { folder in
            do {
                _ = try await Database.open(.postgres(uri: "postgresql:///x?host=\(folder)"))
                Issue.record("connected to nothing")
            } catch StoreError.connection(let message) {
                #expect(message.contains(folder))
            }
        }
    }

    @Test("a missing file is not created by looking at it")
    func missing() async throws {
        try await withDatabaseURL(.sqlite, .empty) { url in
            guard case .sqlite(let path) = url else { return }
            await #expect(throws: StoreError.missing(path: path)) { try await Database.open(url) }
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test("a folder that does not exist is named")
    func noFolder() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/none/vigie.sqlite"
            do {
                _ = try await Database.open(.sqlite(path: path), DatabaseOptions(.anyOrNew))
                Issue.record("opened a file in no folder")
            } catch StoreError.file(let place, _) {
                #expect(place == path)
            }
        }
    }

    @Test("a file that is no database, or another program's, is left alone", arguments: [true, false])
    func notVigie(_ isText: Bool) async throws {
        try await withDatabaseURL(.sqlite, .empty) { url in
            guard case .sqlite(let path) = url else { return }
            if isText {
                try Data(String(repeating: "EDE;TROUPEAU\n", count: 100).utf8).write(to: URL(fileURLWithPath: path))
            } else {
                try RawSQLite(path: path, flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE).run(
                    "CREATE TABLE other (id INTEGER)")
            }
            let before = try Data(contentsOf: URL(fileURLWithPath: path))
            for expectation in [DatabaseOptions.Expectation.current, .any, .anyOrNew] {
                await #expect(throws: StoreError.notVigie(place: path)) {
                    try await Database.open(url, DatabaseOptions(expectation))
                }
            }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        }
    }

    @Test("another program's PostgreSQL database is left alone")
    func foreignServerDatabase() async throws {
        try await withDatabaseURL(.postgres, .empty) { url in
            let database = try await Database.open(url, DatabaseOptions(.anyOrNew))
            try await database.write { try $0.script("CREATE TABLE other (id BIGINT)") }
            await #expect(throws: StoreError.notVigie(place: url.description)) {
                try await database.migrate(now: testTime)
            }
            await #expect(throws: StoreError.notVigie(place: url.description)) { try await Database.open(url) }
            try await database.close()
        }
    }

    @Test("every store error becomes a finding with a stable code")
    func findings() {
        let codes = Set(StoreFinding.allCases.map(\.rawValue))
        #expect(codes.count == StoreFinding.allCases.count)
        for error in [StoreError.locked, .readOnly, .diskFull, .noRow, .engine(code: "sqlite-1", message: "x")] {
            #expect(codes.contains(error.finding.code))
            #expect(error.finding.severity == .fatal)
        }
        #expect(StoreError.noRow.finding["code"] == "no-row")
    }

    @Test(
        "database addresses",
        arguments: [
            ("sqlite:/var/lib/vigie.sqlite", "sqlite:/var/lib/vigie.sqlite"),
            ("postgres://vigie:secret@host:5432/vigie", "postgres://vigie:***@host:5432/vigie"),
            (
                "postgresql:///vigie?host=/run&password=secret&user=x",
                "postgresql:///vigie?host=/run&password=***&user=x"
            ),
        ])
    func urls(_ text: String, _ shown: String) throws {
        #expect(try DatabaseURL(text).description == shown)
    }

    @Test("what is no database address is refused", arguments: ["", "vigie.sqlite", "sqlite:", "mysql://a:b@c/d"])
    func wrongURLs(_ text: String) {
        #expect(throws: StoreError.self) { try DatabaseURL(text) }
    }
}
