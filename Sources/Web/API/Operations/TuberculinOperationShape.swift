import Kernel
import UseCases

/// A tuberculin report as JSON: the fields of `TuberculinInput`.
enum TuberculinOperationShape {
    static let report = Schema.object([
        .init("intervention", Schemas.intervention), .init("method", .codes(TuberculinVocabulary.methods)),
        .init("injectedOn", Schemas.day), .init("receivedOn", Schemas.day, optional: true),
        .init("readOn", Schemas.day, optional: true), .init("subjective", .truth, optional: true),
        .init("approvedModel", .truth, optional: true),
        .init(
            "counts",
            .object(TuberculinVocabulary.counts.map { Schema.Field($0, .integer(0...100_000), optional: true) }),
            optional: true),
        .init("orderNumber", .lengths(1...20), optional: true), .init("comment", .lengths(0...2000), optional: true),
        .init("animals", .list(animal, most: 5000), optional: true),
    ])

    private static let animal = Schema.object([
        .init("number", .lengths(1...30)), .init("outcome", .codes(TuberculinVocabulary.outcomes)),
        .init("reason", .codes(TuberculinVocabulary.untestedReasons), optional: true),
        .init("comment", .lengths(0...2000), optional: true),
    ])

    /// With what may be left out.
    static func completed(_ given: [String: JSONValue], today: Day) throws -> [UInt8] {
        let standard: [String: JSONValue] = [
            "approvedModel": .bool(true), "counts": .object([:]), "animals": .array([]),
            "receivedOn": .string(today.description),
        ]
        return try CanonicalJSON.encode(JSONValue.object(given.merging(standard) { given, _ in given }))
    }
}
