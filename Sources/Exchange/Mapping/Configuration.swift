import Kernel
import TOMLKit

/// A TOML document as plain values, for every file of settings the program reads. Each table knows where it stands, so
/// that findings can name a line.
package struct ConfigurationTable {
    package indirect enum Value {
        case string(String)
        case integer(Int)
        case number(Double)
        case boolean(Bool)
        case day(Day)
        case table(ConfigurationTable)
        case array([Value])
        /// A time: nothing here uses one.
        case other
    }

    package let file: String
    /// Keys from the root of the document.
    package let path: [String]
    package let values: [String: Value]
    let lines: ConfigurationLines

    /// Configuration files are small: a limit keeps a wrong file from being parsed at all.
    static let sizeLimit = 1 << 20

    package static func parse(_ source: ByteSource) throws(Refusal) -> ConfigurationTable {
        let bytes = try source.readAll(limit: sizeLimit)
        let place = Place(file: source.name)
        guard let text = String(validating: bytes, as: UTF8.self), !text.utf8.contains(0) else {
            throw Refusal(.encodingNotUTF8, at: place)
        }
        if let line = lineThatBreaksTheLibrary(text) {
            throw Refusal(
                .tomlSyntax, at: Place(file: source.name, line: line), ["reason": "table header without a key"])
        }
        do {
            let table = try TOMLTable(string: text)
            return ConfigurationTable(table, file: source.name, path: [], lines: ConfigurationLines(text))
        } catch let error as TOMLParseError {
            throw Refusal(
                .tomlSyntax, at: Place(file: source.name, line: error.source.begin.line),
                ["reason": excerpt(error.description, limit: 200)])
        } catch {
            throw Refusal(.tomlSyntax, at: place, ["reason": String(describing: error)])
        }
    }

    private init(_ table: TOMLTable, file: String, path: [String], lines: ConfigurationLines) {
        self.file = file
        self.path = path
        self.lines = lines
        var values: [String: Value] = [:]
        for key in table.keys {
            guard let value = table[key] else { continue }
            values[key] = Self.value(value, file: file, path: path + [key], lines: lines)
        }
        self.values = values
    }

    private static func value(
        _ value: any TOMLValueConvertible, file: String, path: [String], lines: ConfigurationLines
    ) -> Value {
        switch value.type {
        case .string: value.string.map(Value.string) ?? .other
        case .int: value.int.map(Value.integer) ?? .other
        case .double: value.double.map(Value.number) ?? .other
        case .bool: value.bool.map(Value.boolean) ?? .other
        case .date:
            value.date.flatMap { Day(year: $0.year, month: $0.month, day: $0.day) }.map(Value.day) ?? .other
        case .table:
            value.table.map { .table(ConfigurationTable($0, file: file, path: path, lines: lines)) } ?? .other
        case .array:
            .array(value.array?.map { Self.value($0, file: file, path: path, lines: lines) } ?? [])
        default: .other
        }
    }

    package func place(_ key: String? = nil) -> Place {
        Place(file: file, line: lines.line(of: path + (key.map { [$0] } ?? [])), column: key)
    }
}

/// The line of a table header that does not begin with a key (`[=]`, `[.a]`): toml++ 3.4.0 behind TOMLKit 0.6.0 ends
/// the process there instead of reporting it. Lines inside arrays are judged alike; none of our formats has any.
private func lineThatBreaksTheLibrary(_ text: String) -> Int? {
    let isSpace = { (byte: UInt8) in byte == Byte.space || byte == Byte.tab }
    var number = 0
    for line in text.utf8.split(separator: Byte.newline, omittingEmptySubsequences: false) {
        number += 1
        let start = line.drop(while: isSpace)
        guard start.first == UInt8(ascii: "[") else { continue }
        let key = start.drop { isSpace($0) || $0 == UInt8(ascii: "[") }
        guard let first = key.first else { return number }
        let isKey =
            first == Byte.quote || first == UInt8(ascii: "'") || first == UInt8(ascii: "_") || first == Byte.dash
            || first &- Byte.zero <= 9 || (first | 0x20) &- 0x61 < 26 || first == UInt8(ascii: "]")
        if !isKey { return number }
    }
    return nil
}

/// Where keys stand in a TOML text. The library tells positions of syntax errors only; this looks for `[table]` and
/// `key =` at the start of a line, which is how such files are written. A key that hides elsewhere (in an inline table)
/// gets the line of its table.
struct ConfigurationLines: Sendable {
    private var lineByPath: [[String]: Int] = [:]

    init(_ text: String) {
        var table: [String] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.drop { $0 == " " || $0 == "\t" }
            if line.first == "[" {
                table = Self.keys(line.drop { $0 == "[" }.prefix { $0 != "]" })
                lineByPath[table, default: index + 1] = lineByPath[table] ?? index + 1
            } else if line.first != "#", let equals = line.firstIndex(of: "=") {
                let path = table + Self.keys(line[..<equals])
                for length in (table.count + 1)...max(table.count + 1, path.count) where length <= path.count {
                    let prefix = Array(path[..<length])
                    lineByPath[prefix] = lineByPath[prefix] ?? index + 1
                }
            }
        }
    }

    func line(of path: [String]) -> Int? {
        var path = path
        while !path.isEmpty {
            if let line = lineByPath[path] { return line }
            path.removeLast()
        }
        return nil
    }

    private static func keys(_ text: Substring) -> [String] {
        text.split(separator: ".").map { part in
            String(part.filter { $0 != "\"" && $0 != "'" && $0 != " " && $0 != "\t" && $0 != "\r" })
        }
    }
}
