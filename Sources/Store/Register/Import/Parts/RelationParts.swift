/// Who is which herd's veterinarian. The authority assigns, delegates read (PRO-23, PRO-163).
package enum HerdVeterinarianPart: ImportPart {
    package static let table = StagedTable(
        "herd-veterinarians", "in_herd_vet",
        ["holding", "herd", "order_number", "role", .day("since"), .day("until"), .day("accepted_on")],
        derived: [.id("herd_id"), .id("veterinarian_id")])

    static func judge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.refuseUnlessAuthority(table, scope)
        try connection.refuseDuplicates(
            table, key: ["holding", "herd", "order_number", "role", "since"], column: "order-number")
        try connection.refuseUnknownHoldings(table, scope)
        try connection.dropRefused(table)
        try connection.resolveHerds(table)
        try connection.refuseHoldingsWithoutHerd(table)
        try connection.execute(
            """
            UPDATE in_herd_vet SET veterinarian_id = COALESCE(
                (SELECT v.id FROM in_veterinarian v WHERE v.order_number = in_herd_vet.order_number),
                (SELECT v.id FROM veterinarian v WHERE v.order_number = in_herd_vet.order_number))
            """)
        try connection.run(
            ImportCheck(
                table, .veterinarianUnknown, column: "order-number", facts: ["value"],
                "SELECT line, order_number AS f1 FROM in_herd_vet WHERE veterinarian_id IS NULL"))
        try connection.dropRefused(table)
    }

    static func merge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.execute(
            """
            INSERT INTO herd_veterinarian (herd_id, role, since, veterinarian_id, until, accepted_on)
            SELECT h.id, s.role, s.since, s.veterinarian_id, max(s.until), max(s.accepted_on)
            FROM in_herd_vet s JOIN map_holding m ON m.number = s.holding
            JOIN map_herd h ON h.holding_id = m.id AND (s.herd_id IS NULL OR s.herd_id = h.id)
            GROUP BY h.id, s.role, s.since, s.veterinarian_id
            ORDER BY 1, 2, 3
            ON CONFLICT (herd_id, role, since, veterinarian_id) DO UPDATE SET
                until = COALESCE(excluded.until, herd_veterinarian.until),
                accepted_on = COALESCE(excluded.accepted_on, herd_veterinarian.accepted_on)
            """)
    }
}

/// Dated decisions of the authority (PRO-59, PRO-63, decision 6).
package enum AuthorisationPart: ImportPart {
    package static let table = StagedTable(
        "authorisations", "in_authorisation",
        ["holding", "herd", "kind", "disease", .day("since"), .day("until"), "reference"], derived: [.id("herd_id")])

    static func judge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.script(
            MigrationTokens.expand(
                """
                CREATE TEMP TABLE key_authorisation (line {int}, herd_id {id}, kind {text}, disease {text},
                    since {day}, until {day}, reference {text}, id {id}, is_new {flag})
                """, connection.dialect))
        try connection.refuseUnlessAuthority(table, scope)
        try connection.refuseDuplicates(table, key: ["holding", "herd", "kind", "disease", "since"], column: "kind")
        try connection.refuseUnknownHoldings(table, scope)
        try connection.dropRefused(table)
        try connection.resolveHerds(table)
        try connection.refuseHoldingsWithoutHerd(table)
        try connection.dropRefused(table)
        try key(connection)
    }

    private static func key(_ connection: Connection) throws {
        try connection.execute(
            """
            INSERT INTO key_authorisation (line, herd_id, kind, disease, since, until, reference, is_new)
            SELECT min(s.line), h.id, s.kind, s.disease, s.since, max(s.until), max(s.reference), 0
            FROM in_authorisation s JOIN map_holding m ON m.number = s.holding
            JOIN map_herd h ON h.holding_id = m.id AND (s.herd_id IS NULL OR s.herd_id = h.id)
            GROUP BY h.id, s.kind, s.disease, s.since
            """)
        try connection.execute(
            """
            UPDATE key_authorisation SET id = (
                SELECT min(a.id) FROM authorisation a
                WHERE a.herd_id = key_authorisation.herd_id AND a.kind = key_authorisation.kind
                    AND a.since = key_authorisation.since
                    AND (a.disease = key_authorisation.disease
                        OR (a.disease IS NULL AND key_authorisation.disease IS NULL)))
            """)
        let count = try connection.count("SELECT count(*) FROM key_authorisation WHERE id IS NULL")
        guard count > 0 else { return }
        try connection.execute(
            """
            UPDATE key_authorisation SET is_new = 1, id = n.id
            FROM (
                SELECT herd_id, kind, disease, since,
                    CAST(? AS BIGINT) - 1 + row_number() OVER (ORDER BY herd_id, kind, disease, since) AS id
                FROM key_authorisation WHERE id IS NULL
            ) n
            WHERE key_authorisation.herd_id = n.herd_id AND key_authorisation.kind = n.kind
                AND key_authorisation.since = n.since AND key_authorisation.id IS NULL
                AND (key_authorisation.disease = n.disease
                    OR (key_authorisation.disease IS NULL AND n.disease IS NULL))
            """, [.int(try connection.takeIDs(count).bounds.lowerBound)])
    }

    static func merge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.execute(
            """
            INSERT INTO authorisation (id, herd_id, kind, disease, since, until, reference)
            SELECT id, herd_id, kind, disease, since, until, reference FROM key_authorisation
            WHERE is_new = 1 ORDER BY id
            """)
        try connection.execute(
            """
            UPDATE authorisation SET until = s.until, reference = COALESCE(s.reference, authorisation.reference)
            FROM key_authorisation s WHERE authorisation.id = s.id AND s.is_new = 0
            """)
    }
}

/// Which holding a dairy laboratory's producer number stands for (PRO-190, PRO-199).
package enum ProducerPart: ImportPart {
    package static let table = StagedTable(
        "dairy-producers", "in_producer", ["laboratory", "producer", "holding", .day("since"), .day("until")],
        derived: [.id("laboratory_id")])

    static func judge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.refuseDuplicates(table, key: ["laboratory", "producer", "since"], column: "producer")
        try connection.refuseUnknownHoldings(table, scope)
        try connection.execute(
            "UPDATE in_producer SET laboratory_id = \(Connection.organisationID("in_producer.laboratory"))")
        try connection.run(
            ImportCheck(
                table, .organisationUnknown, column: "laboratory", facts: ["value"],
                "SELECT line, laboratory AS f1 FROM in_producer WHERE laboratory_id IS NULL"))
        try connection.run(
            ImportCheck(
                table, .notDairyLaboratory, column: "laboratory", facts: ["value"],
                """
                SELECT s.line, s.laboratory AS f1 FROM in_producer s
                LEFT JOIN in_organisation i ON i.id = s.laboratory_id
                LEFT JOIN organisation o ON o.id = s.laboratory_id
                WHERE COALESCE(i.kind, o.kind) <> 'dairy-laboratory'
                """))
        try connection.dropRefused(table)
    }

    static func merge(_ connection: Connection, _ scope: ImportScope) throws {
        try connection.execute(
            """
            INSERT INTO dairy_producer (laboratory_id, producer_number, since, until, holding_id)
            SELECT s.laboratory_id, s.producer, s.since, s.until, m.id
            FROM in_producer s JOIN map_holding m ON m.number = s.holding WHERE 1 = 1
            ORDER BY 1, 2, 3
            ON CONFLICT (laboratory_id, producer_number, since) DO UPDATE SET
                until = excluded.until, holding_id = excluded.holding_id
            """)
    }
}

extension Connection {
    /// A relation with "all herds of the holding" needs one.
    func refuseHoldingsWithoutHerd(_ table: StagedTable) throws {
        try run(
            ImportCheck(
                table, .holdingWithoutHerd, column: "holding", facts: ["holding"],
                """
                SELECT s.line, s.holding AS f1 FROM \(table.name) s JOIN map_holding m ON m.number = s.holding
                WHERE NOT EXISTS (SELECT 1 FROM map_herd h WHERE h.holding_id = m.id)
                """))
    }
}
