import Glibc

/// An address of the Internet protocol, and whether anybody can be reached by it from anywhere.
struct IPBytes: Sendable, Hashable {
    /// Four or sixteen; an IPv4 address in IPv6's clothes has four.
    let bytes: [UInt8]

    init(bytes: [UInt8]) {
        let isMapped = bytes.count == 16 && bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10...11] == [255, 255]
        self.bytes = isMapped ? Array(bytes.suffix(4)) : bytes
    }

    init?(_ text: String) {
        var (four, sixteen) = (in_addr(), in6_addr())
        if inet_pton(AF_INET, text, &four) == 1 {
            self.init(bytes: withUnsafeBytes(of: &four) { Array($0) })
        } else if inet_pton(AF_INET6, text, &sixteen) == 1 {
            self.init(bytes: withUnsafeBytes(of: &sixteen) { Array($0) })
        } else {
            return nil
        }
    }

    var isLoopback: Bool { bytes.count == 4 ? bytes[0] == 127 : bytes == [UInt8](repeating: 0, count: 15) + [1] }

    /// What IANA's registries of special addresses (RFC 6890) leave. Tunnels that carry an IPv4 address (6to4, Teredo,
    /// NAT64) are not public here: they would lead where that address leads.
    var isPublic: Bool {
        let special = bytes.count == 4 ? IPBytes.specialFour : IPBytes.specialSix
        if bytes.count == 16, bytes[0] & 0xe0 != 0x20 { return false }  // outside of 2000::/3
        return !special.contains { starts(with: $0.0, bits: $0.1) }
    }

    private func starts(with prefix: [UInt8], bits: Int) -> Bool {
        for bit in 0..<bits {
            let mask = UInt8(0x80) >> UInt8(bit % 8)
            let wanted = bit / 8 < prefix.count ? prefix[bit / 8] & mask : 0
            if bytes[bit / 8] & mask != wanted { return false }
        }
        return true
    }

    private static let specialFour: [([UInt8], Int)] = [
        ([0], 8), ([10], 8), ([100, 64], 10), ([127], 8), ([169, 254], 16), ([172, 16], 12), ([192, 0, 0], 24),
        ([192, 0, 2], 24), ([192, 31, 196], 24), ([192, 52, 193], 24), ([192, 88, 99], 24), ([192, 168], 16),
        ([192, 175, 48], 24), ([198, 18], 15), ([198, 51, 100], 24), ([203, 0, 113], 24), ([224], 3),
    ]

    private static let specialSix: [([UInt8], Int)] = [
        ([0x20, 0x01], 23), ([0x20, 0x01, 0x0d, 0xb8], 32), ([0x20, 0x02], 16), ([0x26, 0x20, 0, 0x4f, 0x80], 48),
        ([0x3f, 0xff], 20),
    ]

    /// As a call needs it.
    var text: String {
        if bytes.count == 4 { return bytes.map(String.init).joined(separator: ".") }
        return stride(from: 0, to: 16, by: 2).map { String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16) }
            .joined(separator: ":")
    }
}
