import Exchange
import UseCases

/// A TOML file of parameters as a tree of values.
enum TOMLFile {
    /// - Throws: `Refused` for a file that cannot be read or is no TOML, with its line.
    static func read(_ path: String) throws -> JSONValue {
        do throws(Refusal) {
            return value(.table(try ConfigurationTable.parse(.file(path))))
        } catch {
            throw Refused(error.findings)
        }
    }

    private static func value(_ value: ConfigurationTable.Value) -> JSONValue {
        switch value {
        case .table(let table): .object(table.values.mapValues(TOMLFile.value))
        case .array(let values): .array(values.map(TOMLFile.value))
        case .string(let text): .string(text)
        case .integer(let number): .integer(Int64(number))
        case .number(let number): .number(number)
        case .boolean(let flag): .bool(flag)
        case .day(let day): .string(day.description)
        case .other: .null
        }
    }
}
