import Kernel
import Register

/// Which herds are taken out (PRO-36).
package struct HerdFilter: Sendable, Hashable {
    package var departments: [String]
    /// INSEE code.
    package var commune: String?
    package var herdClass: HerdClass?
    package var withClosed = false

    package init(departments: [String]) { self.departments = departments }
}

/// A herd with its holding and establishment, as the extraction gives it.
package struct HerdExtractRow: Sendable, Hashable {
    package let id: Int64
    package let department: String
    /// Columns of `HerdExtractRow.columns`, empty where nothing is known.
    package let fields: [String]

    /// Names of the columns, in French; the query's own order.
    package static let columns = [
        "departement", "commune", "nom_commune", "ede", "exploitation", "detenteur", "adresse", "code_postal", "ville",
        "exploitation_ouverte", "exploitation_fermee", "siret", "numagrit", "etablissement", "etablissement_resytal",
        "etablissement_anomalie", "atelier", "libelle", "classe", "orientation", "lait", "atelier_ouvert",
        "atelier_ferme", "bovins", "latitude_longitude", "atelier_resytal", "atelier_anomalie",
    ]
}

extension Connection {
    /// BO 2 and the extraction by zone: one line for each herd; of several establishments, the first by number.
    package func eachHerd(_ filter: HerdFilter, _ body: (HerdExtractRow) throws -> Void) throws {
        guard !filter.departments.isEmpty else { return }
        let places = filter.departments.map { _ in "?" }.joined(separator: ", ")
        var conditions = ["h.department IN (\(places))"]
        var arguments: [SQLValue] = filter.departments.map(SQLValue.text)
        if let commune = filter.commune {
            conditions.append("g.insee = ?")
            arguments.append(.text(commune))
        }
        if let herdClass = filter.herdClass {
            conditions.append("h.class = ?")
            arguments.append(.text(herdClass.rawValue))
        }
        if !filter.withClosed { conditions.append("h.closed_on IS NULL") }
        let sql = """
            SELECT h.id, h.department, g.insee, m.name, g.number, g.name, g.keeper, g.address, g.postcode, g.town,
                g.opened_on, g.closed_on, e.siret, e.numagrit, e.name,
                CASE te.present WHEN 1 THEN 'oui' WHEN 0 THEN 'non' END, te.anomaly,
                h.code, h.name, h.class, h.orientation, h.milk_delivery, h.opened_on, h.closed_on,
                (SELECT count(*) FROM herd_assignment s WHERE s.herd_id = h.id AND s.until IS NULL
                    AND s.retracted_at IS NULL),
                l.latitude, CASE th.present WHEN 1 THEN 'oui' WHEN 0 THEN 'non' END, th.anomaly, l.longitude
            FROM herd h JOIN holding g ON g.id = h.holding_id
            LEFT JOIN commune m ON m.insee = g.insee
            LEFT JOIN establishment e ON e.id = (SELECT min(x.id) FROM establishment x WHERE x.holding_id = g.id)
            LEFT JOIN takeover te ON te.kind = 'establishment' AND te.subject_id = e.id
            LEFT JOIN takeover th ON th.kind = 'herd' AND th.subject_id = h.id
            LEFT JOIN herd_location l ON l.herd_id = h.id AND l.located_on = (
                SELECT max(x.located_on) FROM herd_location x WHERE x.herd_id = h.id)
            WHERE \(conditions.joined(separator: " AND ")) ORDER BY h.department, g.number, h.code
            """
        try rows(sql, arguments) { row in
            var fields = [row.text(1)]
            for column in 2...24 { fields.append(row.textOrNil(column) ?? "") }
            let point = row.intOrNil(25).flatMap { latitude in
                row.intOrNil(28).flatMap { MapPoint(latitude: Int(latitude), longitude: Int($0)) }
            }
            fields += [point?.description ?? "", row.textOrNil(26) ?? "", row.textOrNil(27) ?? ""]
            try body(HerdExtractRow(id: row.int(0), department: row.text(1), fields: fields))
        }
    }
}
