/// A closed list of codes as a file writes them. The raw value is the code; letter case never matters.
package protocol CodeTable: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// What the code means, for the format's documentation.
    var french: String { get }
    /// Other ways to write a code that files in the field use.
    static var aliases: [String: Self] { get }
    /// Built once for each list: `static let index = CodeIndex<Self>()`.
    static var index: CodeIndex<Self> { get }
}

extension CodeTable {
    package static var aliases: [String: Self] { [:] }
}

/// A list of codes ready to be compared with bytes, without making a string of each field.
package struct CodeIndex<Code: CodeTable>: Sendable {
    private let entries: [(bytes: [UInt8], code: Code)]

    package init() {
        let own = Code.allCases.map { ($0.rawValue, $0) }
        let others = Code.aliases.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        entries = (own + others).map { (Array($0.0.uppercased().utf8), $0.1) }
    }

    func code(_ bytes: Bytes) -> Code? {
        for entry in entries where entry.bytes.count == bytes.count && isSame(entry.bytes, bytes) {
            return entry.code
        }
        return nil
    }

    /// Both of one length; `upper` in upper case, `bytes` in any.
    private func isSame(_ upper: [UInt8], _ bytes: Bytes) -> Bool {
        for index in 0..<upper.count {
            let byte = bytes[index]
            if upper[index] != (byte &- 0x61 < 26 ? byte - 32 : byte) { return false }
        }
        return true
    }
}
