import Kernel
import Prophylaxis

/// Reads a value as a person writes it on the command line.
enum ParameterReader {
    /// nil when the text cannot be a value of the entry; `.null` takes a key of a map out (`-`).
    static func value(_ text: String, of entry: ParameterEntry, key: String?) -> JSONValue? {
        switch entry.format {
        case .day: (Day(text) ?? Day(french: text)).map { .string($0.description) }
        case .count, .ageMonths, .months, .years, .weeks, .days: Int64(text).map { .integer($0) }
        case .month: (Int64(text) ?? monthNumber(text)).map { .integer($0) }
        case .share: share(text).map { .string($0.description) }
        case .method, .rule, .evaluation, .reportModel: .string(text)
        case .diseases, .classes, .codes, .herds: .array(list(text).map { .string($0) })
        case .laboratories, .methodByCommune, .ageByCommune: entryOfMap(text, entry.format, key)
        }
    }

    private static func entryOfMap(_ text: String, _ format: ParameterEntry.Format, _ key: String?) -> JSONValue? {
        guard let key else { return text == "-" ? .object([:]) : nil }
        if format == .laboratories, Disease(rawValue: key) == nil { return nil }
        if text == "-" { return .null }
        return format == .ageByCommune ? Int64(text).map { .integer($0) } : .string(text)
    }

    /// `dairy, beef`; `aucun` or nothing for the empty list.
    private static func list(_ text: String) -> [String] {
        let parts = text.split(separator: ",").map { trimmed($0) }.filter { !$0.isEmpty }
        return parts == ["aucun"] || parts == ["-"] ? [] : parts
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    /// `20 %`, `20%` or `1/5`.
    private static func share(_ text: String) -> Ratio? {
        guard text.hasSuffix("%") else { return Ratio(text) }
        return Int(trimmed(text.dropLast())).flatMap { (0...100).contains($0) ? Ratio($0, over: 100) : nil }
    }

    private static func monthNumber(_ text: String) -> Int64? {
        (1...12).first { CodeWords.month($0) == text.lowercased() }.map(Int64.init)
    }
}
