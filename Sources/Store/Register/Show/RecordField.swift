import Prophylaxis

/// One column of what is known of a herd, an animal or an intervention, as programs get it: its name, and what its text
/// stands for.
package struct RecordField: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case text, count, truth
        /// ISO 8601, in days and in UTC.
        case day, instant
        /// One of these.
        case code([String])
        /// The place of one of these in the list, counted from 0.
        case ranked([String])
        /// Bits of `Disease`.
        case diseases
    }

    package let name: String
    package let kind: Kind
    /// There may be none.
    package private(set) var isOptional = false

    package var optional: RecordField {
        var field = self
        field.isOptional = true
        return field
    }

    static func text(_ name: String) -> RecordField { RecordField(name: name, kind: .text) }
    static func count(_ name: String) -> RecordField { RecordField(name: name, kind: .count) }
    static func truth(_ name: String) -> RecordField { RecordField(name: name, kind: .truth) }
    static func day(_ name: String) -> RecordField { RecordField(name: name, kind: .day) }
    static func instant(_ name: String) -> RecordField { RecordField(name: name, kind: .instant) }
    static func code(_ name: String, _ codes: [String]) -> RecordField { RecordField(name: name, kind: .code(codes)) }
    static func ranked(_ name: String, _ codes: [String]) -> RecordField {
        RecordField(name: name, kind: .ranked(codes))
    }

    static let disease = code("disease", Disease.allCases.map(\.rawValue))
    static let diseases = RecordField(name: "diseases", kind: .diseases)
    static let matrix = code("matrix", Matrix.allCases.map(\.rawValue))
}
