/// Communes of the official geographic code.
package enum CommunePart: ImportPart {
    package static let table = StagedTable("communes", "in_commune", ["insee", "name", "department", "search_name"])

    static func judge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.refuseDuplicates(table, key: ["insee"], column: "code")
        try connection.run(
            ImportCheck(
                table, .otherDepartment, column: "department", facts: ["found", "expected"],
                "SELECT line, department AS f1, ? AS f2 FROM in_commune WHERE department <> ?"),
            [.text(scope.department), .text(scope.department)])
        try connection.dropRefused(table)
    }

    static func merge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.execute(
            """
            INSERT INTO commune (insee, name, department, search_name)
            SELECT insee, name, department, search_name FROM in_commune WHERE 1 = 1 ORDER BY insee
            ON CONFLICT (insee) DO UPDATE SET name = excluded.name, department = excluded.department,
                search_name = excluded.search_name
            """)
    }
}

/// The screening rhythm of a commune (decision 13).
package enum CommuneScreeningPart: ImportPart {
    package static let table = StagedTable(
        "commune-screening", "in_commune_screening", ["insee", "disease", .int("interval_years"), .int("phase")])

    static func judge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.refuseDuplicates(table, key: ["insee", "disease"], column: "commune")
        try connection.run(
            ImportCheck(
                table, .communeUnknown, column: "commune", facts: ["value"],
                """
                SELECT s.line, s.insee AS f1 FROM in_commune_screening s
                WHERE NOT EXISTS (SELECT 1 FROM in_commune c WHERE c.insee = s.insee)
                    AND NOT EXISTS (SELECT 1 FROM commune c WHERE c.insee = s.insee AND c.department = ?)
                """), [.text(scope.department)])
        try connection.dropRefused(table)
    }

    static func merge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.execute(
            """
            INSERT INTO screening (department, insee, herd_id, disease, interval_years, phase)
            SELECT ?, insee, 0, disease, interval_years, phase FROM in_commune_screening WHERE 1 = 1
            ON CONFLICT (department, insee, herd_id, disease)
                DO UPDATE SET interval_years = excluded.interval_years, phase = excluded.phase
            """, [.text(scope.department)])
    }
}
