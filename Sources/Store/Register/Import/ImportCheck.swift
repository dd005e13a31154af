import Kernel
import Register

/// A set-based check: a query that gives the lines at fault.
struct ImportCheck {
    let table: StagedTable
    let code: RegisterFinding
    let severity: Finding.Severity
    /// The column of the file that the finding points to.
    let column: String?
    /// Names of the facts that `rows` gives as `f1`, `f2`, `f3`.
    let facts: [String]
    /// `SELECT … AS line, … AS f1, …`
    let rows: String

    init(
        _ table: StagedTable, _ code: RegisterFinding, _ severity: Finding.Severity = .refused, column: String? = nil,
        facts: [String] = [], _ rows: String
    ) {
        self.table = table
        self.code = code
        self.severity = severity
        self.column = column
        self.facts = facts
        self.rows = rows
    }
}

extension Connection {
    /// Records the faults and returns how many there are.
    @discardableResult
    func run(_ check: ImportCheck, _ arguments: [SQLValue] = []) throws -> Int {
        let values = (1...3).map { $0 <= check.facts.count ? "CAST(q.f\($0) AS TEXT)" : "NULL" }
        let column = check.column.map { "'\($0)'" } ?? "NULL"
        let refused = check.severity >= .refused ? 1 : 0
        return try execute(
            """
            INSERT INTO in_fault (part, line, code, refused, column_name, names, f1, f2, f3)
            SELECT '\(check.table.part)', q.line, '\(check.code.rawValue)', \(refused), \(column),
                '\(check.facts.joined(separator: " "))', \(values.joined(separator: ", "))
            FROM (\(check.rows)) q
            """, arguments)
    }

    /// Takes the refused lines out of the staged table.
    func dropRefused(_ table: StagedTable, from name: String? = nil) throws {
        try execute(
            """
            DELETE FROM \(name ?? table.name) WHERE line IN
                (SELECT line FROM in_fault WHERE part = '\(table.part)' AND refused = 1)
            """)
    }

    /// Second and later lines of a key. `key` is what the finding shows.
    func refuseDuplicates(_ table: StagedTable, key columns: [String], column: String) throws {
        let isSame = columns.map { "(d.\($0) = s.\($0) OR (d.\($0) IS NULL AND s.\($0) IS NULL))" }
        let shown = columns.map { "COALESCE(CAST(s.\($0) AS TEXT), '')" }.joined(separator: " || ' ' || ")
        let list = columns.joined(separator: ", ")
        try run(
            ImportCheck(
                table, .duplicateKey, column: column, facts: ["key", "first"],
                """
                SELECT s.line AS line, \(shown) AS f1, d.first AS f2
                FROM \(table.name) s
                JOIN (SELECT \(list), min(line) AS first FROM \(table.name) GROUP BY \(list) HAVING count(*) > 1) d
                    ON \(isSame.joined(separator: " AND ")) AND s.line > d.first
                """))
    }

    /// Gives new ids to the staged rows that have none, and marks them new.
    func numberNewRows(_ table: StagedTable, in order: String) throws {
        let count = try count("SELECT count(*) FROM \(table.name) WHERE id IS NULL")
        guard count > 0 else { return }
        let first = try takeIDs(count).bounds.lowerBound
        try execute(
            """
            UPDATE \(table.name) SET id = n.id, is_new = 1
            FROM (
                SELECT line AS at, CAST(? AS BIGINT) - 1 + row_number() OVER (ORDER BY \(order), line) AS id
                FROM \(table.name) WHERE id IS NULL
            ) n
            WHERE n.at = line
            """, [.int(first)])
    }

    /// Brings rows that were there before to what the file says. An empty field leaves what is known.
    func update(_ target: String, from table: StagedTable, _ columns: [String]) throws {
        let changes = columns.map { "\($0) = COALESCE(s.\($0), \(target).\($0))" }
        let differences = columns.map { "(s.\($0) IS NOT NULL AND \(differ("s.\($0)", "\(target).\($0)")))" }
        try execute(
            """
            UPDATE \(target) SET \(changes.joined(separator: ", ")) FROM \(table.name) s
            WHERE \(target).id = s.id AND s.is_new = 0 AND (\(differences.joined(separator: " OR ")))
            """)
    }

    /// Whether two values differ, NULL being a value like any other.
    func differ(_ left: String, _ right: String) -> String {
        "\(left) \(dialect.pick(sqlite: "IS NOT", postgres: "IS DISTINCT FROM")) \(right)"
    }
}
