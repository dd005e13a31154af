import FoundationEssentials
import Kernel

/// For programs. Keys in alphabetical order, so that the same acknowledgement gives the same bytes.
extension Acknowledgement {
    package func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + [Byte.newline]
    }

    package init(json: [UInt8]) throws {
        self = try JSONDecoder().decode(Acknowledgement.self, from: Data(json))
    }
}
