/// What is known of a herd, a theme each.
package enum HerdTheme: String, Sendable, CaseIterable {
    case holding, establishments, authorisations, veterinarians, screening, producers, links, notes, takeover, animals,
        interventions, statuses, reports

    /// What the keeper and the veterinarians of the herd see of it: neither the services' notes and comparisons, nor
    /// other keepers' herds.
    package static let own: [HerdTheme] = [
        .establishments, .authorisations, .veterinarians, .screening, .producers, .animals, .interventions, .statuses,
        .reports,
    ]

    /// The names of the columns, in French, as `sql` gives them.
    package var columns: [String] {
        switch self {
        case .holding: ["EDE", "Nom", "Détenteur", "Adresse", "Code postal", "Ville", "INSEE", "Ouverte", "Fermée"]
        case .establishments: ["SIRET", "NUMAGRIT", "Nom"]
        case .authorisations: ["Nature", "Maladie", "Depuis", "Jusqu'à", "Référence"]
        case .veterinarians: ["Rôle", "N° ordinal", "Nom", "Depuis", "Jusqu'à", "Accepté"]
        case .screening: ["Maladie", "Intervalle", "Rang"]
        case .producers: ["Laboratoire", "N° de producteur", "Depuis", "Jusqu'à"]
        case .links: ["EDE", "Atelier", "Depuis", "Jusqu'à", "Motif"]
        case .notes: ["Nature", "Dit le", "Par", "Texte", "Noté par", "Retirée"]
        case .takeover: ["Système", "Présent", "Anomalie de reprise", "Comparé le"]
        case .animals:
            ["Numéro", "Sexe", "Race", "Naissance", "Type", "Depuis", "Jusqu'à", "Introduit", "Origine", "Retiré"]
        case .interventions: ["Campagne", "Numéro", "Nature", "État", "Prévue", "Origine"]
        case .statuses:
            ["Campagne", "Intervention", "Maladie", "Statut", "Demandés", "Testés", "Non négatifs", "Calculé"]
        case .reports: ["Numéro", "Version", "Valeur", "Émis", "Inspecteur", "Invalidé"]
        }
    }

    /// The same columns as programs get them.
    package var fields: [RecordField] {
        switch self {
        case .holding:
            [
                .text("holding"), .text("name"), .text("keeper").optional, .text("address").optional,
                .text("postcode").optional, .text("town").optional, .text("commune").optional,
                .day("holdingOpenedOn").optional, .day("holdingClosedOn").optional,
            ]
        case .establishments: [.text("siret").optional, .text("numagrit").optional, .text("name")]
        case .authorisations:
            [
                .text("kind"), RecordField.disease.optional, .day("since"), .day("until").optional,
                .text("reference").optional,
            ]
        case .veterinarians:
            [
                .code("role", ["health", "permanent", "treating"]), .text("orderNumber"), .text("name"),
                .day("since"), .day("until").optional, .day("acceptedOn").optional,
            ]
        case .screening: [.disease, .count("intervalYears"), .count("phase")]
        case .producers: [.text("laboratory"), .text("producerNumber"), .day("since"), .day("until").optional]
        case .links: [.text("holding"), .text("herd"), .day("since"), .day("until").optional, .text("reason")]
        case .notes:
            [
                .code("kind", ["cessation", "part-year", "enquiry", "other"]), .day("toldOn"),
                .code("toldBy", ["keeper", "veterinarian", "identification", "authority"]), .text("text"),
                .text("writtenBy"), .instant("withdrawnAt").optional,
            ]
        case .takeover: [.text("system"), .truth("isPresent"), .text("anomaly").optional, .day("comparedOn")]
        case .animals:
            [
                .text("number"), .code("sex", ["F", "M"]), .text("breed"), .day("bornOn"),
                .code("productionType", ["dairy", "beef"]).optional, .day("since"), .day("until").optional,
                .day("introducedOn").optional, .code("origin", ["import", "rule", "manual"]),
                .instant("retractedAt").optional,
            ]
        case .interventions:
            [
                .text("campaign"), .text("number"), .code("kind", InterventionTheme.kinds),
                .code("state", InterventionTheme.states), .day("plannedOn").optional,
                .code("origin", ["execution", "added", "copied", "history"]),
            ]
        case .statuses:
            [
                .count("year"), .text("intervention"), .disease, .text("status"), .count("requested"),
                .count("tested"), .count("nonNegative"), .day("computedOn"),
            ]
        case .reports:
            [
                .text("number"), .count("version"), .code("value", ["A", "B", "C", "PE"]), .day("issuedOn"),
                .text("inspector"), .day("invalidatedOn").optional,
            ]
        }
    }

    var sql: String {
        switch self {
        case .holding:
            """
            SELECT g.number, g.name, g.keeper, g.address, g.postcode, g.town, g.insee, g.opened_on, g.closed_on
            FROM holding g JOIN herd h ON h.holding_id = g.id WHERE h.id = ?
            """
        case .establishments:
            """
            SELECT e.siret, e.numagrit, e.name FROM establishment e JOIN herd h ON h.holding_id = e.holding_id
            WHERE h.id = ? ORDER BY e.siret, e.numagrit
            """
        case .authorisations:
            """
            SELECT kind, disease, since, until, reference FROM authorisation WHERE herd_id = ?
            ORDER BY since, kind, disease
            """
        case .veterinarians:
            """
            SELECT r.role, v.order_number, v.name, r.since, r.until, r.accepted_on
            FROM herd_veterinarian r JOIN veterinarian v ON v.id = r.veterinarian_id WHERE r.herd_id = ?
            ORDER BY r.since, r.role
            """
        case .screening:
            "SELECT disease, interval_years, phase FROM screening WHERE herd_id = ? ORDER BY disease"
        case .producers:
            """
            SELECT o.name, p.producer_number, p.since, p.until FROM dairy_producer p
            JOIN organisation o ON o.id = p.laboratory_id JOIN herd h ON h.holding_id = p.holding_id
            WHERE h.id = ? ORDER BY p.since, p.producer_number
            """
        case .links:
            """
            SELECT g.number, o.code, k.since, k.until, k.reason
            FROM (SELECT other_id AS other, since, until, reason, herd_id AS own FROM herd_link
                UNION ALL SELECT herd_id, since, until, reason, other_id FROM herd_link) k
            JOIN herd o ON o.id = k.other JOIN holding g ON g.id = o.holding_id WHERE k.own = ?
            ORDER BY k.since, g.number
            """
        case .notes:
            """
            SELECT kind, told_on, told_by, text, written_by, withdrawn_at FROM herd_note WHERE herd_id = ?
            ORDER BY told_on, id
            """
        case .takeover:
            """
            SELECT system, present, anomaly, compared_on FROM takeover
            WHERE kind = 'herd' AND subject_id = ?
            """
        case .animals:
            """
            SELECT a.number, a.sex, a.breed, a.birth_date, a.production_type, s.since, s.until, s.introduced_on,
                s.origin, s.retracted_at
            FROM herd_assignment s JOIN animal a ON a.id = s.animal_id WHERE s.herd_id = ?
            ORDER BY CASE WHEN s.until IS NULL AND s.retracted_at IS NULL THEN 0 ELSE 1 END, a.number, s.since
            """
        case .interventions:
            """
            SELECT c.name || ' ' || c.prophylaxis_year, i.number, i.kind, i.state, i.planned_on, i.origin
            FROM intervention i JOIN campaign c ON c.id = i.campaign_id WHERE i.herd_id = ?
            ORDER BY c.prophylaxis_year DESC, i.number
            """
        case .statuses:
            """
            SELECT c.prophylaxis_year, i.number, d.disease, d.status, d.requested, d.tested, d.non_negative,
                d.computed_on
            FROM intervention i JOIN campaign c ON c.id = i.campaign_id
            JOIN disease_state d ON d.campaign_id = i.campaign_id AND d.intervention_id = i.id
            WHERE i.herd_id = ? ORDER BY c.prophylaxis_year DESC, i.number, d.disease
            """
        case .reports:
            """
            SELECT r.number, r.version, r.value, r.issued_on, r.inspector, r.invalidated_on
            FROM intervention i
            JOIN inspection_report r ON r.campaign_id = i.campaign_id AND r.intervention_id = i.id
            WHERE i.herd_id = ? ORDER BY r.issued_on DESC, r.version DESC
            """
        }
    }
}

extension Connection {
    package func history(ofHerd id: Int64, _ theme: HerdTheme) throws -> [[String]] {
        try textRows(theme.sql, [.int(id)], columns: theme.columns.count)
    }
}
