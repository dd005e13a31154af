import Kernel

/// Something that went wrong with a document on its way to the veterinarian (PRO-159, PRO-160).
package struct DocumentDysfunction: Sendable, Hashable {
    package let id: Int64
    package let campaign: Int64
    package let intervention: Int64
    package let department: String
    package let kind: String
    package let concerned: String
    package let notedOn: Day
    package let notedBy: String
    /// JSON.
    package let facts: String

    package init(
        id: Int64, campaign: Int64, intervention: Int64, department: String, kind: String, concerned: String,
        notedOn: Day, notedBy: String, facts: String
    ) {
        self.id = id
        self.campaign = campaign
        self.intervention = intervention
        self.department = department
        self.kind = kind
        self.concerned = concerned
        self.notedOn = notedOn
        self.notedBy = notedBy
        self.facts = facts
    }
}

extension Connection {
    package func insertDocumentDysfunction(_ event: DocumentDysfunction) throws {
        try execute(
            """
            INSERT INTO dysfunction (id, department, campaign_id, intervention_id, kind, concerned, noted_on, noted_by,
                facts)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .int(event.id), .text(event.department), .int(event.campaign), .int(event.intervention),
                .text(event.kind), .text(event.concerned), .day(event.notedOn), .text(event.notedBy),
                .text(event.facts),
            ])
    }
}
