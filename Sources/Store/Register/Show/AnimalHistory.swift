import Kernel

/// An animal by its number, with the department where it stays, or stayed last.
package struct AnimalIdentity: Sendable, Hashable {
    package let id: Int64
    package let number: AnimalNumber
    package let department: String
}

extension Connection {
    /// nil when no animal has the number, none of its stays is known, or it is out of reach: for a territory by where
    /// it stays, or stayed last; for a keeper and a veterinarian by their herds.
    package func animal(_ number: AnimalNumber, within reach: Reach) throws -> AnimalIdentity? {
        let own = reach.scope.isTerritory ? reach.herd("t") : reach.animal("t")
        return try first(
            """
            SELECT t.id, t.number, t.department FROM (
                SELECT a.id, a.number, h.department FROM animal a JOIN stay s ON s.animal_id = a.id
                JOIN holding h ON h.id = s.holding_id WHERE a.number = ?
                ORDER BY CASE WHEN s.retracted_at IS NULL THEN 0 ELSE 1 END, s.entered_on DESC LIMIT 1) t
            WHERE \(own.sql)
            """, [.text(number.description)] + own.arguments
        ) { AnimalIdentity(id: $0.int(0), number: AnimalNumber(stored: $0.text(1)), department: $0.text(2)) }
    }

    /// - Parameter reach: leaves out what happened elsewhere; nil: everything.
    package func history(ofAnimal id: Int64, _ theme: AnimalTheme, within reach: Reach? = nil) throws -> [[String]] {
        let own = reach.flatMap(theme.own)
        let sql = theme.sql.replacing("/*own*/", with: own.map { " AND \($0.sql)" } ?? "")
        let arguments = [.int(id)] + (own?.arguments ?? [])
        return try textRows(
            sql, (0..<theme.parts).flatMap { _ in arguments }, columns: theme.columns.count)
    }
}

/// What is known of an animal, a theme each.
package enum AnimalTheme: String, Sendable, CaseIterable {
    case identity, stays, assignments, documents, results

    package var columns: [String] {
        switch self {
        case .identity:
            [
                "Numéro de travail", "Sexe", "Type racial", "Naissance", "Précision", "Né sur", "Mère", "Race du père",
                "Race de la mère", "Mort le", "Type de production", "Fixé à la main",
            ]
        case .stays: ["Exploitation", "Nom", "Entrée", "Cause d'entrée", "Sortie", "Cause de sortie", "Retirée"]
        case .assignments: ["Atelier", "Depuis", "Jusqu'à", "Introduit", "Origine", "Retiré"]
        case .documents: ["Intervention", "Édition", "Éditée", "Niveau", "Annulé"]
        case .results:
            ["Intervention", "Maladie", "Test", "Prélevé", "Interprétation", "Décision", "Dossier", "Remplacé"]
        }
    }

    /// The same columns as programs get them.
    package var fields: [RecordField] {
        switch self {
        case .identity:
            [
                .text("workingNumber"), .code("sex", ["F", "M"]), .text("breed"), .day("bornOn"),
                .ranked("birthPrecision", ["day", "month", "year"]), .text("birthHolding").optional,
                .text("dam").optional, .text("fatherBreed").optional, .text("motherBreed").optional,
                .day("diedOn").optional, .code("productionType", ["dairy", "beef"]).optional,
                .truth("isProductionTypeManual"),
            ]
        case .stays:
            [
                .text("holding"), .text("name"), .day("enteredOn"), .text("entryCause"), .day("leftOn").optional,
                .text("exitCause").optional, .instant("retractedAt").optional,
            ]
        case .assignments:
            [
                .text("herd"), .day("since"), .day("until").optional, .day("introducedOn").optional,
                .code("origin", ["import", "rule", "manual"]), .instant("retractedAt").optional,
            ]
        case .documents:
            [
                .text("intervention"), .count("edition"), .day("editedOn"), .count("level").optional,
                .day("cancelledOn").optional,
            ]
        case .results:
            [
                .text("intervention"), .disease, .matrix, .day("testedOn"), .text("interpretation").optional,
                .text("decision").optional, .text("dossier").optional, .instant("replacedAt").optional,
            ]
        }
    }

    /// How many tables its lines come from: each asks for the animal and what is within reach.
    fileprivate var parts: Int { self == .results ? 2 : 1 }

    /// What of the theme is within reach.
    fileprivate func own(_ reach: Reach) -> SQLCondition? {
        switch self {
        case .identity: nil
        case .stays: reach.holding("h")
        case .assignments: reach.herd("h")
        case .documents, .results: reach.intervention("i")
        }
    }

    var sql: String {
        switch self {
        case .identity:
            """
            SELECT working_number, sex, breed, birth_date, birth_precision, birth_holding, dam, father_breed,
                mother_breed, dead_on, production_type, production_type_manual FROM animal WHERE id = ?
            """
        case .stays:
            """
            SELECT h.number, h.name, s.entered_on, s.entry_cause, s.left_on, s.exit_cause, s.retracted_at
            FROM stay s JOIN holding h ON h.id = s.holding_id WHERE s.animal_id = ?/*own*/
            ORDER BY s.entered_on, h.number
            """
        case .assignments:
            """
            SELECT g.number || '/' || h.code, s.since, s.until, s.introduced_on, s.origin, s.retracted_at
            FROM herd_assignment s JOIN herd h ON h.id = s.herd_id JOIN holding g ON g.id = h.holding_id
            WHERE s.animal_id = ?/*own*/
            ORDER BY s.since, g.number, h.code
            """
        case .documents:
            """
            SELECT i.number, COALESCE(e.number, r.first_edition), COALESCE(e.edited_on, r.edited_on), r.level,
                r.cancelled_on
            FROM requested_animal r
            JOIN intervention i ON i.campaign_id = r.campaign_id AND i.id = r.intervention_id
            LEFT JOIN edition e ON e.campaign_id = r.campaign_id AND e.intervention_id = r.intervention_id
                AND e.state <> 'cancelled' AND (e.number = r.first_edition OR e.number > r.first_edition
                    AND (r.cancelled_on IS NULL OR e.edited_on <= r.cancelled_on)
                    AND EXISTS (SELECT 1 FROM herd_assignment s WHERE s.herd_id = i.herd_id
                        AND s.animal_id = r.animal_id AND s.retracted_at IS NULL AND s.since <= e.reference_date
                        AND (s.until IS NULL OR s.until >= e.reference_date)))
            WHERE r.animal_id = ?/*own*/ ORDER BY 3, 1, 2
            """
        case .results:
            """
            SELECT i.number, b.disease, 'blood', b.sampled_on AS tested_on, b.interpretation, b.decision, b.dossier,
                b.replaced_at
            FROM blood_result b
            JOIN intervention i ON i.campaign_id = b.campaign_id AND i.id = b.intervention_id
            WHERE b.animal_id = ?/*own*/
            UNION ALL
            SELECT i.number, 'TUB', 'skin', t.injected_on, n.outcome, NULL, NULL, t.replaced_at
            FROM tuberculin_animal n
            JOIN tuberculin_report t ON t.campaign_id = n.campaign_id AND t.intervention_id = n.intervention_id
                AND t.id = n.report_id
            JOIN intervention i ON i.campaign_id = n.campaign_id AND i.id = n.intervention_id
            WHERE n.animal_id = ?/*own*/
            ORDER BY 4, 2, 1
            """
        }
    }
}
