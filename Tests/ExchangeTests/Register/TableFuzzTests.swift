import Exchange
import Kernel
import Testing

@Suite("Issue 2 §13: no bytes break a table reader")
struct TableFuzzTests {
    @Test("Every physical line is accounted for once, whatever the damage", arguments: 0..<6)
    func accounting(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<60 {
            try check(Samples.animals, &generator)
            try check(Samples.holdings, &generator)
            try check(Samples.stays, &generator)
            try check(Samples.organisations(), &generator)
            try check(Samples.interventions(), &generator)
            try check(Samples.communeScreening, &generator)
        }
    }

    private func check<Row: TableRow>(_ rows: [Row], _ generator: inout SeededGenerator) throws {
        let bytes = mutated(try Row.encoded(rows), by: &generator)
        let reading = read(Row.self, .bytes(bytes, name: "t.csv"))
        #expect(reading.outcome.counts.accepted == reading.rows.count)
        #expect(reading.outcome.isFatal || reading.outcome.counts.areComplete)
        #expect(reading.outcome.isFatal || reading.outcome.counts.refused == reading.refused.count)
        #expect(reading.refused.allSatisfy { !$0.findings.isEmpty })
    }
}
