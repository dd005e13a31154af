import Kernel

/// One count of a campaign's balance: how many, for a disease (empty: all), under a heading and a value.
package struct BalanceCount: Sendable, Hashable {
    package let section: String
    package let disease: String
    package let value: String
    package let count: Int
}

/// Whose counts, and until when malfunctions that name no campaign are its own.
package struct BalanceScope: Sendable {
    let campaign: Int64
    let department: String
    let period: (from: Day, until: Day)

    package init(_ campaign: CampaignRow, until last: Day) {
        self.campaign = campaign.id
        department = campaign.department
        period = (campaign.startsOn.adding(days: -31), last)
    }
}

extension Connection {
    /// What was done and found, and what was not, as counts in a fixed order (PRO-286). One pass over each table.
    package func balance(of scope: BalanceScope) throws -> [BalanceCount] {
        var counts: [BalanceCount] = []
        for part in BalanceSQL.parts {
            counts += try all(part.sql + " ORDER BY 1, 2", [.int(scope.campaign)]) { row in
                BalanceCount(
                    section: part.section, disease: row.text(0), value: row.text(1), count: Int(row.int(2)))
            }
        }
        return counts + (try dysfunctionCounts(scope))
    }

    /// By kind. What a file of results showed names no campaign: it counts where it was noted while the campaign ran.
    private func dysfunctionCounts(_ scope: BalanceScope) throws -> [BalanceCount] {
        try all(
            """
            SELECT d.kind, count(*) FROM dysfunction d
            WHERE d.campaign_id = ? OR (d.campaign_id IS NULL AND d.department = ? AND d.noted_on >= ?
                AND d.noted_on <= ?)
            GROUP BY d.kind ORDER BY 1
            """,
            [.int(scope.campaign), .text(scope.department), .day(scope.period.from), .day(scope.period.until)]
        ) { BalanceCount(section: "dysfonctionnements", disease: "", value: $0.text(0), count: Int($0.int(1))) }
    }

    /// The day on which the last result of each disease came in (PRO-310).
    package func lastResults(of campaign: Int64) throws -> [(disease: String, on: Day)] {
        try all(
            """
            SELECT disease, max(last_result_on) FROM disease_state
            WHERE campaign_id = ? AND last_result_on IS NOT NULL GROUP BY disease ORDER BY disease
            """, [.int(campaign)]
        ) { ($0.text(0), $0.day(1)) }
    }
}
