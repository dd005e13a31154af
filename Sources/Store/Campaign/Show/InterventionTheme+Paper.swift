/// The sampling documents: their editions, their animals, their way to the veterinarian and back.
extension InterventionTheme {
    static let documents = InterventionTheme(
        "documents", "Documents de prélèvement",
        [
            .init("Numéro", .text("number")),
            .init("État", .code("state", ["draft", "validated", "cancelled"]), .documentState),
            .init("Éditée", .day("editedOn")),
            .init("Référence", .day("referenceDate")),
            .init("Valable jusqu'au", .day("validUntil").optional),
            .init("Demandée par", .text("requestedBy").optional),
            .init("Trace de la demande", .text("requestTrace").optional),
            .init("Validée", .instant("validatedAt").optional),
            .init("Par", .text("validatedBy").optional),
            .init("Empreinte", .text("digest").optional),
        ],
        """
        SELECT i.number || '/' || e.number, e.state, e.edited_on, e.reference_date, e.valid_until, e.requested_by,
            e.request_trace, e.validated_at, e.validated_by, e.document_digest
        FROM edition e JOIN intervention i ON i.campaign_id = e.campaign_id AND i.id = e.intervention_id
        WHERE e.campaign_id = ? AND e.intervention_id = ? ORDER BY e.number
        """)

    static let animals = InterventionTheme(
        "animalCounts", "Bovins des documents",
        [
            .init("Maladie", .disease),
            .init("Demandés", .count("requested")),
            .init("Annulés", .count("cancelled")),
            .init("Demandés, sortis de l'atelier", .count("requestedAndGone")),
        ],
        """
        SELECT d.disease, SUM(CASE WHEN r.cancelled_on IS NULL THEN 1 ELSE 0 END),
            SUM(CASE WHEN r.cancelled_on IS NULL THEN 0 ELSE 1 END),
            SUM(CASE WHEN r.cancelled_on IS NULL AND NOT EXISTS (SELECT 1 FROM herd_assignment s
                WHERE s.animal_id = r.animal_id AND s.herd_id = i.herd_id AND s.retracted_at IS NULL
                    AND s.until IS NULL) THEN 1 ELSE 0 END)
        FROM (SELECT 'BRU' AS disease, 1 AS bit UNION ALL SELECT 'LEU', 2 UNION ALL SELECT 'TUB', 4) d
        JOIN requested_animal r ON (r.diseases & d.bit) <> 0
        JOIN intervention i ON i.campaign_id = r.campaign_id AND i.id = r.intervention_id
        WHERE r.campaign_id = ? AND r.intervention_id = ? GROUP BY d.disease ORDER BY d.disease
        """)

    /// Entries of animals that no document names, and exits of animals that one names, while the campaign ran.
    static let movements = InterventionTheme(
        "movements", "Mouvements depuis la première édition",
        [
            .init("Bovin", .text("animal")),
            .init("Mouvement", .code("movement", ["entry", "exit"]), .movement),
            .init("Le", .day("on")),
        ],
        """
        SELECT t.number, t.movement, t.moved_on FROM (
            SELECT a.number, 'entry' AS movement, s.since AS moved_on FROM intervention i
            JOIN campaign c ON c.id = i.campaign_id
            JOIN herd_assignment s ON s.herd_id = i.herd_id AND s.retracted_at IS NULL AND s.since <= c.ends_on
            JOIN animal a ON a.id = s.animal_id
            WHERE i.campaign_id = ? AND i.id = ?
                AND s.since > (SELECT min(e.edited_on) FROM edition e WHERE e.campaign_id = i.campaign_id
                    AND e.intervention_id = i.id AND e.state = 'validated')
                AND NOT EXISTS (SELECT 1 FROM requested_animal r WHERE r.campaign_id = i.campaign_id
                    AND r.intervention_id = i.id AND r.animal_id = s.animal_id)
            UNION ALL
            SELECT a.number, 'exit', s.until FROM intervention i
            JOIN campaign c ON c.id = i.campaign_id
            JOIN requested_animal r ON r.campaign_id = i.campaign_id AND r.intervention_id = i.id
            JOIN herd_assignment s ON s.animal_id = r.animal_id AND s.herd_id = i.herd_id
                AND s.retracted_at IS NULL AND s.until >= r.edited_on AND s.until <= c.ends_on
            JOIN animal a ON a.id = r.animal_id
            WHERE i.campaign_id = ? AND i.id = ?) t
        ORDER BY t.moved_on, t.number
        """)

    static let requests = InterventionTheme(
        "analysisRequests", "Demandes d'analyse (DAI)",
        [
            .init("Édition", .count("edition")),
            .init("Laboratoire", .text("laboratory")),
            .init("Maladies", .diseases, .diseases),
            .init("Bovins", .count("animals")),
            .init("Émise", .instant("issuedAt")),
            .init("Par", .text("issuedBy")),
            .init("Écrite", .instant("writtenAt").optional),
        ],
        """
        SELECT q.edition, o.name, q.diseases, q.animals, q.issued_at, q.issued_by, q.written_at
        FROM analysis_request q JOIN organisation o ON o.id = q.laboratory_id
        WHERE q.campaign_id = ? AND q.intervention_id = ? ORDER BY q.edition, o.name
        """)

    static let dispatches = InterventionTheme(
        "dispatches", "Envois",
        [
            .init("Édition", .count("edition")),
            .init("Lot", .text("batch")),
            .init("Exemplaire", .code("copy", ["labels", "farmer", "tuberculin"]), .copy),
            .init("Destinataire", .text("recipient")),
            .init("Voie", .text("channel")),
            .init("Imprimé", .instant("printedAt").optional),
            .init("Envoyé", .day("sentOn").optional),
            .init("Par", .text("sentBy").optional),
            .init("Incident", .text("problem").optional),
        ],
        """
        SELECT d.edition, d.batch, d.copy_kind, d.recipient, d.channel, d.printed_at, d.sent_on, d.sent_by, d.problem
        FROM dispatch d WHERE d.campaign_id = ? AND d.intervention_id = ? ORDER BY d.edition, d.id
        """)

    static let visits = InterventionTheme(
        "visits", "Visites",
        [
            .init("Le", .day("on")),
            .init("Nature", .code("kind", ["sampling", "injection"]), .visit),
            .init("Source", .text("source")),
            .init("Saisie par", .text("recordedBy")),
            .init("Retirée", .instant("retractedAt").optional),
        ],
        """
        SELECT v.visited_on, v.kind, v.source, v.recorded_by, v.retracted_at FROM visit v
        WHERE v.campaign_id = ? AND v.intervention_id = ? ORDER BY v.visited_on, v.kind
        """)

    static let dysfunctions = InterventionTheme(
        "dysfunctions", "Dysfonctionnements",
        [
            .init("Le", .day("notedOn")),
            .init("Nature", .text("kind"), .dysfunction),
            .init("Concerne", .text("concerned").optional),
            .init("Noté par", .text("notedBy")),
        ],
        """
        SELECT d.noted_on, d.kind, d.concerned, d.noted_by FROM dysfunction d
        WHERE d.campaign_id = ? AND d.intervention_id = ? ORDER BY d.noted_on, d.id
        """)
}
