import Kernel
import TestSupport
import Testing

@testable import Store

@Suite("The store's contract: constraints")
struct ConstraintTests {
    private static let tables = """
        CREATE TABLE parent (
            id {id} NOT NULL PRIMARY KEY, a {int} NOT NULL, b {int} NOT NULL, day {day},
            CONSTRAINT parent_positive CHECK (a > 0), UNIQUE (a, b)
        ){strict};
        CREATE TABLE child (id {id} NOT NULL PRIMARY KEY, parent {int} NOT NULL REFERENCES parent (id)){strict};
        INSERT INTO parent (id, a, b) VALUES (1, 1, 1);
        INSERT INTO child (id, parent) VALUES (1, 1);
        """

    private static let cases: [(String, ConstraintViolation.Kind, [String], String?)] = [
        ("INSERT INTO parent (id, a, b) VALUES (2, 1, 1)", .unique, ["a", "b"], nil),
        ("INSERT INTO parent (id, a, b) VALUES (1, 2, 2)", .unique, ["id"], nil),
        ("INSERT INTO parent (id, a) VALUES (3, 3)", .notNull, ["b"], nil),
        ("INSERT INTO parent (id, a, b) VALUES (4, 0, 1)", .check, [], "parent_positive"),
        ("INSERT INTO child (id, parent) VALUES (2, 99)", .foreignKey, [], nil),
        ("DELETE FROM parent WHERE id = 1", .foreignKey, [], nil),
        ("INSERT INTO parent (id, a, b) VALUES (5, 'x', 1)", .dataType, [], nil),
    ]

    @Test("a broken constraint is told by kind, columns and name", arguments: Engine.allCases, 0..<7)
    func violation(_ engine: Engine, _ index: Int) async throws {
        let (sql, kind, columns, name) = Self.cases[index]
        try await withDatabase(engine) { database in
            try await database.write { try $0.script(try MigrationTokens.expand(Self.tables, engine)) }
            do {
                try await database.write { try $0.execute(sql) }
                Issue.record("accepted: \(sql)")
            } catch StoreError.constraint(let violation) {
                #expect(violation.kind == kind)
                #expect(violation.columns == columns)
                if let name { #expect(violation.name == name) }
                if kind == .unique || kind == .notNull { #expect(violation.table == "parent") }
                #expect(StoreError.constraint(violation).finding["kind"] == kind.rawValue)
            }
        }
    }
}
