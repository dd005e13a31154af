import Kernel

/// How far the work on a document has come: what a cancellation depends on (PRO-127, decision 7).
package struct DocumentProgress: Sendable, Hashable {
    /// First visit, sample or injection; nil before.
    package let begunOn: Day?
    /// Animals with a result of their own.
    package let animalsWithResult: Set<Int64>
    /// Copies with labels that were sent.
    package let sent: Int
    /// Analysis requests that went to a laboratory.
    package let requestsWritten: Int
}

extension Connection {
    package func documentProgress(campaign: Int64, intervention: Int64) throws -> DocumentProgress {
        let key: [SQLValue] = [.int(campaign), .int(intervention)]
        let days = try all(
            """
            SELECT min(visited_on) FROM visit WHERE campaign_id = ? AND intervention_id = ? AND retracted_at IS NULL
            UNION ALL
            SELECT min(sampled_on) FROM blood_result
                WHERE campaign_id = ? AND intervention_id = ? AND replaced_at IS NULL
            UNION ALL
            SELECT min(injected_on) FROM tuberculin_report
                WHERE campaign_id = ? AND intervention_id = ? AND replaced_at IS NULL
            """, key + key + key
        ) { $0.dayOrNil(0) }
        let animals = try all(
            """
            SELECT DISTINCT animal_id FROM blood_result
            WHERE campaign_id = ? AND intervention_id = ? AND replaced_at IS NULL
            UNION
            SELECT a.animal_id FROM tuberculin_animal a JOIN tuberculin_report t ON t.campaign_id = a.campaign_id
                AND t.intervention_id = a.intervention_id AND t.id = a.report_id
            WHERE a.campaign_id = ? AND a.intervention_id = ? AND t.replaced_at IS NULL AND a.animal_id IS NOT NULL
                AND a.outcome <> 'untested'
            """, key + key
        ) { $0.int(0) }
        return DocumentProgress(
            begunOn: days.compactMap { $0 }.min(), animalsWithResult: Set(animals),
            sent: try count(
                """
                SELECT count(*) FROM dispatch
                WHERE campaign_id = ? AND intervention_id = ? AND copy_kind = 'labels' AND sent_on IS NOT NULL
                """, key),
            requestsWritten: try count(
                """
                SELECT count(*) FROM analysis_request
                WHERE campaign_id = ? AND intervention_id = ? AND written_at IS NOT NULL
                """, key))
    }
}
