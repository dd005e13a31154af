import Foundation
import TestSupport

@testable import Web

/// Real certificates, as openssl makes them.
struct CertificateFolder: Sendable {
    let path: String

    static func with(_ body: (CertificateFolder) async throws -> Void) async throws {
        try await withTemporaryFolder { path in try await body(CertificateFolder(path: path)) }
    }

    /// A certificate for `localhost` that signs itself, in `NAME.pem` and `NAME.key`.
    @discardableResult
    func make(_ name: String, days: Int = 90, _ key: String = "ec -pkeyopt ec_paramgen_curve:prime256v1") async throws
        -> CertificateFiles
    {
        try await openssl(
            """
            req -x509 -newkey \(key) -nodes -keyout \(name).key -out \(name).pem -days \(days) \
            -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1
            """)
        return CertificateFiles(certificate: "\(path)/\(name).pem", key: "\(path)/\(name).key")
    }

    /// Runs openssl in the folder.
    @discardableResult
    func openssl(_ arguments: String, input: String = "", mayFail: Bool = false) async throws -> String {
        let outcome = try await VigieProgram.shell(
            "cd '\(path)' && openssl \(arguments)", input: Array(input.utf8))
        guard mayFail || outcome.status == 0 else { throw Failed(description: outcome.complaint) }
        return outcome.text + outcome.complaint
    }

    struct Failed: Error, CustomStringConvertible { let description: String }
}
