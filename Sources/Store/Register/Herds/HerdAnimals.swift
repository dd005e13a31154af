import Kernel

/// An animal of a herd as a list gives it.
package struct HerdAnimal: Sendable, Hashable {
    package let number: String
    package let workingNumber: String?
    package let sex: String?
    /// Code of its breed (type racial).
    package let breed: String?
    package let bornOn: Day?
    /// How much of `bornOn` is known: 0 the day, 1 the month, 2 the year.
    package let birthPrecision: Int
    /// `dairy` or `beef`.
    package let productionType: String?
    /// Its first day in the herd.
    package let since: Day
    /// The day it left; nil while it is there.
    package let until: Day?
    /// When it was introduced from another holding; nil for one born there.
    package let introducedOn: Day?
}

extension Connection {
    /// A page of the animals that are in a herd on a day, by number.
    /// - Parameter after: the number of the last one of the page before.
    package func animals(ofHerd herd: Int64, on day: Day, after: String?, limit: Int) throws -> [HerdAnimal] {
        try all(
            """
            SELECT a.number, a.working_number, a.sex, a.breed, a.birth_date, a.birth_precision, a.production_type,
                s.since, s.until, s.introduced_on
            FROM herd_assignment s JOIN animal a ON a.id = s.animal_id
            WHERE s.herd_id = ? AND s.retracted_at IS NULL AND s.since <= ? AND (s.until IS NULL OR s.until > ?)
                AND a.number > ?
            ORDER BY a.number LIMIT ?
            """, [.int(herd), .day(day), .day(day), .text(after ?? ""), .int(limit)]
        ) { row in
            HerdAnimal(
                number: row.text(0), workingNumber: row.textOrNil(1), sex: row.textOrNil(2), breed: row.textOrNil(3),
                bornOn: row.dayOrNil(4), birthPrecision: Int(row.intOrNil(5) ?? 0), productionType: row.textOrNil(6),
                since: row.day(7), until: row.dayOrNil(8), introducedOn: row.dayOrNil(9))
        }
    }
}
