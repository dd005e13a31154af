import Exchange
import Foundation
import Kernel
import Register
import Store
import TestSupport
import UseCases

/// A database and the bundles that a test sends to it.
struct RegisterCase {
    let database: Database
    let folder: String
    var role = Role.authority
    var today = Day("2026-11-20") ?? Day(number: 0)

    /// The tables of a small department: two holdings with a herd each, three cows present.
    static let base: [String: [String]] = [
        "holdings": [
            "number;name;keeper;commune;department;opened;closed",
            "99001001;GAEC des Prés;Dupont Jean;63001;63;2001-01-01;",
            "99001002;EARL du Puy;Martin Anne;63002;63;2002-01-01;",
        ],
        "herds": [
            "holding;code;class;orientation;milk-delivery;opened;closed",
            "99001001;A;dairy;dairy;dairy;2001-01-01;",
            "99001002;A;beef;beef;none;2002-01-01;",
        ],
        "animals": [
            "number;sex;breed;birth-date;birth-holding;dam;father-breed;mother-breed;dead-on",
            "FR9900000001;F;66;2020-01-10;99001001;;66;66;",
            "FR9900000002;F;66;2022-02-10;99001001;FR9900000001;66;66;",
            "FR9900000003;F;38;2021-03-10;99001002;;38;38;",
        ],
        "stays": [
            "animal;holding;entered;entry-cause;left;exit-cause",
            "FR9900000001;99001001;2020-01-10;N;;",
            "FR9900000002;99001001;2022-02-10;N;;",
            "FR9900000003;99001002;2021-03-10;N;;",
        ],
    ]

    var context: Context {
        let actor = Actor(login: "test", name: "Test", role: role, scope: .departments(["63"]))
        return Context(database: database, actor: actor, today: today, now: "\(today)T10:00:00Z")
    }

    /// Writes a bundle and opens it. Tables are header and lines.
    func bundle(
        _ tables: [String: [String]], kind: String = "full", extracted: String = "2026-11-19", name: String = "bundle",
        format: String = "vigie-register/1"
    ) throws -> RegisterBundle {
        let path = folder + "/" + name
        try? FileManager.default.removeItem(atPath: path)  // there is none the first time
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (table, lines) in tables {
            try (lines.joined(separator: "\n") + "\n").write(
                toFile: "\(path)/\(table).csv", atomically: false, encoding: .utf8)
        }
        let rows = tables.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value.count - 1)" }
        let manifest = """
            format = "\(format)"
            kind = "\(kind)"
            extracted-on = \(extracted)
            department = "63"
            source = "EDE"

            [rows]
            \(rows.joined(separator: "\n"))
            """
        try manifest.write(toFile: path + "/manifest.toml", atomically: false, encoding: .utf8)
        let opened = RegisterBundle.open(path)
        guard let bundle = opened.bundle else { throw Refused(opened.findings) }
        return bundle
    }

    var options: ImportOptions {
        var options = ImportOptions()
        options.fictitious = true
        return options
    }

    @discardableResult
    func importing(
        _ tables: [String: [String]], kind: String = "full", extracted: String = "2026-11-19",
        _ change: (inout ImportOptions) -> Void = { _ in }
    ) async throws -> ImportOutcome {
        var options = options
        change(&options)
        return try await ImportRegister(try bundle(tables, kind: kind, extracted: extracted), options).perform(context)
    }

    /// The base with tables replaced.
    func base(_ tables: [String: [String]] = [:]) -> [String: [String]] {
        Self.base.merging(tables) { $1 }
    }

    /// The base with lines added to a table.
    func base(adding lines: [String], to table: String) -> [String: [String]] {
        var tables = Self.base
        tables[table, default: []] += lines
        return tables
    }

    func texts(_ sql: String) async throws -> [String] {
        try await database.read { try $0.all(sql, [], { $0.textOrNil(0) ?? "-" }) }
    }
}

/// Runs `body` on a fresh database of the engine.
func withRegister(_ engine: Engine, _ body: (inout RegisterCase) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
        try await withDatabase(engine) { database in
            var register = RegisterCase(database: database, folder: folder)
            try await body(&register)
        }
    }
}

extension ImportOutcome {
    /// Codes of refused lines with their line, e.g. `stays:3 animal-unknown`.
    var refusals: [String] {
        refusedFindings.map {
            let file = ($0.place?.file ?? "").replacing(".csv", with: "")
            return "\(file):\($0.place?.line ?? 0) \($0.code)"
        }
    }

    var warnings: [String] { findings.filter { $0.severity == .warning }.map(\.code) }
}
