import FoundationEssentials

/// Addresses that may be called although they are not public: those of the installation's own network, by
/// configuration; the machine itself, in demonstrations and tests.
package struct Allowance: Sendable {
    /// Told an IPv4 or IPv6 address.
    let allows: @Sendable ([UInt8]) -> Bool

    package init(_ allows: @escaping @Sendable ([UInt8]) -> Bool) { self.allows = allows }

    package static let publicOnly = Allowance { _ in false }

    /// Whether the machine itself may be called; then without TLS too.
    var includesLoopback: Bool { allows([127, 0, 0, 1]) }
}

/// Why an address cannot be called, ever.
package enum DestinationFault: String, Error, Sendable, CaseIterable {
    /// No absolute address of the web, or one with a name, a password or a fragment in it.
    case malformed
    /// Without TLS.
    case insecure
    /// It says by itself that it is no public one.
    case forbidden
}

/// An address of the web that may be called, as far as can be said without resolving its name.
package struct Destination: Sendable, Hashable {
    package static let mostBytes = 500

    package let address: String
    let host: String
    let port: Int

    package init(_ text: String, _ allowance: Allowance = .publicOnly) throws(DestinationFault) {
        guard text.utf8.count <= Destination.mostBytes, text.utf8.allSatisfy({ (0x21...0x7e).contains($0) }),
            !text.contains("\\"), let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            let named = parts.encodedHost, !named.isEmpty, parts.user == nil, parts.password == nil,
            parts.fragment == nil
        else { throw .malformed }
        let host = (named.hasPrefix("[") ? String(named.dropFirst().dropLast()) : named).lowercased()
        let isLocal = host == "localhost" || IPBytes(host).map { $0.isLoopback } ?? false
        switch scheme {
        case "https": break
        case "http" where isLocal && allowance.includesLoopback: break
        case "http": throw .insecure
        default: throw .malformed
        }
        if let bytes = IPBytes(host) {
            guard bytes.isPublic || allowance.allows(bytes.bytes) else { throw .forbidden }
        } else {
            guard Destination.isName(host) else { throw .malformed }
            guard !isLocal || allowance.includesLoopback else { throw .forbidden }
        }
        let port = parts.port ?? (scheme == "https" ? 443 : 80)
        guard (1...65_535).contains(port) else { throw .malformed }
        (address, self.host, self.port) = (text, host, port)
    }

    /// Labels of letters, digits and hyphens. What only the machine itself understands (`127.1`, `0x7f.1`) is none:
    /// the last label of a name has a letter in front.
    private static func isName(_ host: String) -> Bool {
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        let letters: (UInt8) -> Bool = { (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2d }
        return labels.allSatisfy { !$0.isEmpty && $0.utf8.count <= 63 && $0.utf8.allSatisfy(letters) }
            && labels.last?.utf8.first.map { (0x61...0x7a).contains($0) } == true
    }
}
