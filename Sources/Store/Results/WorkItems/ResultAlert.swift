import Kernel
import Prophylaxis

/// Something a result opens on the work list of the delegate or of the authority.
package struct ResultAlert: Sendable, Hashable {
    package enum Audience: String, Sendable { case delegate, authority }

    package let audience: Audience
    package let kind: String
    package let department: String
    package var campaign: Int64?
    package var intervention: Int64?
    package var disease: String?
    package let subject: String
    /// JSON.
    package let facts: String

    package init(_ audience: Audience, _ kind: String, department: String, subject: String, facts: String) {
        self.audience = audience
        self.kind = kind
        self.department = department
        self.subject = subject
        self.facts = facts
    }
}

extension Connection {
    /// Opens the alerts; one that is open already stays as it is.
    /// - Returns: those that are new, with their numbers.
    @discardableResult
    package func raise(_ alerts: [ResultAlert], on day: Day) throws -> [(id: Int64, alert: ResultAlert)] {
        guard !alerts.isEmpty else { return [] }
        var ids = try takeIDs(alerts.count)
        return try alerts.compactMap { alert in
            let id = ids.next()
            let added = try execute(
                """
                INSERT INTO work_item
                    (id, department, audience, kind, campaign_id, intervention_id, disease, subject, facts, opened_on)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
                [
                    .int(id), .text(alert.department), .text(alert.audience.rawValue), .text(alert.kind),
                    .intOrNull(alert.campaign), .intOrNull(alert.intervention), .textOrNull(alert.disease),
                    .text(alert.subject), .text(alert.facts), .day(day),
                ])
            return added > 0 ? (id, alert) : nil
        }
    }
}

/// An intervention that a result concerns.
package struct ConcernedIntervention: Sendable, Hashable {
    package let campaign: Int64
    package let intervention: Int64
    /// The twelve digits that people know it by.
    package let number: String
    package let holding: Int64
    package let disease: String
    package let department: String
    package let isClosed: Bool
    package let hasReport: Bool

    /// Late non-negatives and changes of sign contradict a standing report: for both until closing, then for the
    /// authority alone (decision 3).
    package func contradiction(subject: String, facts: String) -> [ResultAlert] {
        guard hasReport else { return [] }
        let audiences: [ResultAlert.Audience] = isClosed ? [.authority] : [.delegate, .authority]
        return audiences.map {
            about(ResultAlert($0, "report-contradicted", department: department, subject: subject, facts: facts))
        }
    }

    package func about(_ alert: ResultAlert) -> ResultAlert {
        var alert = alert
        (alert.campaign, alert.intervention, alert.disease) = (campaign, intervention, disease)
        return alert
    }
}
