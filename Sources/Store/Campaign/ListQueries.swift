import Kernel
import Prophylaxis

/// A main intervention with the people around it, as lists and letters name them.
package struct InterventionListing: Sendable {
    package struct Holding: Sendable {
        package let number: String
        package let name: String
        package let keeper: String?
        package let address: String?
        package let postcode: String?
        package let town: String?
        package let insee: String?
    }

    /// The health veterinarian of the intervention and his practice.
    package struct Veterinarian: Sendable {
        package let name: String
        package let orderNumber: String
        package let practiceCode: String?
        package let practiceName: String?
    }

    package let intervention: InterventionRow
    package let herdCode: String
    package let holding: Holding
    package let veterinarian: Veterinarian?
}

/// A producer by the number under which a dairy laboratory knows it.
package struct ProducerListing: Sendable, Hashable {
    package let holding: String
    package let producerNumber: String
    package let laboratoryCode: String
    package let laboratoryName: String
}

extension Connection {
    /// In the order of holding number and herd code.
    package func interventionListings(of campaign: Int64) throws -> [InterventionListing] {
        let columns = InterventionRow.columns.split(separator: ",").map { column in
            "i." + column.filter { !$0.isWhitespace }
        }.joined(separator: ", ")
        return try all(
            """
            SELECT \(columns), h.code, g.number, g.name, g.keeper, g.address, g.postcode, g.town, g.insee,
                v.name, v.order_number, o.code, o.name
            FROM intervention i
            JOIN herd h ON h.id = i.herd_id
            JOIN holding g ON g.id = h.holding_id
            LEFT JOIN veterinarian v ON v.id = i.veterinarian_id
            LEFT JOIN organisation o ON o.id = v.practice_id
            WHERE i.campaign_id = ? AND i.kind = 'main'
            ORDER BY g.number, h.code
            """, [.int(campaign)]
        ) { row in
            let holding = InterventionListing.Holding(
                number: row.text(14), name: row.text(15), keeper: row.textOrNil(16), address: row.textOrNil(17),
                postcode: row.textOrNil(18), town: row.textOrNil(19), insee: row.textOrNil(20))
            var veterinarian: InterventionListing.Veterinarian?
            if !row.isNull(21) {
                veterinarian = InterventionListing.Veterinarian(
                    name: row.text(21), orderNumber: row.text(22), practiceCode: row.textOrNil(23),
                    practiceName: row.textOrNil(24))
            }
            return InterventionListing(
                intervention: try InterventionRow(row), herdCode: row.text(13), holding: holding,
                veterinarian: veterinarian)
        }
    }

    /// Name of the department's delegate section, or of its authority where there is none.
    package func programmeOffice(department: String) throws -> String? {
        try first(
            """
            SELECT name FROM organisation
            WHERE department = ? AND kind IN ('delegate-section', 'authority')
            ORDER BY CASE kind WHEN 'delegate-section' THEN 0 ELSE 1 END, code LIMIT 1
            """, [.text(department)]
        ) { $0.text(0) }
    }

    /// The producers standing on a day, in the order of laboratory and producer number.
    package func producerListings(department: String, on day: Day) throws -> [ProducerListing] {
        try all(
            """
            SELECT g.number, p.producer_number, o.code, o.name
            FROM dairy_producer p
            JOIN holding g ON g.id = p.holding_id
            JOIN organisation o ON o.id = p.laboratory_id
            WHERE g.department = ? AND p.since <= ? AND (p.until IS NULL OR p.until > ?)
            ORDER BY o.code, p.producer_number, g.number
            """, [.text(department), .day(day), .day(day)]
        ) { row in
            ProducerListing(
                holding: row.text(0), producerNumber: row.text(1), laboratoryCode: row.text(2),
                laboratoryName: row.text(3))
        }
    }
}
