import Kernel

/// The statements that bring assignments in line with the stays.
enum AssignmentMerge {
    /// A stay that ended, or ends on another day: its last assignment ends with it.
    static func followStays(_ connection: Connection) throws {
        try connection.execute(
            """
            UPDATE herd_assignment SET until = c.left_on
            FROM changed_stay c JOIN map_herd h ON h.holding_id = c.holding_id
            WHERE herd_assignment.animal_id = c.animal_id AND herd_assignment.herd_id = h.id
                AND herd_assignment.retracted_at IS NULL AND herd_assignment.since >= c.entered_on
                AND (c.left_on IS NULL OR herd_assignment.since <= c.left_on)
                AND (herd_assignment.until IS NULL OR herd_assignment.until = c.old_left_on
                    OR herd_assignment.until > c.left_on)
            """)
    }

    /// What the bundle says takes the place of what stood: an earlier assignment ends where the new one begins, one
    /// that began within it was wrong.
    static func giveWay(_ connection: Connection, _ scope: ImportScope) throws {
        guard try connection.holdsRows("herd_assignment") else { return }
        let isOther = """
            herd_assignment.animal_id IN (SELECT animal_id FROM key_assignment)
                AND herd_assignment.retracted_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM key_assignment x WHERE x.animal_id = herd_assignment.animal_id
                    AND x.since = herd_assignment.since AND x.herd_id = herd_assignment.herd_id)
            """
        try connection.execute(
            """
            UPDATE herd_assignment SET retracted_at = ?
            WHERE \(isOther) AND EXISTS (
                SELECT 1 FROM key_assignment n WHERE n.animal_id = herd_assignment.animal_id
                    AND n.since <= herd_assignment.since AND (n.until IS NULL OR n.until > herd_assignment.since))
            """, [.text(scope.now)])
        try connection.execute(
            """
            UPDATE herd_assignment SET until = (
                SELECT min(n.since) FROM key_assignment n
                WHERE n.animal_id = herd_assignment.animal_id AND n.since > herd_assignment.since)
            WHERE \(isOther) AND EXISTS (
                SELECT 1 FROM key_assignment n WHERE n.animal_id = herd_assignment.animal_id
                    AND n.since > herd_assignment.since
                    AND (herd_assignment.until IS NULL OR herd_assignment.until > n.since))
            """)
    }

    static func insertGiven(_ connection: Connection) throws {
        try connection.execute(
            """
            INSERT INTO herd_assignment (herd_id, animal_id, since, until, introduced_on, origin)
            SELECT herd_id, animal_id, since, until, introduced_on, 'import' FROM key_assignment WHERE 1 = 1
            ORDER BY herd_id, animal_id, since
            ON CONFLICT (herd_id, animal_id, since) DO UPDATE SET
                until = excluded.until, origin = excluded.origin, retracted_at = NULL,
                introduced_on = COALESCE(excluded.introduced_on, herd_assignment.introduced_on)
            WHERE \(connection.differ("herd_assignment.until", "excluded.until"))
                OR (excluded.introduced_on IS NOT NULL
                    AND \(connection.differ("herd_assignment.introduced_on", "excluded.introduced_on")))
                OR herd_assignment.origin <> 'import' OR herd_assignment.retracted_at IS NOT NULL
            """)
    }

    /// Stays that no assignment of their time answers to.
    private static let isUnassigned = """
        k.herd_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM herd_assignment a JOIN herd h ON h.id = a.herd_id
            WHERE a.animal_id = k.animal_id AND h.holding_id = k.holding_id AND a.retracted_at IS NULL
                AND a.since >= k.entered_on AND (k.left_on IS NULL OR a.since <= k.left_on))
        """

    /// PRO-40: an animal whose type was undetermined gets one when it comes to a new herd, unless a person has set it.
    static func settleTypes(_ connection: Connection) throws {
        guard try connection.hasStoredAnimals() else { return }
        try connection.execute(
            """
            UPDATE animal SET production_type = t.production_type
            FROM key_animal t JOIN key_stay k ON k.animal_id = t.id
            WHERE animal.id = t.id AND t.is_new = 0 AND t.production_type IS NOT NULL
                AND animal.production_type IS NULL AND animal.production_type_manual = 0 AND \(isUnassigned)
            """)
    }

    static func insertByRule(_ connection: Connection) throws {
        try connection.execute(
            """
            INSERT INTO herd_assignment (herd_id, animal_id, since, until, introduced_on, origin)
            SELECT k.herd_id, k.animal_id, k.entered_on, k.left_on, k.introduced_on, 'rule' FROM key_stay k
            WHERE \(isUnassigned)
            ORDER BY k.herd_id, k.animal_id, k.entered_on
            ON CONFLICT (herd_id, animal_id, since) DO UPDATE SET
                until = excluded.until, introduced_on = excluded.introduced_on, retracted_at = NULL
            """)
    }
}
