import Exchange
import Kernel
import Testing

@Suite("Issue 2 §13: delimited text")
struct DelimitedReaderTests {
    @Test(
        "RFC 4180: fields and records",
        arguments: [
            ("a;b\n1;2\n", [["a", "b"], ["1", "2"]]),
            ("a;b\r\n1;2", [["a", "b"], ["1", "2"]]),
            ("a;b\r1;2\r", [["a", "b"], ["1", "2"]]),
            ("a;b\n1;\n", [["a", "b"], ["1", ""]]),
            ("a;b\n;\n;2\n", [["a", "b"], ["", "2"]]),
            ("a;b\n  1 ;\t2\n", [["a", "b"], ["1", "2"]]),
            ("a;b\n\"1\";\"2;3\"\n", [["a", "b"], ["1", "2;3"]]),
            ("a;b\n\"say \"\"moo\"\"\";2\n", [["a", "b"], ["say \"moo\"", "2"]]),
            ("a;b\n\"two\nlines\";2\n3;4\n", [["a", "b"], ["two\nlines", "2"], ["3", "4"]]),
            ("a;b\n\"\";2\n", [["a", "b"], ["", "2"]]),
            ("a;b\nl'O\"x\";2\n", [["a", "b"], ["l'O\"x\"", "2"]]),
            ("a;b\n1;\"2\"", [["a", "b"], ["1", "2"]]),
        ] as [(String, [[String]])])
    func fields(text: String, expected: [[String]]) throws {
        let reading = try readDelimited(text)
        #expect(reading.records == expected)
        #expect(reading.refused.isEmpty)
        #expect(reading.counts.areComplete)
    }

    @Test(
        "The separator is found out from the first line",
        arguments: [
            ("a;b;c\n1,5;2;3\n", Separator.semicolon), ("a,b,c\n1;2,2,3\n", .comma), ("a\tb\n1,2\t3\n", .tab),
            ("a\n1\n", .semicolon), ("\n\r\na,b\n", .comma), ("\"x;y;z\",b\n", .comma),
        ])
    func separator(text: String, expected: Separator) throws {
        #expect(try DelimitedReader(.text(text, name: "t")).separator == expected)
    }

    @Test("Blank lines and lines of separators only are counted and passed over")
    func blankLines() throws {
        let reading = try readDelimited("\n\na;b\n;\n  \n1;2\n\u{1a}")
        #expect(reading.records == [["a", "b"], ["1", "2"]])
        #expect(reading.lines == [3, 6])
        #expect(reading.counts.blank == 5)
        #expect(reading.counts.lines == 7)
        #expect(reading.counts.areComplete)
    }

    @Test("A record over several lines has the number of its first, and the next one counts on")
    func lineNumbers() throws {
        let reading = try readDelimited("a;b\r\n\"x\r\ny\rz\nw\";2\r\n3;4\r\n")
        #expect(reading.lines == [1, 2, 6])
        #expect(reading.counts.continuation == 3)
        #expect(reading.counts.areComplete)
    }

    @Test(
        "A quotation mark that is never closed refuses its line only",
        arguments: ["a;\"b", "a;\"b\"c;d", "\"a\";\"b\"x"])
    func unbalancedQuote(line: String) throws {
        let reading = try readDelimited("h;i\n\(line)\n1;2\n3;4\n")
        #expect(reading.records == [["h", "i"], ["1", "2"], ["3", "4"]])
        #expect(reading.refused.map(\.raw) == [line])
        #expect(reading.refused.map(\.line) == [2])
        #expect(reading.refused[0].findings.map(\.code) == ["quote-unbalanced"])
        #expect(reading.counts.areComplete)
    }

    @Test("Quotation marks mean nothing where the format has none")
    func unquoted() throws {
        let reading = try readDelimited("\"a;b\n", DelimitedFormat(isQuoted: false))
        #expect(reading.records == [["\"a", "b"]])
    }

    @Test("A NUL byte refuses its line")
    func binaryLine() throws {
        let reading = try readDelimited("a;b\n1;\u{0}\n3;4\n")
        #expect(reading.records == [["a", "b"], ["3", "4"]])
        #expect(
            reading.refused[0].findings == [
                Finding(ExchangeFinding.controlCharacter, .refused, at: Place(file: "test.csv", line: 2))
            ])
    }

    @Test("The limit itself is let in, one byte more is refused", arguments: [(99, 1), (100, 1), (101, 0)])
    func limit(length: Int, accepted: Int) throws {
        let line = String(repeating: "x", count: length)
        let reading = try readDelimited(line + "\n", DelimitedFormat(lineLimit: 100))
        #expect(reading.records.count == accepted)
        #expect(reading.refused.count == 1 - accepted)
        #expect(reading.counts.areComplete)
    }

    @Test(
        "A line too long keeps its first bytes, and reading goes on at the next line end",
        arguments: ["\n", "\r", "\r\n"])
    func longLine(lineEnd: String) throws {
        let long = String(repeating: "é", count: 400_000)
        let reading = try readDelimited(["a;b", long, "1;2", ""].joined(separator: lineEnd))
        #expect(reading.records == [["a", "b"], ["1", "2"]])
        #expect(reading.lines == [1, 3])
        #expect(reading.refused[0].raw == String(repeating: "é", count: 100))
        #expect(reading.refused[0].isCut)
        #expect(
            reading.refused[0].findings == [
                Finding(
                    ExchangeFinding.lineTooLong, .refused, at: Place(file: "test.csv", line: 2), ["limit": "65536"])
            ])
        #expect(reading.counts.areComplete)
    }

    @Test("A line that never ends is one refused line")
    func endlessLine() throws {
        let reading = try readDelimited([UInt8](repeating: 0x41, count: 5_000_000))
        #expect(reading.records.isEmpty)
        #expect(reading.refused.count == 1)
        #expect(reading.counts.lines == 1)
        #expect(reading.counts.areComplete)
    }

    @Test("An open quotation mark swallows nothing, however much follows")
    func openQuoteInLargeFile() throws {
        var text = "a;b\n\"open;1\n"
        for line in 0..<20_000 { text += "\(line);x\n" }
        let reading = try readDelimited(text)
        #expect(reading.records.count == 20_001)
        #expect(reading.refused.map(\.line) == [2])
        #expect(reading.counts.areComplete)
    }
}
