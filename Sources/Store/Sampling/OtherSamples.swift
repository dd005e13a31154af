import Kernel

extension Connection {
    /// Remembers that an animal was sampled for a disease that is not in the campaign. False when no animal has the
    /// number; the same sample twice is one row.
    package func insertOtherSample(
        campaign: Int64, animal number: String, plan: String, on day: Day, source: String
    ) throws -> Bool {
        guard let animal = try first("SELECT id FROM animal WHERE number = ?", [.text(number)], { $0.int(0) }) else {
            return false
        }
        try execute(
            """
            INSERT INTO other_sample (campaign_id, animal_id, plan, sampled_on, source) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (campaign_id, animal_id, plan, sampled_on) DO NOTHING
            """, [.int(campaign), .int(animal), .text(plan), .day(day), .text(source)])
        return true
    }
}
