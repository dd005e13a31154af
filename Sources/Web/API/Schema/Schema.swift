/// The shape of a value, said once: the OpenAPI document shows it (JSON Schema 2020-12), and what comes in is checked
/// by it.
indirect enum Schema: Sendable {
    case text(TextRule)
    case integer(ClosedRange<Int>)
    case truth
    case list(Schema, most: Int? = nil)
    /// Fields that are not named are refused in what comes in, and never sent.
    case object([Field])
    /// Names that are not known beforehand.
    case map(Schema)
    /// One of the document's named schemas.
    case named(String)
    case nullable(Schema)
    /// Any JSON.
    case anything
    /// Bytes of another media type.
    case bytes

    struct TextRule: Sendable {
        var pattern: String?
        /// What the pattern or the check says, where it has a name: `date`, `date-time`.
        var format: String?
        var codes: [String] = []
        var lengths: ClosedRange<Int>?
        var example: String?
        var accepts: @Sendable (String) -> Bool = { _ in true }
    }

    struct Field: Sendable {
        let name: String
        let schema: Schema
        let isRequired: Bool

        init(_ name: String, _ schema: Schema, optional: Bool = false) {
            self.name = name
            self.schema = schema
            isRequired = !optional
        }
    }
}

extension Schema {
    static let string = Schema.text(TextRule())

    static func codes(_ codes: [String]) -> Schema { .text(TextRule(codes: codes)) }

    static func codes<Code: CaseIterable & RawRepresentable<String>>(_ type: Code.Type) -> Schema {
        codes(type.allCases.map(\.rawValue))
    }

    static func lengths(_ lengths: ClosedRange<Int>) -> Schema { .text(TextRule(lengths: lengths)) }

    /// - Parameter accepts: the same rule as `pattern`, for what comes in.
    static func pattern(_ pattern: String, _ example: String, _ accepts: @escaping @Sendable (String) -> Bool) -> Schema
    {
        .text(TextRule(pattern: pattern, example: example, accepts: accepts))
    }

    static func digits(_ count: ClosedRange<Int>, _ example: String) -> Schema {
        let places =
            count.lowerBound == count.upperBound ? "\(count.lowerBound)" : "\(count.lowerBound),\(count.upperBound)"
        return pattern("^[0-9]{\(places)}$", example) { text in
            count.contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
    }

    /// What the value should be, in a few words for a person.
    var words: String {
        switch self {
        case .text(let rule):
            if !rule.codes.isEmpty { return rule.codes.joined(separator: ", ") }
            if let format = rule.format { return format + (rule.example.map { " (\($0))" } ?? "") }
            if let pattern = rule.pattern { return pattern + (rule.example.map { " (\($0))" } ?? "") }
            return rule.lengths.map { "texte de \($0.lowerBound) à \($0.upperBound) caractères" } ?? "texte"
        case .integer(let range): return "entier de \(range.lowerBound) à \(range.upperBound)"
        case .truth: return "true, false"
        case .list: return "liste"
        case .object, .map: return "objet"
        case .named(let name): return name
        case .nullable(let schema): return schema.words
        case .anything: return "JSON"
        case .bytes: return "octets"
        }
    }
}
