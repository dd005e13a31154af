import Exchange
import Kernel
import TOMLKit
import UseCases

/// A TOML file of parameters as a tree of values.
enum TOMLFile {
    private static let sizeLimit = 1 << 20

    /// - Throws: `Refused` for a file that cannot be read or is no TOML, with its line.
    static func read(_ path: String) throws -> JSONValue {
        let source = ByteSource.file(path)
        do {
            let text = String(decoding: try source.readAll(limit: sizeLimit), as: UTF8.self)
            return value(try TOMLTable(string: text))
        } catch let refusal as Refusal {
            throw Refused(refusal.findings)
        } catch let error as TOMLParseError {
            throw Refused([
                Finding(
                    ExchangeFinding.tomlSyntax, .fatal,
                    at: Place(file: source.name, line: error.source.begin.line), ["reason": error.description])
            ])
        }
    }

    private static func value(_ value: any TOMLValueConvertible) -> JSONValue {
        switch value.type {
        case .table:
            value.table.map { table in
                .object(
                    Dictionary(
                        uniqueKeysWithValues: table.keys.compactMap { key in
                            table[key].map { (key, TOMLFile.value($0)) }
                        }))
            } ?? .null
        case .array: .array(value.array?.map(TOMLFile.value) ?? [])
        case .string: value.string.map { .string($0) } ?? .null
        case .int: value.int.map { .integer(Int64($0)) } ?? .null
        case .bool: value.bool.map { .bool($0) } ?? .null
        case .date:
            value.date.flatMap { Day(year: $0.year, month: $0.month, day: $0.day) }.map {
                .string($0.description)
            } ?? .null
        case .double: value.double.map { .number($0) } ?? .null
        case .time, .dateTime: .null
        }
    }
}
