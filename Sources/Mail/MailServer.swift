/// The mail server that takes our messages, and as whom we send them.
package struct MailServer: Sendable {
    package enum Security: String, Sendable, CaseIterable {
        /// TLS begins after the greeting; without it nothing is sent.
        case startTLS = "starttls"
        /// TLS from the first byte.
        case tls
        /// Only to this machine.
        case none

        package var port: Int {
            switch self {
            case .startTLS: 587
            case .tls: 465
            case .none: 25
            }
        }
    }

    package enum Fault: Error, Sendable { case hostUnfit, plainBeyondThisMachine }

    package let host: String
    package let port: Int
    package let security: Security
    /// Account at the server (AUTH PLAIN or LOGIN); nil: none is asked for.
    package var login: (name: String, password: String)?
    /// A file of certificates to trust, in the place of the system's.
    package var authorities: String?
    /// Name and address in `From`; replies and returns go there.
    package let sender: (name: String, address: MailAddress)
    package var connectSeconds = 15
    package var longestSeconds = 60

    package init(
        _ host: String, port: Int? = nil, _ security: Security, from sender: (name: String, address: MailAddress)
    ) throws(Fault) {
        guard !host.isEmpty, host.utf8.count <= 253, host.unicodeScalars.allSatisfy(MailServer.isOfHost) else {
            throw .hostUnfit
        }
        guard security != .none || ["localhost", "127.0.0.1", "::1"].contains(host) else {
            throw .plainBeyondThisMachine
        }
        self.host = host
        self.port = port ?? security.port
        self.security = security
        self.sender = sender
    }

    private static func isOfHost(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", ".", "-", ":": true
        default: false
        }
    }

    /// As libcurl wants it; what follows the slash is the name under which we greet.
    var url: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return "\(security == .tls ? "smtps" : "smtp")://\(name):\(port)/\(sender.address.domain)"
    }
}
