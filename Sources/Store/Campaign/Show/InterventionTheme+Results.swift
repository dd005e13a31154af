/// What came back from laboratories and veterinarians.
extension InterventionTheme {
    static let blood = InterventionTheme(
        "Résultats de sang",
        [
            .init("Maladie"), .init("Interprétation"), .init("Décision"), .init("Bovins"), .init("Hors document"),
            .init("Reçus puis remplacés"),
        ],
        """
        SELECT b.disease, b.interpretation, b.decision, SUM(CASE WHEN b.replaced_at IS NULL THEN 1 ELSE 0 END),
            SUM(CASE WHEN b.replaced_at IS NULL AND b.on_document = 0 THEN 1 ELSE 0 END),
            SUM(CASE WHEN b.replaced_at IS NULL THEN 0 ELSE 1 END)
        FROM blood_result b WHERE b.campaign_id = ? AND b.intervention_id = ?
        GROUP BY b.disease, b.interpretation, b.decision
        ORDER BY b.disease, COALESCE(b.interpretation, ''), COALESCE(b.decision, '')
        """)

    /// Whatever is not negative, by name: nothing of it can stay unseen.
    static let nonNegatives = InterventionTheme(
        "Bovins non négatifs, douteux ou ininterprétables",
        [
            .init("Bovin"), .init("Maladie"), .init("Le"), .init("Résultat", .outcome), .init("Décision"),
            .init("Motif"), .init("Par"), .init("Dossier"), .init("Remplacé"),
        ],
        """
        SELECT t.number, t.disease, t.on_day, t.outcome, t.decision, t.reason, t.decided_by, t.dossier, t.replaced
        FROM (
            SELECT a.number, b.disease, b.sampled_on AS on_day, b.interpretation AS outcome, b.decision,
                COALESCE(b.decision_reason, b.unreadable_reason) AS reason, b.decided_by, b.dossier,
                b.replaced_at AS replaced
            FROM blood_result b JOIN animal a ON a.id = b.animal_id
            WHERE b.campaign_id = ? AND b.intervention_id = ?
                AND (b.interpretation IS NULL OR b.interpretation <> 'NEG')
            UNION ALL
            SELECT n.number, 'TUB', r.read_on, n.outcome, NULL, n.comment, NULL, NULL, r.replaced_at
            FROM tuberculin_animal n JOIN tuberculin_report r ON r.campaign_id = n.campaign_id
                AND r.intervention_id = n.intervention_id AND r.id = n.report_id
            WHERE n.campaign_id = ? AND n.intervention_id = ? AND n.outcome <> 'untested') t
        ORDER BY t.disease, t.number, t.on_day
        """)

    /// Milk belongs to the holding: between two days, the window in which the campaign reads it (PRO-300).
    package static let milk = InterventionTheme(
        "Résultats de lait",
        [
            .init("Maladie"), .init("Prélevé"), .init("Analysé"), .init("Reçu"), .init("Interprétation"),
            .init("Laboratoire"), .init("Dossier"), .init("Remplacé", .yesNo),
        ],
        """
        SELECT m.disease, m.sampled_on, m.analysed_on, m.received_on, m.interpretation, o.name, m.dossier,
            CASE WHEN m.replaced_by IS NULL THEN 0 ELSE 1 END
        FROM intervention i JOIN herd h ON h.id = i.herd_id
        JOIN requested_plan p ON p.campaign_id = i.campaign_id AND p.intervention_id = i.id AND p.matrix = 'milk'
        JOIN milk_result m ON m.holding_id = h.holding_id AND m.disease = p.disease
        JOIN organisation o ON o.id = m.laboratory_id
        WHERE i.campaign_id = ? AND i.id = ? AND m.sampled_on >= ? AND m.sampled_on <= ?
        ORDER BY m.disease, m.sampled_on, m.id
        """)

    static let tuberculin = InterventionTheme(
        "Comptes rendus de tuberculination",
        [
            .init("Méthode"), .init("Injection"), .init("Lecture"), .init("Reçu"), .init("À garder jusqu'au"),
            .init("Lecture subjective", .yesNo), .init("Modèle conforme", .yesNo), .init("Incomplet", .yesNo),
            .init("Comptes cohérents", .yesNo), .init("Testés"), .init("Négatifs"), .init("Douteux"),
            .init("Positifs"), .init("Vétérinaire"), .init("Saisi par"), .init("Commentaire"), .init("Remplacé"),
        ],
        """
        SELECT r.method, r.injected_on, r.read_on, r.received_on, r.keep_until, r.subjective, r.approved_model,
            r.incomplete, r.consistent, COALESCE(r.ntids, r.ntidc), COALESCE(r.nnidsn, r.nnidc),
            COALESCE(r.nadids, 0) + COALESCE(r.nagdidctub, 0) + COALESCE(r.napdidctub, 0),
            COALESCE(r.npidsp, 0) + COALESCE(r.npidc, 0), v.name, r.entered_by, r.comment, r.replaced_at
        FROM tuberculin_report r LEFT JOIN veterinarian v ON v.id = r.veterinarian_id
        WHERE r.campaign_id = ? AND r.intervention_id = ? ORDER BY r.injected_on, r.id
        """)

    static let untested = InterventionTheme(
        "Bovins non tuberculinés", [.init("Bovin"), .init("Motif"), .init("Commentaire")],
        """
        SELECT n.number, n.reason, n.comment FROM tuberculin_animal n
        JOIN tuberculin_report r ON r.campaign_id = n.campaign_id AND r.intervention_id = n.intervention_id
            AND r.id = n.report_id AND r.replaced_at IS NULL
        WHERE n.campaign_id = ? AND n.intervention_id = ? AND n.outcome = 'untested' ORDER BY n.number
        """)

    static let evidence = InterventionTheme(
        "Preuves de réalisation",
        [
            .init("Maladie"), .init("Nature", .evidence), .init("Bovin"), .init("Le"), .init("Référence"),
            .init("Saisie"), .init("Par"),
        ],
        """
        SELECT e.disease, e.kind, a.number, e.tested_on, e.reference, e.recorded_at, e.recorded_by FROM evidence e
        LEFT JOIN animal a ON a.id = e.animal_id
        WHERE e.campaign_id = ? AND e.intervention_id = ? ORDER BY e.recorded_at, e.id
        """)

    static let serum = InterventionTheme(
        "Sérothèque",
        [
            .init("Maladie"), .init("Laboratoire"), .init("Manquants"), .init("Demandée"), .init("Par"),
            .init("Réponse"), .init("Le"), .init("Note"),
        ],
        """
        SELECT s.disease, o.name, s.missing, s.asked_on, s.asked_by, s.answer, s.answered_on, s.answer_note
        FROM serum_request s LEFT JOIN organisation o ON o.id = s.laboratory_id
        WHERE s.campaign_id = ? AND s.intervention_id = ? ORDER BY s.asked_on, s.id
        """)
}
