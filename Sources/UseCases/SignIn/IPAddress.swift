import Glibc

/// An address of the Internet protocol, of either version.
package struct IPAddress: Hashable, Sendable {
    /// Four or sixteen. An IPv4 address in IPv6's clothes (`::ffff:192.0.2.1`) has four.
    package let bytes: [UInt8]

    package init?(_ text: some StringProtocol) {
        let text = String(text.prefix { $0 != "%" })
        var four = in_addr()
        var sixteen = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: &four) { Array($0) }
        } else if inet_pton(AF_INET6, text, &sixteen) == 1 {
            let all = withUnsafeBytes(of: &sixteen) { Array($0) }
            bytes = Array(all.prefix(12)) == IPAddress.mapped ? Array(all.suffix(4)) : all
        } else {
            return nil
        }
    }

    /// - Returns: nil for other than four or sixteen bytes.
    init?(bytes: [UInt8]) {
        guard [4, 16].contains(bytes.count) else { return nil }
        let isMapped = bytes.count == 16 && Array(bytes.prefix(12)) == IPAddress.mapped
        self.bytes = isMapped ? Array(bytes.suffix(4)) : bytes
    }

    private static let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255]

    /// What one subscriber has: an IPv4 address, or the first 64 bits of IPv6, within which a machine takes new
    /// addresses as it likes.
    package var subscriber: String {
        bytes.count == 4
            ? bytes.map(String.init).joined(separator: ".")
            : stride(from: 0, to: 8, by: 2).map { String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16) }
                .joined(separator: ":") + "::/64"
    }
}

/// `10.0.0.0/8`, `2001:db8::/32`, or one address.
package struct AddressRange: Hashable, Sendable {
    private let start: IPAddress
    private let bits: Int

    package init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let start = IPAddress(parts[0]) else { return nil }
        let most = start.bytes.count * 8
        let bits = parts.count == 1 ? most : Int(parts[1]) ?? -1
        guard (0...most).contains(bits) else { return nil }
        (self.start, self.bits) = (start, bits)
    }

    package func contains(_ address: IPAddress) -> Bool {
        guard address.bytes.count == start.bytes.count else { return false }
        let (whole, rest) = bits.quotientAndRemainder(dividingBy: 8)
        guard address.bytes.prefix(whole) == start.bytes.prefix(whole) else { return false }
        guard rest > 0 else { return true }
        let mask = UInt8(truncatingIfNeeded: 0xff00 >> rest)
        return address.bytes[whole] & mask == start.bytes[whole] & mask
    }
}
