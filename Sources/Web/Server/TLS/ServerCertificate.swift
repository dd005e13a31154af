import HummingbirdTLS
import Kernel
import NIOSSL
import UseCases

/// Where a server's certificate and its key are: files in PEM notation.
package struct CertificateFiles: Sendable, Hashable {
    /// The server's own first, then the intermediate ones.
    package let certificate: String
    package let key: String

    package init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }
}

/// A certificate that holds now, with the key that belongs to it.
struct ServerCertificate: Sendable {
    private let chain: [NIOSSLCertificate]
    private let key: NIOSSLPrivateKey
    /// Seconds since 1970.
    let endsAt: Int

    /// - Throws: `Refused` with what is wrong with the files.
    init(_ files: CertificateFiles, at now: Int) throws(Refused) {
        let certificateBytes = try SecretFile.bytes(at: files.certificate)
        let keyBytes = try SecretFile.bytes(at: files.key)
        do {
            chain = try NIOSSLCertificate.fromPEMBytes(certificateBytes)
        } catch {
            throw Refused(ServerFinding.certificateInvalid, ["file": files.certificate])
        }
        guard let own = chain.first else {
            throw Refused(ServerFinding.certificateInvalid, ["file": files.certificate])
        }
        do {
            key = try NIOSSLPrivateKey(bytes: keyBytes, format: .pem)
        } catch {
            throw Refused(ServerFinding.certificateKeyInvalid, ["file": files.key])
        }
        endsAt = Int(own.notValidAfter)
        guard now >= Int(own.notValidBefore) else {
            throw Refused(
                ServerFinding.certificateEarly, ["instant": Instant.text(ofSeconds: Int(own.notValidBefore))])
        }
        guard now <= endsAt else {
            throw Refused(ServerFinding.certificateEnded, ["instant": Instant.text(ofSeconds: endsAt)])
        }
        do {
            // The library compares the two when it takes them.
            _ = try NIOSSLContext(configuration: configuration)
        } catch {
            throw Refused(
                ServerFinding.certificateKeyMismatch, ["certificate": files.certificate, "key": files.key])
        }
    }

    /// TLS 1.2 and 1.3, forward secrecy and authenticated encryption only (ANSSI, OWASP ASVS 9.1).
    var configuration: TLSConfiguration {
        var tls = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        tls.minimumTLSVersion = .tlsv12
        tls.cipherSuites = "ECDHE+AESGCM:ECDHE+CHACHA20"
        tls.applicationProtocols = ["http/1.1"]
        return tls
    }

    /// For a connection that begins now, in the place of what the server began with.
    var override: NIOSSLContextConfigurationOverride {
        var override = NIOSSLContextConfigurationOverride()
        override.certificateChain = chain.map { .certificate($0) }
        override.privateKey = .privateKey(key)
        return override
    }
}
