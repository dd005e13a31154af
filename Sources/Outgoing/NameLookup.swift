import Dispatch
import Glibc

/// The addresses that a name means now, as the system knows them.
enum NameLookup {
    /// Names that are slow to resolve keep each other waiting, and nobody else.
    private static let queue = DispatchQueue(label: "vigie.names", attributes: .concurrent)

    /// - Returns: none for a name that means nothing.
    static func addresses(of host: String) async -> [IPBytes] {
        await withCheckedContinuation { found in queue.async { found.resume(returning: lookUp(host)) } }
    }

    private static func lookUp(_ host: String) -> [IPBytes] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        var (found, next): ([IPBytes], UnsafeMutablePointer<addrinfo>?) = ([], list)
        while let entry = next?.pointee {
            next = entry.ai_next
            guard let address = entry.ai_addr else { continue }
            let raw = UnsafeRawPointer(address)
            if entry.ai_family == AF_INET {
                var four = raw.loadUnaligned(as: sockaddr_in.self).sin_addr
                found.append(IPBytes(bytes: withUnsafeBytes(of: &four) { Array($0) }))
            } else if entry.ai_family == AF_INET6 {
                var sixteen = raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr
                found.append(IPBytes(bytes: withUnsafeBytes(of: &sixteen) { Array($0) }))
            }
        }
        return found
    }
}
