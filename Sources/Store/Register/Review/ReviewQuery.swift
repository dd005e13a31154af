import Kernel
import Register

/// An error list of the review as one query: what it finds, and the facts that each row gives in order.
package struct ReviewQuery: Sendable {
    package let code: RegisterReviewFinding
    package let facts: [String]
    let sql: String
    /// `d` department, `t` today, `i` the day before which a herd counts as idle.
    let parameters: String

    init(_ code: RegisterReviewFinding, _ facts: [String], _ parameters: String, _ sql: String) {
        self.code = code
        self.facts = facts
        self.sql = sql
        self.parameters = parameters
    }

    /// Whether a period column pair is in force today.
    private static let inForce = "a.since <= ? AND (a.until IS NULL OR a.until > ?)"
    private static let present = "s.until IS NULL AND s.retracted_at IS NULL"

    package static let stepOne: [ReviewQuery] = [
        ReviewQuery(
            .siretMissing, ["holding", "name"], "d",
            """
            SELECT g.number, e.name FROM establishment e JOIN holding g ON g.id = e.holding_id
            WHERE g.department = ? AND g.closed_on IS NULL AND e.siret IS NULL ORDER BY g.number
            """),
        ReviewQuery(
            .establishmentMissing, ["holding"], "d",
            """
            SELECT g.number FROM holding g WHERE g.department = ? AND g.closed_on IS NULL
                AND NOT EXISTS (SELECT 1 FROM establishment e WHERE e.holding_id = g.id) ORDER BY g.number
            """),
        ReviewQuery(
            .holdingClosedHerdOpen, ["holding", "herd", "closed"], "dt",
            """
            SELECT g.number, h.code, g.closed_on FROM herd h JOIN holding g ON g.id = h.holding_id
            WHERE h.department = ? AND g.closed_on <= ? AND h.closed_on IS NULL ORDER BY g.number, h.code
            """),
        ReviewQuery(
            .animalWithoutHerd, ["animal", "holding"], "d",
            """
            SELECT a.number, g.number FROM stay y JOIN holding g ON g.id = y.holding_id JOIN animal a ON a.id =
                y.animal_id
            WHERE g.department = ? AND y.left_on IS NULL AND y.retracted_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM herd_assignment s WHERE s.animal_id = y.animal_id AND \(present))
            ORDER BY g.number, a.number
            """),
        ReviewQuery(
            .animalsInClosedHerd, ["holding", "herd", "closed", "count"], "dt",
            """
            SELECT g.number, h.code, h.closed_on, count(*) FROM herd h JOIN holding g ON g.id = h.holding_id
            JOIN herd_assignment s ON s.herd_id = h.id AND \(present)
            WHERE h.department = ? AND h.closed_on <= ? GROUP BY g.number, h.code, h.closed_on ORDER BY g.number, h.code
            """),
    ]

    package static let stepTwo: [ReviewQuery] = [milkAndBlood] + exemptions

    private static let milkAndBlood =
        ReviewQuery(
            .milkAndBlood, ["holding", "herd", "disease", "intervention"], "d",
            """
            SELECT g.number, h.code, m.disease, i.number
            FROM campaign c JOIN intervention i ON i.campaign_id = c.id AND i.state = 'planned'
            JOIN requested_plan m ON m.campaign_id = i.campaign_id AND m.intervention_id = i.id AND m.matrix = 'milk'
            JOIN requested_plan b ON b.campaign_id = i.campaign_id AND b.intervention_id = i.id AND b.matrix = 'blood'
                AND b.disease = m.disease
            JOIN herd h ON h.id = i.herd_id JOIN holding g ON g.id = h.holding_id
            WHERE c.department = ? AND c.state <> 'closed' ORDER BY g.number, h.code, m.disease
            """)

    /// The configurations of 2.6.2 and 2.6.3: exemptions that do not fit (PRO-51, PRO-52).
    package static let exemptions: [ReviewQuery] = [
        ReviewQuery(
            .animalsNotCovered, ["holding", "herd", "beef", "total"], "dtt",
            """
            SELECT g.number, h.code, sum(CASE WHEN x.production_type = 'beef' THEN 1 ELSE 0 END), count(*)
            FROM herd h JOIN holding g ON g.id = h.holding_id
            JOIN herd_assignment s ON s.herd_id = h.id AND \(present)
            JOIN animal x ON x.id = s.animal_id AND x.sex = 'F'
            WHERE h.department = ? AND h.class = 'dairy' AND h.closed_on IS NULL AND h.milk_delivery = 'dairy'
                AND EXISTS (SELECT 1 FROM authorisation a WHERE a.herd_id = h.id AND a.kind = 'blood-test-exemption'
                    AND \(inForce))
                AND NOT EXISTS (SELECT 1 FROM herd o WHERE o.holding_id = h.holding_id AND o.id <> h.id
                    AND o.closed_on IS NULL)
            GROUP BY g.number, h.code
            HAVING sum(CASE WHEN x.production_type = 'beef' THEN 1 ELSE 0 END) > 0 ORDER BY g.number, h.code
            """),
        ReviewQuery(
            .directSaleExempted, ["holding", "herd"], "dtt",
            """
            SELECT g.number, h.code FROM herd h JOIN holding g ON g.id = h.holding_id
            WHERE h.department = ? AND h.closed_on IS NULL AND h.milk_delivery = 'direct'
                AND EXISTS (SELECT 1 FROM authorisation a WHERE a.herd_id = h.id AND a.kind = 'blood-test-exemption'
                    AND \(inForce))
            ORDER BY g.number, h.code
            """),
        ReviewQuery(
            .directSaleReclassed, ["holding", "herd"], "d",
            """
            SELECT g.number, h.code FROM herd h JOIN holding g ON g.id = h.holding_id
            WHERE h.department = ? AND h.closed_on IS NULL AND h.milk_delivery = 'direct' AND h.class = 'beef'
            ORDER BY g.number, h.code
            """),
    ]

    /// PRO-69, PRO-190: the two lists of dairy producers and dairy-delivering herds, each against the other.
    package static let producers: [ReviewQuery] = [
        ReviewQuery(
            .producerWithoutHerd, ["laboratory", "producer", "holding"], "dtt",
            """
            SELECT o.code, a.producer_number, g.number FROM dairy_producer a
            JOIN organisation o ON o.id = a.laboratory_id JOIN holding g ON g.id = a.holding_id
            WHERE g.department = ? AND \(inForce) AND g.closed_on IS NULL
                AND NOT EXISTS (SELECT 1 FROM herd h WHERE h.holding_id = g.id AND h.milk_delivery = 'dairy'
                    AND h.closed_on IS NULL)
            ORDER BY o.code, a.producer_number
            """),
        ReviewQuery(
            .producerHoldingClosed, ["laboratory", "producer", "holding"], "dtt",
            """
            SELECT o.code, a.producer_number, g.number FROM dairy_producer a
            JOIN organisation o ON o.id = a.laboratory_id JOIN holding g ON g.id = a.holding_id
            WHERE g.department = ? AND \(inForce) AND g.closed_on IS NOT NULL ORDER BY o.code, a.producer_number
            """),
        ReviewQuery(
            .herdWithoutProducer, ["holding", "herd"], "dtt",
            """
            SELECT g.number, h.code FROM herd h JOIN holding g ON g.id = h.holding_id
            WHERE h.department = ? AND h.milk_delivery = 'dairy' AND h.closed_on IS NULL
                AND NOT EXISTS (SELECT 1 FROM dairy_producer a WHERE a.holding_id = g.id AND \(inForce))
            ORDER BY g.number, h.code
            """),
    ]
}

extension Connection {
    package func review(_ query: ReviewQuery, department: String, today: Day, idleBefore: Day) throws -> [[String]] {
        let arguments = query.parameters.map { letter -> SQLValue in
            switch letter {
            case "d": .text(department)
            case "i": .day(idleBefore)
            default: .day(today)
            }
        }
        return try textRows(query.sql, arguments, columns: query.facts.count)
    }
}
