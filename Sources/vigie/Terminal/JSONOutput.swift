import FoundationEssentials

/// Values as JSON on standard output, indented and with sorted keys.
enum JSONOutput {
    static func print(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        var output = StandardOutput()
        output.write(line: [UInt8](try encoder.encode(value)))
        output.flush()
    }
}
