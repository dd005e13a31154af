/// What was planned, and where: the head of the dossier and its plans.
extension InterventionTheme {
    /// One row.
    package static let head = InterventionTheme(
        "head", "Intervention",
        [
            .init("EDE", .text("holding")),
            .init("Nom", .text("name")),
            .init("Détenteur", .text("keeper").optional),
            .init("Adresse", .text("address").optional),
            .init("Commune (INSEE)", .text("commune").optional),
            .init("Atelier", .text("herd")),
            .init("Classe", .text("class"), .herdClass),
            .init("Campagne", .text("campaign")),
            .init("Début de campagne", .day("campaignStartsOn")),
            .init("Fin de campagne", .day("campaignEndsOn")),
            .init("Nature", .code("kind", kinds), .kind),
            .init("Intervention d'origine", .text("parent").optional),
            .init("État", .code("state", states), .interventionState),
            .init("Motif", .text("stateReason").optional),
            .init("Origine", .code("origin", ["execution", "added", "copied", "history"]), .origin),
            .init("Prévue le", .day("plannedOn").optional),
            .init("Réalisée le", .day("completedOn").optional),
            .init("Vétérinaire", .text("veterinarianName").optional),
            .init("N° ordinal", .text("veterinarian").optional),
        ],
        """
        SELECT g.number, g.name, g.keeper,
            TRIM(COALESCE(g.address, '') || ' ' || COALESCE(g.postcode, '') || ' ' || COALESCE(g.town, '')),
            g.insee, h.code, h.class, c.name || ' ' || c.prophylaxis_year || ' (' || c.department || ')', c.starts_on,
            c.ends_on, i.kind, p.number, i.state, i.state_reason, i.origin, i.planned_on, i.completed_on, v.name,
            v.order_number
        FROM intervention i JOIN campaign c ON c.id = i.campaign_id JOIN herd h ON h.id = i.herd_id
        JOIN holding g ON g.id = h.holding_id
        LEFT JOIN intervention p ON p.campaign_id = i.campaign_id AND p.id = i.parent_id
        LEFT JOIN veterinarian v ON v.id = i.veterinarian_id
        WHERE i.campaign_id = ? AND i.id = ?
        """)

    package static let plans = InterventionTheme(
        "plans", "Plans d'analyse",
        [
            .init("Maladie", .disease),
            .init("Nature", .matrix, .matrix),
            .init("Méthode", .text("method"), .method),
            .init("Laboratoire", .text("laboratory").optional),
            .init("Mois laitier", .day("month").optional),
        ],
        """
        SELECT p.disease, p.matrix, p.method, o.name, p.due_month FROM requested_plan p
        LEFT JOIN organisation o ON o.id = p.laboratory_id
        WHERE p.campaign_id = ? AND p.intervention_id = ? ORDER BY p.disease, p.matrix
        """)

    /// The first column holds the kind: raw milk is for those who may see it (PRO-53).
    package static let authorisations = InterventionTheme(
        "authorisations", "Autorisations pendant la campagne",
        [
            .init("Nature", .text("kind"), .authorisation),
            .init("Maladie", .text("disease").optional),
            .init("Depuis", .day("since")),
            .init("Jusqu'à", .day("until").optional),
            .init("Référence", .text("reference").optional),
        ],
        """
        SELECT a.kind, a.disease, a.since, a.until, a.reference FROM intervention i
        JOIN campaign c ON c.id = i.campaign_id JOIN authorisation a ON a.herd_id = i.herd_id
        WHERE i.campaign_id = ? AND i.id = ? AND a.since <= c.ends_on AND (a.until IS NULL OR a.until > c.starts_on)
        ORDER BY a.since, a.kind, a.disease
        """)

    static let related = InterventionTheme(
        "relatedInterventions", "Autres interventions de l'atelier dans la campagne",
        [
            .init("Numéro", .text("number")),
            .init("Nature", .code("kind", kinds), .kind),
            .init("État", .code("state", states), .interventionState),
            .init("Prévue le", .day("plannedOn").optional),
        ],
        """
        SELECT o.number, o.kind, o.state, o.planned_on FROM intervention i
        JOIN intervention o ON o.campaign_id = i.campaign_id AND o.herd_id = i.herd_id AND o.id <> i.id
        WHERE i.campaign_id = ? AND i.id = ? ORDER BY o.number
        """)

    static let notes = InterventionTheme(
        "notes", "Notes",
        [
            .init("Écrite", .instant("writtenAt")),
            .init("Par", .text("writtenBy")),
            .init("Objet", .text("kind"), .note),
            .init("Texte", .text("text")),
        ],
        """
        SELECT n.written_at, n.written_by, n.kind, n.text FROM note n
        WHERE n.campaign_id = ? AND n.intervention_id = ? ORDER BY n.written_at, n.id
        """)

    /// Who did what, by the audit: entries about the intervention or its reports, and their details in batches.
    static let journal = InterventionTheme(
        "journal", "Journal",
        [
            .init("Instant", .instant("at")),
            .init("Acte", .text("intention")),
            .init("Par", .text("actor")),
            .init("Rôle", .text("role")),
            .init("Issue", .text("outcome").optional),
        ],
        """
        SELECT t.at, t.intention, t.actor, t.role, t.outcome FROM (
            SELECT e.at, e.intention, e.actor, e.role, '' AS outcome, e.id FROM \(auditKeys) k
            JOIN audit_entry e ON e.subject = k.subject
            UNION ALL
            SELECT e.at, e.intention, e.actor, e.role, d.outcome, e.id FROM \(auditKeys) k
            JOIN audit_detail d ON d.subject = k.subject JOIN audit_entry e ON e.id = d.entry_id
            UNION ALL
            SELECT e.at, e.intention, e.actor, e.role, d.outcome, e.id FROM \(auditKeys) k
            JOIN audit_detail d ON d.subject >= k.subject || ':' AND d.subject < k.subject || ';'
            JOIN audit_entry e ON e.id = d.entry_id) t
        ORDER BY t.at, t.id, t.outcome
        """)

    /// What the audit calls an intervention and its reports.
    private static let auditKeys = """
        (SELECT 'intervention:' || i.number AS subject FROM intervention i WHERE i.campaign_id = ? AND i.id = ?
        UNION SELECT 'report:' || r.number || ':' || r.version FROM inspection_report r
            WHERE r.campaign_id = ? AND r.intervention_id = ?)
        """
}
