import Exchange
import Kernel
import Testing

@Suite("Issue 2 §13: no bytes break the delimited reader")
struct DelimitedFuzzTests {
    static let seedText = """
        number;name;é;"quoted;field"
        FR9912345678;1;"a ""b"" c";x
        FR9912345679;2;"two
        lines";y
        ;;;
        FR9912345680;01/02/2020;ü;z\r\nFR9912345681;;;\r
        """

    @Test("Every physical line is counted exactly once, whatever the damage", arguments: 0..<8)
    func accounting(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<250 {
            let bytes = mutated(Array(Self.seedText.utf8), by: &generator)
            let limit = Int.random(in: 10...200, using: &generator)
            guard let reading = reading(bytes, DelimitedFormat(lineLimit: limit)) else { continue }
            #expect(reading.counts.areComplete)
            #expect(reading.counts.lines == physicalLines(bytes), "seed \(seed), bytes \(bytes)")
            #expect(reading.counts.refused == reading.refused.count)
        }
    }

    @Test("What is read does not depend on how the bytes arrive", arguments: 0..<8)
    func boundaries(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(100 + seed))
        for _ in 0..<150 {
            let bytes = mutated(Array(Self.seedText.utf8), by: &generator)
            let limit = Int.random(in: 10...200, using: &generator)
            let whole = reading(bytes, DelimitedFormat(lineLimit: limit))
            for chunk in [1, 2, 3, 7, 50] {
                let pieces = reading(bytes, DelimitedFormat(lineLimit: limit, chunk: chunk))
                #expect(pieces == whole, "chunk \(chunk), limit \(limit), bytes \(bytes)")
            }
        }
    }

    private func reading(_ bytes: [UInt8], _ format: DelimitedFormat) -> DelimitedReading? {
        do {
            return try readDelimited(bytes, format)
        } catch {
            // The first bytes looked like another kind of file; that is told as a whole.
            #expect((error as? Refusal)?.findings.isEmpty == false)
            return nil
        }
    }

    /// Lines by their ends, counted apart from the reader: LF, CR, CRLF, and a last line without one.
    private func physicalLines(_ all: [UInt8]) -> Int {
        let bytes = all.starts(with: [0xef, 0xbb, 0xbf]) ? Array(all.dropFirst(3)) : all
        var ends = 0
        for (index, byte) in bytes.enumerated() {
            if byte == 0x0a, index == 0 || bytes[index - 1] != 0x0d { ends += 1 }
            if byte == 0x0d { ends += 1 }
        }
        return ends + (bytes.isEmpty || bytes.last == 0x0a || bytes.last == 0x0d ? 0 : 1)
    }
}
