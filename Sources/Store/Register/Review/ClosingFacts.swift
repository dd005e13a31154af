import Kernel
import Register

/// An open herd with what its closing goes by (PRO-25, PRO-28).
package struct ClosingFacts: Sendable, Hashable {
    package let holding: String
    package let code: String
    package let facts: HerdClosing.Facts
    /// Interventions that still wait to be done in it.
    package let pending: Int
}

extension Connection {
    /// The open herds of a department of which any criterion may speak: without cattle, or told to be ending.
    package func closingFacts(department: String) throws -> [ClosingFacts] {
        try all(
            """
            SELECT g.number, h.code, g.closed_on,
                (SELECT count(*) FROM closure_candidate c WHERE c.state = 'open'
                    AND ((c.kind = 'herd' AND c.subject_id = h.id) OR (c.kind = 'holding' AND c.subject_id = g.id))),
                COALESCE(s.present, 0), s.last_left,
                (SELECT max(n.told_on) FROM herd_note n WHERE n.herd_id = h.id AND n.kind = 'cessation'
                    AND n.withdrawn_at IS NULL),
                (SELECT count(*) FROM intervention i WHERE i.herd_id = h.id AND i.state = 'planned'
                    AND i.completed_on IS NULL)
            FROM herd h JOIN holding g ON g.id = h.holding_id
            LEFT JOIN (
                SELECT s.herd_id, sum(CASE WHEN s.until IS NULL THEN 1 ELSE 0 END) AS present, max(s.until) AS last_left
                FROM herd_assignment s JOIN herd o ON o.id = s.herd_id
                WHERE s.retracted_at IS NULL AND o.department = ? AND o.closed_on IS NULL GROUP BY s.herd_id
            ) s ON s.herd_id = h.id
            WHERE h.department = ? AND h.closed_on IS NULL ORDER BY g.number, h.code
            """, [.text(department), .text(department)]
        ) { row in
            ClosingFacts(
                holding: row.text(0), code: row.text(1),
                facts: HerdClosing.Facts(
                    holdingClosedOn: row.dayOrNil(2), isAbsentFromBase: row.int(3) > 0, animals: Int(row.int(4)),
                    emptySince: row.dayOrNil(5), keeperSaidOn: row.dayOrNil(6)),
                pending: Int(row.int(7)))
        }
    }
}
