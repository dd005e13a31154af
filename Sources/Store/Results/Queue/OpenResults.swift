import Kernel
import Prophylaxis

/// What an animal's blood results of a disease leave to the inspector: the laboratory said neither NEG nor POS
/// (PRO-298, EX-03).
package struct OpenResult: Sendable, Hashable {
    package let animal: String
    package let disease: Disease
    /// The last sampling of them.
    package let sampledOn: Day
    /// What the laboratory said, each once; empty where it said nothing.
    package let interpretations: [String]
    /// What was decided so far; nil while it waits.
    package let decision: String?
    package let reason: String?
    package let decidedBy: String?
}

extension Connection {
    /// Of an intervention, those that wait first, then by disease and animal.
    package func openResults(of intervention: InterventionIdentity) throws -> [OpenResult] {
        let lines = try all(
            """
            SELECT a.number, b.disease, b.sampled_on, COALESCE(b.interpretation, ''), b.decision, b.decision_reason,
                b.decided_by
            FROM blood_result b JOIN animal a ON a.id = b.animal_id
            WHERE b.campaign_id = ? AND b.intervention_id = ? AND b.replaced_at IS NULL
                AND (b.interpretation IS NULL OR b.interpretation NOT IN ('NEG', 'POS'))
            ORDER BY b.disease, a.number, b.sampled_on, b.id
            """, [.int(intervention.campaign), .int(intervention.id)]
        ) { row in
            OpenResult(
                animal: row.text(0), disease: try row.code(1), sampledOn: row.day(2), interpretations: [row.text(3)],
                decision: row.textOrNil(4), reason: row.textOrNil(5), decidedBy: row.textOrNil(6))
        }
        let joined = lines.reduce(into: [OpenResult]()) { found, line in
            if let last = found.last, last.isAbout(line) {
                found[found.count - 1] = last.joined(line)
            } else {
                found.append(line)
            }
        }
        return joined.filter { $0.decision == nil } + joined.filter { $0.decision != nil }
    }
}

extension OpenResult {
    fileprivate func isAbout(_ other: OpenResult) -> Bool { animal == other.animal && disease == other.disease }

    /// With a later line of the same animal: one line without a decision leaves all of it open.
    fileprivate func joined(_ other: OpenResult) -> OpenResult {
        let isDecided = decision != nil && other.decision != nil
        return OpenResult(
            animal: animal, disease: disease, sampledOn: other.sampledOn,
            interpretations: interpretations + other.interpretations.filter { !interpretations.contains($0) },
            decision: isDecided ? other.decision : nil, reason: isDecided ? other.reason : nil,
            decidedBy: isDecided ? other.decidedBy : nil)
    }
}
