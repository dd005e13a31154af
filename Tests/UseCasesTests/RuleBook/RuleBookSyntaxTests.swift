import Testing
import UseCases

/// What a line must be before any rule looks at it (contract `vigie rules`, `invalid-json`).
@Suite("rule book: the line as JSON")
struct RuleBookSyntaxTests {
    private static func answer(_ line: String) throws -> RuleBookAnswer { try RuleBookAnswer("herd-orientation", line) }

    @Test(
        "contract, invalid-json: a line that is no JSON object",
        arguments: [
            "", "   ", "\r", "null", "true", "42", "\"text\"", "[]", "[{\"id\":\"a\"}]", "{", "}", "{}}", "{\"id\"}",
            "{\"id\":\"a\"", "{\"id\":\"a\",}", "{,}", "{\"id\":\"a\" \"beefFemales\":1}", "{'id':'a'}", "{id:\"a\"}",
            "{\"id\":\"a\"} x", "{\"id\":\"a\"}{\"id\":\"b\"}", "// {}", "{\"id\":\"a\"} // no", "{\"id\":\"a\u{0}\"}",
            "{\"id\":\"tab\t\"}", "{\"id\":\"a\\", "{\"id\":\"a\\\"}", "\u{0}",
        ])
    func noObject(line: String) throws {
        let answer = try Self.answer(line)
        #expect(answer.code == "invalid-json")
        #expect(answer.erred)
        #expect(answer.fields["id"] != nil, "the id is there, null where it cannot be read")
    }

    @Test(
        "contract, invalid-json: a broken value counts even where no rule reads it",
        arguments: [
            "01", "1.", ".5", "+1", "-", "1e", "1e+", "0x10", "NaN", "Infinity", "tru", "True", "nul", "[1,]", "[,1]",
            "[1 2]", "[1", "{\"a\":1,}", "{\"a\"}", "{\"a\":}", "{1:2}", "\"\\q\"", "\"\\u12\"", "\"\\u12g4\"", "'a'",
            "",
        ])
    func brokenValue(value: String) throws {
        let line = "{\"id\":\"a\",\"beefFemales\":6,\"dairyFemales\":100,\"unread\":\(value)}"
        #expect(try Self.answer(line).code == "invalid-json")
    }

    @Test(
        "contract: whatever RFC 8259 allows is read",
        arguments: [
            "0", "-0", "1.5", "-1.25e-3", "1E+5", "true", "false", "null", "[]", "[ ]", "{}", "{ }",
            "[1,[2,{\"a\":[]}]]",
            "\"\"", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\ude00\"", "\"é😀\u{7f}\"",
            " [ 1 , \t{ \"a\" : 2 } ] ",
        ])
    func soundValue(value: String) throws {
        let line = "{\"id\":\"a\",\"beefFemales\":6,\"dairyFemales\":100,\"unread\":\(value)}"
        let answer = try Self.answer(line)
        #expect(answer.code == nil)
        #expect(answer.fields["orientation"]?.text == "mixed")
    }

    @Test(
        "contract: space around a line, a carriage return and a byte order mark are no fault",
        arguments: ["  @  ", "@\r", "\t@", "\u{feff}@"])
    func spaceAround(pattern: String) throws {
        let line = pattern.split(separator: "@", omittingEmptySubsequences: false)
            .joined(separator: "{\"id\":\"a\",\"beefFemales\":6,\"dairyFemales\":100}")
        #expect(try Self.answer(line).id == "a")
    }

    @Test(
        "contract, invalid-json: a line that is not UTF-8, wherever it is not",
        arguments: [[0xff], [0xc3], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80]] as [[UInt8]])
    func notUTF8(bytes: [UInt8]) throws {
        for (before, after) in [
            ("{\"id\":\"", "\",\"beefFemales\":6,\"dairyFemales\":100}"),
            ("{\"id\":\"a\",\"beefFemales\":6,\"dairyFemales\":100,\"unread\":\"", "\"}"),
        ] {
            let answer = try RuleBookAnswer("herd-orientation", Array(before.utf8) + bytes + Array(after.utf8))
            #expect(answer.code == "invalid-json")
        }
    }

    @Test("contract, invalid-json: brackets without end are refused and break nothing", arguments: ["[", "{\"a\":"])
    func deep(opening: String) throws {
        let line = "{\"id\":\"a\",\"unread\":" + String(repeating: opening, count: 100_000)
        #expect(try Self.answer(line).code == "invalid-json")
    }

    @Test("contract: the id comes back as it was, whatever its characters")
    func id() throws {
        let line = #"{"id":"é/\u00e9\"😀\n\\ ","beefFemales":6,"dairyFemales":100}"#
        #expect(try Self.answer(line).id == "é/é\"😀\n\\ ")
        #expect(try Self.answer(line.replacing("6", with: "-6")).id == "é/é\"😀\n\\ ")
    }
}
