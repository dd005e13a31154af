/// A herd by what people know it by: holding number and herd code, written `99000001/L` (PRO-04, PRO-68).
package struct HerdReference: Codable, Sendable, Hashable, Comparable, LosslessStringConvertible {
    package let holding: String
    package let herd: String

    package init(holding: String, herd: String) {
        self.holding = holding
        self.herd = herd
    }

    package init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
        self.init(holding: String(parts[0]), herd: String(parts[1]))
    }

    package var description: String { "\(holding)/\(herd)" }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let reference = HerdReference(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "'\(text)' is not a herd; write it like 99000001/L")
        }
        self = reference
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    package static func < (left: HerdReference, right: HerdReference) -> Bool {
        (left.holding, left.herd) < (right.holding, right.herd)
    }
}
