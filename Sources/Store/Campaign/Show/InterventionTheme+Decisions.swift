/// What people decided, with what stood before.
extension InterventionTheme {
    static let evaluations = InterventionTheme(
        "evaluations", "Évaluations",
        [
            .init("Maladie", .disease),
            .init("Valeur", .text("value")),
            .init("Le", .instant("evaluatedAt")),
            .init("Par", .text("evaluatedBy")),
            .init("Commentaire", .text("comment").optional),
            .init("Preuve", .text("proof").optional),
            .init("Remplacée", .instant("replacedAt").optional),
        ],
        """
        SELECT e.disease, e.value, e.evaluated_at, e.evaluated_by, e.comment, e.proof, e.replaced_at
        FROM evaluation e WHERE e.campaign_id = ? AND e.intervention_id = ?
        ORDER BY e.disease, e.evaluated_at, e.id
        """)

    static let retests = InterventionTheme(
        "retests", "Recontrôles",
        [
            .init("Ordonné", .day("orderedOn")),
            .init("Notifié", .day("notifiedOn").optional),
            .init("À faire avant le", .day("dueBy").optional),
            .init("Nature", .matrix, .matrix),
            .init("Intervention", .text("intervention").optional),
            .init("Issue", .text("state"), .retest),
            .init("Décidé par", .text("decidedBy")),
            .init("Clos", .day("closedOn").optional),
        ],
        """
        SELECT r.ordered_on, r.notified_on, r.due_by, r.matrix, n.number, r.state, r.decided_by, r.closed_on
        FROM retest r LEFT JOIN intervention n ON n.campaign_id = r.campaign_id AND n.id = r.retest_intervention_id
        WHERE r.campaign_id = ? AND r.intervention_id = ? ORDER BY r.ordered_on, r.id
        """)

    static let reports = InterventionTheme(
        "reports", "Rapports d'inspection",
        [
            .init("Numéro", .text("number")),
            .init("Version", .count("version")),
            .init("Valeur", .code("value", ["A", "B", "C", "PE"])),
            .init("Émis", .day("issuedOn")),
            .init("Émetteur", .text("issuer")),
            .init("Opérateur", .text("inspector")),
            .init("Réalisation", .day("completedOn").optional),
            .init("Commentaire", .text("comment").optional),
            .init("Invalidé", .day("invalidatedOn").optional),
            .init("Par", .text("invalidatedBy").optional),
            .init("Motif", .text("invalidationReason").optional),
            .init("Empreinte", .text("digest")),
        ],
        """
        SELECT r.number, r.version, r.value, r.issued_on, r.issuer, r.inspector, r.completed_on, r.comment,
            r.invalidated_on, r.invalidated_by, r.invalidation_reason, r.document_digest
        FROM inspection_report r WHERE r.campaign_id = ? AND r.intervention_id = ? ORDER BY r.version
        """)

    static let followUps = InterventionTheme(
        "followUps", "Suites",
        [
            .init("Rapport", .text("report")),
            .init("Suite", .text("code"), .followUp),
            .init("Le", .day("decidedOn")),
            .init("Par", .text("decidedBy")),
            .init("Commentaire", .text("comment").optional),
            .init("Remplacée", .instant("replacedAt").optional),
        ],
        """
        SELECT r.number || '/' || r.version, f.code, f.decided_on, f.decided_by, f.comment, f.replaced_at
        FROM inspection_report r JOIN follow_up f ON f.report_id = r.id
        WHERE r.campaign_id = ? AND r.intervention_id = ? ORDER BY f.decided_on, f.id
        """)

    static let nonCompletions = InterventionTheme(
        "nonCompletions", "Décisions de non réalisation",
        [
            .init("Motif", .text("code"), .nonCompletion),
            .init("Le", .day("decidedOn")),
            .init("Par", .text("decidedBy")),
            .init("Précision", .text("reason").optional),
            .init("Levée", .day("revokedOn").optional),
            .init("Par", .text("revokedBy").optional),
            .init("Motif de la levée", .text("revocationReason").optional),
        ],
        """
        SELECT n.code, n.decided_on, n.decided_by, n.reason, n.revoked_on, n.revoked_by, n.revocation_reason
        FROM non_completion n WHERE n.campaign_id = ? AND n.intervention_id = ? ORDER BY n.decided_on, n.id
        """)

    static let letters = InterventionTheme(
        "letters", "Courriers",
        [
            .init("Nature", .text("kind")),
            .init("Maladie", .text("disease").optional),
            .init("Destinataire", .text("recipient")),
            .init("Copie", .text("copyTo").optional),
            .init("Écrit", .day("writtenOn")),
            .init("Par", .text("writtenBy")),
            .init("Envoyé", .day("sentOn").optional),
        ],
        """
        SELECT l.kind, l.disease, l.recipient, l.copy_to, l.written_on, l.written_by, l.sent_on FROM letter l
        WHERE l.campaign_id = ? AND l.intervention_id = ? ORDER BY l.written_on, l.id
        """)

    package static let work = InterventionTheme(
        "tasks", "Alertes et tâches",
        [
            .init("Objet", .text("kind"), .work),
            .init("Pour", .code("audience", ["delegate", "authority"]), .audience),
            .init("Maladie", .text("disease").optional),
            .init("Ouverte", .day("openedOn")),
            .init("Échéance", .day("dueOn").optional),
            .init("État", .code("state", ["open", "done", "dismissed"]), .workState),
            .init("Close", .day("closedOn").optional),
            .init("Par", .text("closedBy").optional),
            .init("Motif", .text("closeReason").optional),
        ],
        """
        SELECT w.kind, w.audience, w.disease, w.opened_on, w.due_on, w.state, w.closed_on, w.closed_by, w.close_reason
        FROM work_item w WHERE w.campaign_id = ? AND w.intervention_id = ? ORDER BY w.opened_on, w.id
        """)

    /// Everything but the head.
    package static let all = beforeStatus + afterStatus + [milk, authorisations]
    /// Of these, what keepers and veterinarians see.
    package static let own = ownBeforeStatus + ownAfterStatus + [milk, authorisations]

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
