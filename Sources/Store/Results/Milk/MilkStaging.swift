import Kernel

/// One well-formed line of a milk file, looked up in the register, on its way to the temporary table.
package struct StagedMilk {
    package var line = 0
    package var disease = ""
    /// nil: the line cannot be attached, but the dossier it names is replaced all the same.
    package var holding: Int64?
    package var sampledOn = Day(number: 0)
    package var analysedOn = Day(number: 0)
    package var interpretation = ""
    package var dossier = ""
    /// An earlier line may be the same sample of the same dossier: looked at in SQL.
    package var suspect = false

    package init() {}
}

/// A line that does not count, on its way to the temporary table.
package struct StagedException: Sendable {
    package enum Kind: String, Sendable { case refused, unattached }
    package let kind: Kind
    package let line: Int
    /// The line as it came, or its facts as JSON. A zero byte stands as U+FFFD.
    package let text: String
    package let findings: String
    package let nonNegative: Bool
    package let dossier: String?
    /// Where what the line names lies; nil: not known, the department of the file.
    package var department: String?

    package init(
        _ kind: Kind, line: Int, text: String, findings: String, nonNegative: Bool, dossier: String? = nil
    ) {
        self.kind = kind
        self.line = line
        // A picture sent for a file of results holds zeros, which no column of text takes: they stay visible.
        self.text = text.utf8.contains(0) ? text.replacing("\0", with: "\u{fffd}") : text
        self.findings = findings
        self.nonNegative = nonNegative
        self.dossier = dossier
    }
}

extension Connection {
    /// Makes the temporary tables of an import of milk results, empty.
    package func createMilkStaging() throws {
        // The connection is this import's own: the index by holding, gone through once a block, stays in memory.
        if dialect == .sqlite { try script("PRAGMA cache_size = -131072") }
        let text = """
            DROP TABLE IF EXISTS in_milk;
            DROP TABLE IF EXISTS in_exception;
            DROP TABLE IF EXISTS in_touched;
            DROP TABLE IF EXISTS in_window;
            CREATE TEMP TABLE in_milk (
                n {id} PRIMARY KEY, line {int} NOT NULL, disease {text} NOT NULL, holding_id {id},
                sampled_on {day} NOT NULL, analysed_on {day} NOT NULL, interpretation {text} NOT NULL,
                dossier {text} NOT NULL, suspect {flag} NOT NULL);
            CREATE INDEX in_milk_suspect ON in_milk (n) WHERE suspect = 1;
            CREATE TEMP TABLE in_exception (
                n {id} PRIMARY KEY, kind {text} NOT NULL, line {int} NOT NULL, content {text} NOT NULL,
                findings {json} NOT NULL, non_negative {flag} NOT NULL, dossier {text}, department {text});
            CREATE TEMP TABLE in_touched (holding_id {id} NOT NULL, disease {text} NOT NULL, sampled_on {day} NOT NULL);
            CREATE TEMP TABLE in_window (campaign_id {id} NOT NULL, first_on {day} NOT NULL, last_on {day} NOT NULL);
            """
        try script(try MigrationTokens.expand(text, dialect))
    }

    /// Loads lines until `next` returns false.
    ///
    /// They are staged block by block in the order of the table's index by holding: a laboratory sends them in the
    /// order of its dossiers, and an index filled in no order costs more than all the checks. Within a block both
    /// indexes stay close to where they were filled last.
    package func stageMilk(from first: Int, _ next: (inout StagedMilk) throws -> Bool) throws -> Int {
        let columns = [
            "n", "line", "disease", "holding_id", "sampled_on", "analysed_on", "interpretation", "dossier", "suspect",
        ]
        return try bulkInsert(into: "in_milk", columns: columns) { writer in
            var number = first
            var block = MilkBlock()
            repeat {
                try block.fill(next)
                try block.eachInOrder { staged in
                    writer.int(number)
                    writer.int(staged.line)
                    writer.text(staged.disease)
                    writer.int(staged.holding)
                    writer.day(staged.sampledOn)
                    writer.day(staged.analysedOn)
                    writer.text(staged.interpretation)
                    writer.text(staged.dossier)
                    writer.flag(staged.suspect)
                    try writer.endRow()
                    number += 1
                }
            } while block.isFull
        }
    }

    package func stage(_ exceptions: [StagedException], from first: Int) throws {
        guard !exceptions.isEmpty else { return }
        let columns = ["n", "kind", "line", "content", "findings", "non_negative", "dossier", "department"]
        try bulkInsert(into: "in_exception", columns: columns) { writer in
            for (index, exception) in exceptions.enumerated() {
                writer.int(first + index)
                writer.text(exception.kind.rawValue)
                writer.int(exception.line)
                writer.text(exception.text)
                writer.text(exception.findings)
                writer.flag(exception.nonNegative)
                writer.text(exception.dossier)
                writer.text(exception.department)
                try writer.endRow()
            }
        }
    }

    /// - Parameter touched: whose milk of which months came; a day of the month stands for it.
    package func stageTouched(_ touched: [(holding: Int64, disease: String, month: Day)]) throws {
        try bulkInsert(into: "in_touched", columns: ["holding_id", "disease", "sampled_on"]) { writer in
            for line in touched {
                writer.int(line.holding)
                writer.text(line.disease)
                writer.day(line.month)
                try writer.endRow()
            }
        }
    }

    /// Everything staged so far goes: the file turned out to be refused as a whole.
    package func emptyMilkStaging() throws {
        try execute("DELETE FROM in_milk")
        try execute("DELETE FROM in_exception")
    }

    /// Lines that say the same of the same sample once more: taken out, and told.
    package func removeMilkDoubles() throws -> [Int] {
        try pairSuspects()
        let doubles = try all("SELECT DISTINCT n, line FROM in_pair WHERE is_double = 1 ORDER BY n") {
            ($0.int(0), Int($0.int(1)))
        }
        for (number, _) in doubles { try execute("DELETE FROM in_milk WHERE n = ?", [.int(number)]) }
        return doubles.map(\.1)
    }

    /// Lines that say something else of a sample than an earlier line of the dossier: both count (AMB-12), told.
    /// Asked after `removeMilkDoubles`.
    package func contradictoryMilkLines() throws -> [Int] {
        try all("SELECT DISTINCT line FROM in_pair WHERE is_contradiction = 1 ORDER BY line") { Int($0.int(0)) }
    }

    /// What earlier lines of the same sample say beside each suspect, in one walk over the staged lines.
    private func pairSuspects() throws {
        // CROSS JOIN keeps SQLite from putting the big table inside.
        try script(
            """
            DROP TABLE IF EXISTS in_suspect;
            DROP TABLE IF EXISTS in_pair;
            CREATE TEMP TABLE in_suspect AS SELECT * FROM in_milk WHERE suspect = 1;
            CREATE INDEX in_suspect_dossier ON in_suspect (dossier);
            CREATE TEMP TABLE in_pair AS
            SELECT DISTINCT u.n, u.line,
                CASE WHEN u.analysed_on = e.analysed_on AND u.interpretation = e.interpretation THEN 1 ELSE 0
                    END AS is_double,
                CASE WHEN u.interpretation <> e.interpretation THEN 1 ELSE 0 END AS is_contradiction
            FROM in_milk e CROSS JOIN in_suspect u
            WHERE u.dossier = e.dossier AND e.n < u.n AND u.disease = e.disease AND u.holding_id = e.holding_id
                AND u.sampled_on = e.sampled_on
            """)
    }
}
