import Kernel

/// The temporary tables of an import. They belong to the connection and go with it.
extension Connection {
    package func createImportTables(_ family: ImportFamily = .register) throws {
        for part in ImportParts.of(family) { try execute(part.table.creation(dialect)) }
        if family == .history { try createHistoryTables() }
        let clustered = dialect.pick(sqlite: " WITHOUT ROWID", postgres: "")
        try script(
            MigrationTokens.expand(
                """
                CREATE TEMP TABLE in_fault (part {text}, line {int}, code {text}, refused {flag}, column_name {text},
                    names {text}, f1 {text}, f2 {text}, f3 {text});
                CREATE TEMP TABLE in_refused (part {text}, line {int}, raw {bytes}, findings {text});
                CREATE TEMP TABLE in_token (token {text} PRIMARY KEY)\(clustered);
                CREATE TEMP TABLE map_holding (number {text} PRIMARY KEY, id {id}, department {text}, keeper {text},
                    closed_on {day})\(clustered);
                CREATE TEMP TABLE map_herd (holding_id {id}, code {text}, id {id}, class {text}, closed_on {day},
                    PRIMARY KEY (holding_id, code))\(clustered);
                CREATE TEMP TABLE holding_herd (holding_id {id} PRIMARY KEY, single_id {id}, dairy_id {id},
                    beef_id {id})\(clustered);
                CREATE TEMP TABLE key_animal (number {text} PRIMARY KEY, id {id}, line {int}, is_new {flag}, sex {text},
                    birth_date {day}, dead_on {day}, production_type {text})\(clustered);
                CREATE TEMP TABLE key_stay (animal_id {id}, entered_on {day}, holding_id {id}, line {int},
                    entry_cause {text}, left_on {day}, exit_cause {text}, introduced_on {day}, herd_id {id},
                    flags {int}, PRIMARY KEY (animal_id, entered_on, holding_id))\(clustered);
                CREATE TEMP TABLE absent_stay (animal_id {id}, entered_on {day}, holding_id {id}, left_on {day});
                CREATE TEMP TABLE changed_stay (animal_id {id}, entered_on {day}, holding_id {id}, old_left_on {day},
                    left_on {day});
                CREATE TEMP TABLE absent_subject (kind {text}, id {id});
                """, dialect))
    }

    /// PostgreSQL knows nothing of temporary tables until it is told to look.
    func analyze(_ table: String) throws {
        if dialect == .postgres { try execute("ANALYZE \(table)") }
    }

    /// Whether a table of the register holds anything: what compares with it is left out of a first import.
    func holdsRows(_ table: String) throws -> Bool {
        try first("SELECT 1 FROM \(table) LIMIT 1", [], { $0.int(0) }) != nil
    }

    /// Judges everything that was loaded, part by part, and finds what a full bundle no longer holds.
    package func judgeImport(_ scope: ImportScope) throws {
        for part in ImportParts.of(scope.family) {
            try analyze(part.table.name)
            try part.judge(self, scope)
        }
        if scope.family == .register { try ImportAbsence.judge(self, scope) }
        try script("CREATE INDEX in_fault_by_line ON in_fault (part, line)")
    }

    /// Merges what was judged good. Call it in the transaction.
    package func mergeImport(_ scope: ImportScope) throws {
        for part in ImportParts.of(scope.family) { try part.merge(self, scope) }
        if scope.family == .register { try ImportAbsence.merge(self, scope) }
    }
}
