import Kernel

/// What is not fixed about a dairy laboratory's files: read from a TOML file, since nothing of it is published.
package struct MilkProfile: Sendable, Hashable {
    package static let format = "vigie-milk/1"
    /// Fields of a line.
    package static let fieldCount = 13

    package var separator: Separator = .semicolon
    package var encoding: EncodingChoice = .auto
    package var dates: DateFormat = .auto
    /// Whether the first line names the fields.
    package var hasHeader = false
    package var isSiretRequired = true
    /// Field (from 1) with the laboratory's producer number: one of those that the specification leaves unnamed.
    package var producerField: Int?

    package init() {}

    /// Fields from 1, by column (table 3 of the specification).
    package static let knownFields: [MilkResultLine.Column: Int] = [
        .nature: 1, .sampledOn: 4, .analysedOn: 5, .holding: 6, .siret: 7, .interpretation: 12, .dossier: 13,
    ]

    var fields: [MilkResultLine.Column: Int] {
        var fields = Self.knownFields
        fields[.producer] = producerField
        return fields
    }

    package static func read(_ source: ByteSource) -> (profile: MilkProfile?, findings: [Finding]) {
        do throws(Refusal) {
            return read(try ConfigurationTable.parse(source))
        } catch {
            return (nil, error.findings)
        }
    }

    private static func read(_ root: ConfigurationTable) -> (profile: MilkProfile?, findings: [Finding]) {
        var reader = ConfigurationReader(root)
        var profile = MilkProfile()
        reader.format(Self.format)
        profile.separator = reader.separator("separator") ?? profile.separator
        profile.encoding = reader.choice("encoding", EncodingChoice.self) ?? profile.encoding
        profile.dates = reader.choice("dates", DateFormat.self) ?? profile.dates
        profile.hasHeader = reader.boolean("header") ?? profile.hasHeader
        profile.isSiretRequired = reader.boolean("siret-required") ?? profile.isSiretRequired
        profile.producerField = reader.integer("producer-field", in: 1...Self.fieldCount)
        if let field = profile.producerField, Self.knownFields.values.contains(field) {
            reader.invalid("producer-field", expected: "2, 3, 8…11")
        }
        let findings = reader.finish()
        return (findings.contains { $0.severity == .fatal } ? nil : profile, findings)
    }
}
