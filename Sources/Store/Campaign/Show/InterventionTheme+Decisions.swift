/// What people decided, with what stood before.
extension InterventionTheme {
    static let evaluations = InterventionTheme(
        "Évaluations",
        [
            .init("Maladie"), .init("Valeur"), .init("Le"), .init("Par"), .init("Commentaire"), .init("Preuve"),
            .init("Remplacée"),
        ],
        """
        SELECT e.disease, e.value, e.evaluated_at, e.evaluated_by, e.comment, e.proof, e.replaced_at
        FROM evaluation e WHERE e.campaign_id = ? AND e.intervention_id = ?
        ORDER BY e.disease, e.evaluated_at, e.id
        """)

    static let retests = InterventionTheme(
        "Recontrôles",
        [
            .init("Ordonné"), .init("Notifié"), .init("À faire avant le"), .init("Nature", .matrix),
            .init("Intervention"), .init("Issue", .retest), .init("Décidé par"), .init("Clos"),
        ],
        """
        SELECT r.ordered_on, r.notified_on, r.due_by, r.matrix, n.number, r.state, r.decided_by, r.closed_on
        FROM retest r LEFT JOIN intervention n ON n.campaign_id = r.campaign_id AND n.id = r.retest_intervention_id
        WHERE r.campaign_id = ? AND r.intervention_id = ? ORDER BY r.ordered_on, r.id
        """)

    static let reports = InterventionTheme(
        "Rapports d'inspection",
        [
            .init("Numéro"), .init("Version"), .init("Valeur"), .init("Émis"), .init("Émetteur"),
            .init("Opérateur"), .init("Réalisation"), .init("Commentaire"), .init("Invalidé"), .init("Par"),
            .init("Motif"), .init("Empreinte"),
        ],
        """
        SELECT r.number, r.version, r.value, r.issued_on, r.issuer, r.inspector, r.completed_on, r.comment,
            r.invalidated_on, r.invalidated_by, r.invalidation_reason, r.document_digest
        FROM inspection_report r WHERE r.campaign_id = ? AND r.intervention_id = ? ORDER BY r.version
        """)

    static let followUps = InterventionTheme(
        "Suites",
        [
            .init("Rapport"), .init("Suite", .followUp), .init("Le"), .init("Par"), .init("Commentaire"),
            .init("Remplacée"),
        ],
        """
        SELECT r.number || '/' || r.version, f.code, f.decided_on, f.decided_by, f.comment, f.replaced_at
        FROM inspection_report r JOIN follow_up f ON f.report_id = r.id
        WHERE r.campaign_id = ? AND r.intervention_id = ? ORDER BY f.decided_on, f.id
        """)

    static let nonCompletions = InterventionTheme(
        "Décisions de non réalisation",
        [
            .init("Motif", .nonCompletion), .init("Le"), .init("Par"), .init("Précision"), .init("Levée"),
            .init("Par"), .init("Motif de la levée"),
        ],
        """
        SELECT n.code, n.decided_on, n.decided_by, n.reason, n.revoked_on, n.revoked_by, n.revocation_reason
        FROM non_completion n WHERE n.campaign_id = ? AND n.intervention_id = ? ORDER BY n.decided_on, n.id
        """)

    static let letters = InterventionTheme(
        "Courriers",
        [
            .init("Nature"), .init("Maladie"), .init("Destinataire"), .init("Copie"), .init("Écrit"), .init("Par"),
            .init("Envoyé"),
        ],
        """
        SELECT l.kind, l.disease, l.recipient, l.copy_to, l.written_on, l.written_by, l.sent_on FROM letter l
        WHERE l.campaign_id = ? AND l.intervention_id = ? ORDER BY l.written_on, l.id
        """)

    package static let work = InterventionTheme(
        "Alertes et tâches",
        [
            .init("Objet", .work), .init("Pour", .audience), .init("Maladie"), .init("Ouverte"), .init("Échéance"),
            .init("État", .workState), .init("Close"), .init("Par"), .init("Motif"),
        ],
        """
        SELECT w.kind, w.audience, w.disease, w.opened_on, w.due_on, w.state, w.closed_on, w.closed_by, w.close_reason
        FROM work_item w WHERE w.campaign_id = ? AND w.intervention_id = ? ORDER BY w.opened_on, w.id
        """)

    /// What went out and who came, beside the animals themselves.
    package static let paper = [movements, requests, dispatches, visits]
    /// What came back from laboratories and veterinarians, beside milk.
    package static let returned = [nonNegatives, blood, tuberculin, untested, evidence, serum, dysfunctions]
    package static let tasks = [work, related]
    package static let trace = [journal]

    /// Before what is known of the diseases.
    package static let beforeStatus = [plans, documents, animals, movements, requests, dispatches, visits]
    /// After it.
    package static let afterStatus = [
        evaluations, retests, nonCompletions, reports, followUps, blood, nonNegatives, tuberculin, untested,
        evidence, serum, letters, work, dysfunctions, notes, related, journal,
    ]

    /// Of these, what the keeper and the veterinarians of the herd see: not the services' notes, tasks and journal.
    package static let ownBeforeStatus = [plans, documents, animals, movements, visits]
    package static let ownAfterStatus = [
        retests, nonCompletions, reports, followUps, blood, nonNegatives, tuberculin, untested, related,
    ]
}
