import TestSupport
import Testing

@Suite("vigie rules run: lines in, lines out")
struct RulesRunTests {
    @Test("contract: one answer a line, in the same order, under the same id; exit code 0")
    func order() async throws {
        let input = (0..<300).map { herdLine("herd \($0)", beef: $0 % 2 == 0 ? 5 : 6) + "\n" }.joined()
        let run = try await RulesRun("herd-orientation", input)
        #expect(run.outcome.status == 0)
        #expect(run.outcome.complaint.isEmpty)
        #expect(try run.ids == (0..<300).map { "\"herd \($0)\"" })
        #expect(try run.answers.map { $0["orientation"] } == (0..<300).map { $0 % 2 == 0 ? "\"dairy\"" : "\"mixed\"" })
    }

    @Test("contract: a line that errs is answered in its place, the others are still answered; exit code 1")
    func errorInPlace() async throws {
        let lines = [
            herdLine("a"), "{", herdLine("b"), #"{"id":"c","beefFemales":1}"#, herdLine("d", beef: -1),
            #"{"id":"e","beefFemales":1,"dairyFemales":1,"parameters":{"x":1}}"#, herdLine("f"),
        ]
        let run = try await RulesRun("herd-orientation", lines.joined(separator: "\n") + "\n")
        #expect(run.outcome.status == 1)
        #expect(try run.ids == ["\"a\"", "null", "\"b\"", "\"c\"", "\"d\"", "\"e\"", "\"f\""])
        #expect(
            try run.codes == [
                nil, "\"invalid-json\"", nil, "\"missing-field\"", "\"invalid-value\"", "\"unknown-parameter\"", nil,
            ])
    }

    @Test("contract: one error alone, at the end, is enough for exit code 1")
    func oneError() async throws {
        #expect(try await RulesRun("herd-orientation", herdLine("a") + "\n" + "{}\n").outcome.status == 1)
        #expect(try await RulesRun("herd-orientation", "{}\n" + herdLine("a") + "\n").outcome.status == 1)
    }

    @Test("contract: parameters hold for their line only")
    func parameters() async throws {
        let overridden = #"{"id":"b","beefFemales":6,"dairyFemales":100,"parameters":{"mixedOverBeefFemales":6}}"#
        let run = try await RulesRun(
            "herd-orientation", [herdLine("a", beef: 6), overridden, herdLine("c", beef: 6)].joined(separator: "\n"))
        #expect(try run.answers.map { $0["orientation"] } == ["\"mixed\"", "\"dairy\"", "\"mixed\""])
    }

    @Test("contract: no line, no answer; exit code 0")
    func empty() async throws {
        let run = try await RulesRun("herd-orientation", "")
        #expect(run.outcome.status == 0)
        #expect(run.outcome.output.isEmpty)
    }

    @Test("contract: lines of Windows, and a last line without its newline")
    func lineEnds() async throws {
        let run = try await RulesRun(
            "herd-orientation", herdLine("a") + "\r\n" + herdLine("b") + "\r\n" + herdLine("c"))
        #expect(run.outcome.status == 0)
        #expect(try run.ids == ["\"a\"", "\"b\"", "\"c\""])
        #expect(!run.outcome.text.contains("\r"))
        #expect(run.outcome.text.hasSuffix("\n"))
    }

    @Test("contract, invalid-json: empty lines are answered too, so that answers stay beside their lines")
    func emptyLines() async throws {
        let run = try await RulesRun("herd-orientation", "\n" + herdLine("a") + "\n\r\n\n")
        #expect(run.outcome.status == 1)
        #expect(try run.codes == ["\"invalid-json\"", nil, "\"invalid-json\"", "\"invalid-json\""])
    }

    @Test("contract, invalid-json: bytes that are no UTF-8, in the id and elsewhere; the next line is answered")
    func invalidUTF8() async throws {
        let broken = Array("{\"id\":\"a".utf8) + [0xe9] + Array("\",\"beefFemales\":5,\"dairyFemales\":100}\n".utf8)
        let run = try await RulesRun("herd-orientation", broken + [0xff, 0xfe, 0x00, 0x0a] + Array(herdLine("b").utf8))
        #expect(run.outcome.status == 1)
        #expect(try run.codes == ["\"invalid-json\"", "\"invalid-json\"", nil])
        #expect(try run.ids == ["null", "null", "\"b\""])
    }

    @Test("contract: a line of 5 MB is a line like another")
    func longLine() async throws {
        let filler = String(repeating: "x", count: 5_000_000)
        let long = #"{"id":"long","beefFemales":6,"dairyFemales":100,"unread":"\#(filler)"}"#
        let endless = #"{"id":""# + filler
        let run = try await RulesRun(
            "herd-orientation", [herdLine("a"), long, endless, herdLine("b")].joined(separator: "\n"))
        #expect(try run.ids == ["\"a\"", "\"long\"", "null", "\"b\""])
        #expect(try run.codes == [nil, nil, "\"invalid-json\"", nil])
    }

    @Test("contract: null bytes and an UTF-16 file are refused line by line")
    func otherEncodings() async throws {
        var wide: [UInt8] = [0xff, 0xfe]
        for unit in (herdLine("a") + "\n").utf16 { wide += [UInt8(unit & 0xff), UInt8(unit >> 8)] }
        let run = try await RulesRun("herd-orientation", wide)
        #expect(run.outcome.status == 1)
        #expect(try run.codes.allSatisfy { $0 == "\"invalid-json\"" })
    }
}
