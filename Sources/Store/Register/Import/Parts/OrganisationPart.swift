/// Authorities, delegates, laboratories, practices, dairies.
package enum OrganisationPart: ImportPart {
    package static let table = StagedTable(
        "organisations", "in_organisation",
        [
            "code", "kind", "name", "department", "parent", "siret", "address", "postcode", "town", "email",
            .int("approved_diseases"),
        ],
        derived: [.id("id"), .flag("is_new"), .id("parent_id")])

    static func judge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.refuseDuplicates(table, key: ["code"], column: "code")
        try connection.dropRefused(table)
        try connection.execute(
            """
            UPDATE in_organisation SET is_new = 0,
                id = (SELECT o.id FROM organisation o WHERE o.code = in_organisation.code)
            """)
        try connection.numberNewRows(table, in: "code")
        try connection.execute(
            """
            UPDATE in_organisation SET parent_id = COALESCE(
                (SELECT p.id FROM in_organisation p WHERE p.code = in_organisation.parent),
                (SELECT o.id FROM organisation o WHERE o.code = in_organisation.parent))
            WHERE parent IS NOT NULL
            """)
        try connection.run(
            ImportCheck(
                table, .organisationUnknown, column: "parent", facts: ["value"],
                "SELECT line, parent AS f1 FROM in_organisation WHERE parent IS NOT NULL AND parent_id IS NULL"))
        try connection.dropRefused(table)
        // What leaned on a refused one goes in without it rather than not at all.
        try connection.execute(
            """
            UPDATE in_organisation SET parent_id = NULL WHERE parent_id IS NOT NULL
                AND parent_id NOT IN (SELECT id FROM in_organisation)
                AND parent_id NOT IN (SELECT id FROM organisation)
            """)
    }

    /// Parents come in a second step: a file may name them in any order.
    static func merge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.execute(
            """
            INSERT INTO organisation (id, kind, code, name, department, siret, address, postcode, town, email,
                approved_diseases)
            SELECT id, kind, code, name, department, siret, address, postcode, town, email,
                COALESCE(approved_diseases, 0)
            FROM in_organisation WHERE is_new = 1 ORDER BY id
            """)
        try connection.update(
            "organisation", from: table,
            [
                "kind", "name", "department", "siret", "address", "postcode", "town", "email", "approved_diseases",
                "parent_id",
            ])
        try connection.execute(
            """
            UPDATE organisation SET parent_id = s.parent_id FROM in_organisation s
            WHERE organisation.id = s.id AND s.is_new = 1 AND s.parent_id IS NOT NULL
            """)
    }
}

extension Connection {
    /// The organisation that a code of the file or the store names.
    static func organisationID(_ code: String) -> String {
        """
        COALESCE((SELECT o.id FROM in_organisation o WHERE o.code = \(code)),
            (SELECT o.id FROM organisation o WHERE o.code = \(code)))
        """
    }
}
