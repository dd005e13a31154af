import Kernel

/// Takes keys out of a table one by one, noting what is missing, wrong or unknown.
package struct ConfigurationReader {
    private let table: ConfigurationTable
    private var taken: Set<String> = []
    package private(set) var findings: [Finding] = []

    package init(_ table: ConfigurationTable) { self.table = table }

    package mutating func string(_ key: String, required: Bool = false) -> String? {
        guard let value = take(key, required: required) else { return nil }
        if case .string(let text) = value { return text }
        invalid(key, expected: "text")
        return nil
    }

    package mutating func integer(_ key: String, in range: ClosedRange<Int>, required: Bool = false) -> Int? {
        guard let value = take(key, required: required) else { return nil }
        if case .integer(let number) = value, range.contains(number) { return number }
        invalid(key, expected: "\(range.lowerBound)…\(range.upperBound)")
        return nil
    }

    package mutating func boolean(_ key: String) -> Bool? {
        guard let value = take(key, required: false) else { return nil }
        if case .boolean(let flag) = value { return flag }
        invalid(key, expected: "true, false")
        return nil
    }

    /// The key `format`, which says what kind of file this is and of which version.
    package mutating func format(_ expected: String) {
        guard let format = string("format", required: true), format != expected else { return }
        findings.append(
            Finding(
                ExchangeFinding.formatUnknown, .fatal, at: table.place("format"),
                ["value": format, "expected": expected]))
    }

    /// A TOML date, or text that says one.
    package mutating func day(_ key: String, required: Bool = false) -> Day? {
        guard let value = take(key, required: required) else { return nil }
        if case .day(let day) = value { return day }
        if case .string(let text) = value, let day = Day(text) { return day }
        invalid(key, expected: "yyyy-mm-dd")
        return nil
    }

    /// A value of a closed list.
    package mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String, _ type: Choice.Type, required: Bool = false
    ) -> Choice? {
        guard let text = string(key, required: required) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        invalid(key, expected: Choice.allCases.map(\.rawValue).joined(separator: ", "))
        return nil
    }

    package mutating func separator(_ key: String) -> Separator? {
        guard let text = string(key) else { return nil }
        if let separator = Separator(written: text) { return separator }
        invalid(key, expected: "; , tab")
        return nil
    }

    package mutating func table(_ key: String, required: Bool = false) -> ConfigurationTable? {
        guard let value = take(key, required: required) else { return nil }
        if case .table(let inner) = value { return inner }
        invalid(key, expected: "table")
        return nil
    }

    /// A list of texts; nil: the key is not there.
    package mutating func list(_ key: String) -> [String]? {
        guard let value = take(key, required: false) else { return nil }
        guard case .array(let values) = value else {
            invalid(key, expected: "[\"…\", \"…\"]")
            return nil
        }
        return values.compactMap { value in
            if case .string(let text) = value { return text }
            invalid(key, expected: "[\"…\", \"…\"]")
            return nil
        }
    }

    /// A table whose keys are free and whose values are texts (numbers are taken as their digits).
    package mutating func strings(_ key: String) -> [String: String] {
        guard let inner = table(key) else { return [:] }
        return inner.values.reduce(into: [:]) { strings, entry in
            switch entry.value {
            case .string(let text): strings[entry.key] = text
            case .integer(let number): strings[entry.key] = String(number)
            default:
                findings.append(
                    Finding(
                        ExchangeFinding.keyInvalid, .fatal, at: inner.place(entry.key),
                        ["key": entry.key, "expected": "text"]))
            }
        }
    }

    /// Tells every key that nobody took: a typing error would otherwise pass for a default.
    package mutating func finish() -> [Finding] {
        for key in table.values.keys.sorted() where !taken.contains(key) {
            findings.append(
                Finding(ExchangeFinding.keyUnknown, .fatal, at: table.place(key), ["key": key]))
        }
        return findings
    }

    package mutating func invalid(_ key: String, expected: String) {
        findings.append(
            Finding(
                ExchangeFinding.keyInvalid, .fatal, at: table.place(key), ["key": key, "expected": expected]))
    }

    package mutating func add(_ more: [Finding]) { findings += more }

    private mutating func take(_ key: String, required: Bool) -> ConfigurationTable.Value? {
        taken.insert(key)
        if let value = table.values[key] { return value }
        if required {
            findings.append(Finding(ExchangeFinding.keyMissing, .fatal, at: table.place(), ["key": key]))
        }
        return nil
    }
}
