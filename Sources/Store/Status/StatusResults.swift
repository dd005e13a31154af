import Kernel
import Programmes
import Prophylaxis

/// The results of a chunk's interventions.
extension Connection {
    /// Blood results in key order: the lines of one animal follow each other, so that it is counted once.
    func readBlood(
        _ query: StatusQuery, _ filter: InterventionFilter, into chunk: inout InterventionChunk
    ) throws {
        let condition = filter.condition(on: "intervention_id")
        var tally = BloodTally()
        try rows(
            """
            SELECT intervention_id, disease, animal_id, interpretation, decision, on_document FROM blood_result
            WHERE campaign_id = ? AND \(condition.sql) AND replaced_at IS NULL
            ORDER BY campaign_id, intervention_id, disease, animal_id
            """, [.int(query.campaign)] + condition.arguments
        ) { row in
            // The two diseases with blood results differ in their first letter.
            let disease: Disease = row.withUTF8(1) { $0.first == UInt8(ascii: "B") } ? .brucellosis : .leukosis
            let interpretation = row.isNull(3) ? nil : row.withUTF8(3) { Interpretation(utf8: $0) }
            let decision = row.isNull(4) ? nil : ResultDecision(rawValue: row.text(4))
            tally.add(
                (row.int(0), disease, row.int(2)), AnimalStanding(interpretation, decision),
                onDocument: row.int(5) != 0, into: &chunk)
        }
        tally.close(into: &chunk)
    }

    /// Bulk milk of the holdings of interventions with a milk plan, inside the reading window (PRO-175, PRO-300).
    func readMilk(
        _ query: StatusQuery, _ filter: InterventionFilter, into chunk: inout InterventionChunk
    ) throws {
        let condition = filter.condition(on: "p.intervention_id")
        let window = MilkWindow(campaignStart: query.parameters.startsOn)
        var results: [Int: [MilkResultReading.Result]] = [:]
        try rows(
            """
            SELECT p.intervention_id, p.disease, m.sampled_on, m.interpretation
            FROM requested_plan p
            JOIN intervention i ON i.campaign_id = p.campaign_id AND i.id = p.intervention_id
            JOIN herd h ON h.id = i.herd_id
            JOIN milk_result m ON m.holding_id = h.holding_id AND m.disease = p.disease
            WHERE p.campaign_id = ? AND \(condition.sql) AND p.matrix = 'milk' AND m.replaced_by IS NULL
                AND m.sampled_on >= ? AND m.sampled_on <= ?
            """, [.int(query.campaign)] + condition.arguments + [.day(window.start), .day(window.end)]
        ) { row in
            guard let disease = Disease(in: row, column: 1), let index = chunk.index(row.int(0), disease),
                let interpretation = Interpretation(rawValue: row.text(3))
            else { return }
            results[index, default: []].append(.init(sampledOn: row.day(2), interpretation: interpretation))
        }
        for (index, results) in results {
            let reading = try MilkResultReading.decide(
                .init(
                    campaignStart: query.parameters.startsOn, campaignEnd: query.parameters.endsOn, results: results),
                query.parameters.milk.reading)
            chunk.setMilk(reading, at: index)
        }
    }

    /// The descriptors of an intervention's standing reports, added up (PRO-301).
    func readTuberculin(
        _ query: StatusQuery, _ filter: InterventionFilter, into chunk: inout InterventionChunk
    ) throws {
        let condition = filter.condition(on: "intervention_id")
        let descriptors = try all(
            """
            SELECT intervention_id, sum(ntids), sum(nnidsn), sum(nadids), sum(npidsp), sum(ntidc), sum(nnidc),
                sum(nagdidctub), sum(napdidctub), sum(npidc)
            FROM tuberculin_report
            WHERE campaign_id = ? AND \(condition.sql) AND replaced_at IS NULL
            GROUP BY intervention_id
            """, [.int(query.campaign)] + condition.arguments
        ) { row in (row.int(0), TuberculinCount.Descriptors(row)) }
        for (intervention, filled) in descriptors {
            let count = try TuberculinCount.decide(.init(descriptors: filled), NoParameters())
            chunk.update(intervention, .tuberculosis) {
                $0.tuberculin = TuberculinReading(count: count, numberUnknown: !filled.saysNumberTested)
            }
        }
    }
}

/// Joins the lines of one animal and counts it when the next begins.
private struct BloodTally {
    typealias Key = (intervention: Int64, disease: Disease, animal: Int64)
    private var key: Key?
    private var standing = AnimalStanding.untested
    private var onDocument = true

    mutating func add(
        _ key: Key, _ standing: AnimalStanding, onDocument: Bool, into chunk: inout InterventionChunk
    ) {
        if let open = self.key, open == key {
            self.standing.join(standing)
            return
        }
        close(into: &chunk)
        self.key = key
        self.standing = standing
        self.onDocument = onDocument
    }

    mutating func close(into chunk: inout InterventionChunk) {
        guard let key else { return }
        let (standing, isOff) = (standing, !onDocument)
        chunk.update(key.intervention, key.disease) {
            $0.blood.add(standing)
            if isOff && standing.isTested { $0.testedOffDocument += 1 }
        }
    }
}

extension TuberculinCount.Descriptors {
    fileprivate init(_ row: borrowing Row) {
        self.init()
        func count(_ column: Int) -> Int? { row.intOrNil(column).map(Int.init) }
        testedSimple = count(1)
        negativeSimple = count(2)
        doubtfulSimple = count(3)
        positiveSimple = count(4)
        testedComparative = count(5)
        negativeComparative = count(6)
        largeDoubtfulComparative = count(7)
        smallDoubtfulComparative = count(8)
        positiveComparative = count(9)
    }

    fileprivate var saysNumberTested: Bool {
        [testedSimple, negativeSimple, testedComparative, negativeComparative].contains { $0 != nil }
    }
}
