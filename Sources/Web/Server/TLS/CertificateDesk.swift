import HummingbirdCore
import HummingbirdTLS
import Kernel
import NIOSSL
import Synchronization
import UseCases

/// The certificate that the server shows, and its renewal while the server runs: connections that are open go on, new
/// ones get the new certificate.
package final class CertificateDesk: Sendable {
    private static let soonSeconds = 30 * 86_400

    private let files: CertificateFiles
    private let current: Mutex<ServerCertificate>

    /// - Throws: `Refused` with what is wrong with the files.
    package init(_ files: CertificateFiles, at now: Int) throws {
        self.files = files
        current = Mutex(try ServerCertificate(files, at: now))
    }

    /// Reads the files again. What is wrong with them changes nothing: the former certificate goes on.
    /// - Returns: what became of it; empty when it is the same and nobody needs to be told.
    package func renew(at now: Int) -> [Finding] {
        do {
            let found = try ServerCertificate(files, at: now)
            let former = current.withLock { certificate in
                defer { certificate = found }
                return certificate.endsAt
            }
            guard found.endsAt != former else { return notice(at: now) }
            return [
                Finding(ServerFinding.certificateRenewed, .info, ["instant": Instant.text(ofSeconds: found.endsAt)])
            ]
        } catch {
            return [Finding(ServerFinding.certificateKept, .warning)] + error.findings
        }
    }

    /// What its keeper should look at.
    package func notice(at now: Int) -> [Finding] {
        let endsAt = current.withLock(\.endsAt)
        let exposed = [SecretFile.exposure(of: files.key)].compactMap { $0 }
        guard endsAt - now < CertificateDesk.soonSeconds else { return exposed }
        let instant = Instant.text(ofSeconds: endsAt)
        return [Finding(ServerFinding.certificateEndsSoon, .warning, ["instant": instant])] + exposed
    }

    /// The server behind this certificate.
    func server(_ base: HTTPServerBuilder) throws -> HTTPServerBuilder {
        var tls = current.withLock(\.configuration)
        tls.sslContextCallback = { [self] _, promise in promise.succeed(current.withLock(\.override)) }
        return try .tls(base, tlsConfiguration: tls)
    }
}
