/// What came back from laboratories and veterinarians.
extension InterventionTheme {
    static let blood = InterventionTheme(
        "bloodCounts", "Résultats de sang",
        [
            .init("Maladie", .disease),
            .init("Interprétation", .text("interpretation").optional),
            .init("Décision", .text("decision").optional),
            .init("Bovins", .count("animals")),
            .init("Hors document", .count("offDocument")),
            .init("Reçus puis remplacés", .count("replaced")),
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
        "nonNegatives", "Bovins non négatifs, douteux ou ininterprétables",
        [
            .init("Bovin", .text("animal")),
            .init("Maladie", .disease),
            .init("Le", .day("on").optional),
            .init("Résultat", .text("result").optional, .outcome),
            .init("Décision", .text("decision").optional),
            .init("Motif", .text("reason").optional),
            .init("Par", .text("decidedBy").optional),
            .init("Dossier", .text("dossier").optional),
            .init("Remplacé", .instant("replacedAt").optional),
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
        "milkResults", "Résultats de lait",
        [
            .init("Maladie", .disease),
            .init("Prélevé", .day("sampledOn")),
            .init("Analysé", .day("analysedOn")),
            .init("Reçu", .day("receivedOn")),
            .init("Interprétation", .text("interpretation")),
            .init("Laboratoire", .text("laboratory")),
            .init("Dossier", .text("dossier")),
            .init("Remplacé", .truth("isReplaced"), .yesNo),
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
        "tuberculinReports", "Comptes rendus de tuberculination",
        [
            .init("Méthode", .code("method", ["IDS", "IDC"])),
            .init("Injection", .day("injectedOn")),
            .init("Lecture", .day("readOn").optional),
            .init("Reçu", .day("receivedOn")),
            .init("À garder jusqu'au", .day("keepUntil")),
            .init("Lecture subjective", .truth("isSubjective").optional, .yesNo),
            .init("Modèle conforme", .truth("isApprovedModel"), .yesNo),
            .init("Incomplet", .truth("isIncomplete"), .yesNo),
            .init("Comptes cohérents", .truth("isConsistent"), .yesNo),
            .init("Testés", .count("tested").optional),
            .init("Négatifs", .count("negative").optional),
            .init("Douteux", .count("doubtful")),
            .init("Positifs", .count("positive")),
            .init("Vétérinaire", .text("veterinarian").optional),
            .init("Saisi par", .text("enteredBy")),
            .init("Commentaire", .text("comment").optional),
            .init("Remplacé", .instant("replacedAt").optional),
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
        "tuberculinUntested", "Bovins non tuberculinés",
        [
            .init("Bovin", .text("animal")),
            .init("Motif", .text("reason").optional),
            .init("Commentaire", .text("comment").optional),
        ],
        """
        SELECT n.number, n.reason, n.comment FROM tuberculin_animal n
        JOIN tuberculin_report r ON r.campaign_id = n.campaign_id AND r.intervention_id = n.intervention_id
            AND r.id = n.report_id AND r.replaced_at IS NULL
        WHERE n.campaign_id = ? AND n.intervention_id = ? AND n.outcome = 'untested' ORDER BY n.number
        """)

    static let evidence = InterventionTheme(
        "evidence", "Preuves de réalisation",
        [
            .init("Maladie", .disease),
            .init("Nature", .code("kind", ["realisation", "negative-test-elsewhere"]), .evidence),
            .init("Bovin", .text("animal").optional),
            .init("Le", .day("testedOn").optional),
            .init("Référence", .text("reference")),
            .init("Saisie", .instant("recordedAt")),
            .init("Par", .text("recordedBy")),
        ],
        """
        SELECT e.disease, e.kind, a.number, e.tested_on, e.reference, e.recorded_at, e.recorded_by FROM evidence e
        LEFT JOIN animal a ON a.id = e.animal_id
        WHERE e.campaign_id = ? AND e.intervention_id = ? ORDER BY e.recorded_at, e.id
        """)

    static let serum = InterventionTheme(
        "serumRequests", "Sérothèque",
        [
            .init("Maladie", .disease),
            .init("Laboratoire", .text("laboratory").optional),
            .init("Manquants", .count("missing")),
            .init("Demandée", .day("askedOn")),
            .init("Par", .text("askedBy")),
            .init("Réponse", .text("answer").optional),
            .init("Le", .day("answeredOn").optional),
            .init("Note", .text("answerNote").optional),
        ],
        """
        SELECT s.disease, o.name, s.missing, s.asked_on, s.asked_by, s.answer, s.answered_on, s.answer_note
        FROM serum_request s LEFT JOIN organisation o ON o.id = s.laboratory_id
        WHERE s.campaign_id = ? AND s.intervention_id = ? ORDER BY s.asked_on, s.id
        """)
}
