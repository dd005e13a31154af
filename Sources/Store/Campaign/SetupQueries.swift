import Kernel
import Prophylaxis

/// A laboratory that results may come from.
package struct LaboratoryRow: Sendable, Hashable {
    package let id: Int64
    package let code: String
    package let name: String
    package let approvedDiseases: [Disease]
    /// Analyses bulk milk for the dairies (LIAL) rather than blood.
    package let isDairyLaboratory: Bool
}

/// What the check lists of a campaign's set-up look at beside the herds, each one query for the department.
extension Connection {
    /// INSEE code → disease → rhythm.
    package func communeRhythms(
        department: String
    ) throws -> [String: [Disease: ScreeningRank.Rhythm]] {
        var rhythms: [String: [Disease: ScreeningRank.Rhythm]] = [:]
        try rows(
            "SELECT insee, disease, interval_years, phase FROM screening WHERE department = ? AND insee <> ''",
            [.text(department)]
        ) { row in
            let disease = try row.code(1, as: Disease.self)
            rhythms[row.text(0), default: [:]][disease] = ScreeningRank.Rhythm(
                intervalYears: Int(row.int(2)), phase: Int(row.int(3)))
        }
        return rhythms
    }

    /// INSEE code → name.
    package func communeNames(department: String) throws -> [String: String] {
        let pairs = try all(
            "SELECT insee, name FROM commune WHERE department = ?", [.text(department)]
        ) { ($0.text(0), $0.text(1)) }
        return Dictionary(pairs) { first, _ in first }
    }

    package func laboratories() throws -> [LaboratoryRow] {
        try all(
            """
            SELECT id, code, name, approved_diseases, kind FROM organisation
            WHERE kind IN ('laboratory', 'dairy-laboratory') ORDER BY code
            """
        ) { row in
            LaboratoryRow(
                id: row.int(0), code: row.text(1), name: row.text(2),
                approvedDiseases: Disease.set(Int(row.int(3))), isDairyLaboratory: row.text(4) == "dairy-laboratory")
        }
    }

    /// Herds with a planned main intervention in the latest earlier campaign of the department and name.
    package func herds(inCampaignBefore campaign: CampaignRow) throws -> Set<Int64> {
        guard
            let former = try self.campaign(
                before: campaign.prophylaxisYear, department: campaign.department, name: campaign.name)
        else { return [] }
        return Set(
            try all(
                "SELECT herd_id FROM intervention WHERE campaign_id = ? AND kind = 'main' AND state = 'planned'",
                [.int(former.id)]
            ) { $0.int(0) })
    }

    /// Herds of holdings one of whose establishments bears the SIRET of an authority (PRO-75).
    package func herdsOfAuthorities(department: String) throws -> Set<Int64> {
        Set(
            try all(
                """
                SELECT h.id FROM herd h
                JOIN establishment e ON e.holding_id = h.holding_id
                JOIN organisation o ON o.siret = e.siret AND o.kind = 'authority'
                WHERE h.department = ?
                """, [.text(department)]
            ) { $0.int(0) })
    }

    /// Open herds in which no animal stands on the day.
    package func herdsWithoutCattle(department: String, on day: Day) throws -> Set<Int64> {
        Set(
            try all(
                """
                SELECT h.id FROM herd h WHERE h.department = ? AND NOT EXISTS (
                    SELECT 1 FROM herd_assignment a WHERE a.herd_id = h.id AND a.since <= ?
                        AND (a.until IS NULL OR a.until > ?) AND a.retracted_at IS NULL)
                """, [.text(department), .day(day), .day(day)]
            ) { $0.int(0) })
    }

    /// Herds for which the authority ever said, for a disease, whether it is delegated (PRO-63, PRO-75).
    package func herdsWithDelegation(department: String) throws -> [Int64: Set<Disease>] {
        var herds: [Int64: Set<Disease>] = [:]
        try rows(
            """
            SELECT a.herd_id, a.disease FROM authorisation a JOIN herd h ON h.id = a.herd_id
            WHERE h.department = ? AND a.kind = 'delegation'
            """, [.text(department)]
        ) { row in
            let disease = try row.codeOrNil(1, as: Disease.self)
            herds[row.int(0), default: []].formUnion(disease.map { [$0] } ?? Disease.allCases)
        }
        return herds
    }

    /// Holding numbers under which dairy laboratories know a producer on the day.
    package func dairyProducerHoldings(department: String, on day: Day) throws -> Set<String> {
        Set(
            try all(
                """
                SELECT g.number FROM dairy_producer p JOIN holding g ON g.id = p.holding_id
                WHERE g.department = ? AND p.since <= ? AND (p.until IS NULL OR p.until > ?)
                """, [.text(department), .day(day), .day(day)]
            ) { $0.text(0) })
    }

    /// How many letters of each kind were written for the campaign.
    package func letterCounts(of campaign: Int64) throws -> [String: Int] {
        let pairs = try all(
            "SELECT kind, count(*) FROM letter WHERE campaign_id = ? GROUP BY kind", [.int(campaign)]
        ) { ($0.text(0), Int($0.int(1))) }
        return Dictionary(pairs) { first, _ in first }
    }

    /// Numbers of interventions whose laboratory changed after the last validation of their document (PRO-95).
    package func interventionsWithOutdatedLaboratory(of campaign: Int64) throws -> [String] {
        try all(
            """
            SELECT i.number FROM intervention i
            WHERE i.campaign_id = ? AND EXISTS (
                SELECT 1 FROM note n
                WHERE n.campaign_id = i.campaign_id AND n.intervention_id = i.id AND n.kind = 'laboratory'
                    AND n.written_at > (SELECT max(e.validated_at) FROM edition e
                        WHERE e.campaign_id = i.campaign_id AND e.intervention_id = i.id AND e.state = 'validated'))
            ORDER BY i.number
            """, [.int(campaign)]
        ) { $0.text(0) }
    }
}
