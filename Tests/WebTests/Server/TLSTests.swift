import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §6: TLS by a certificate of the server's own", .serialized) struct TLSTests {
    private static var now: Int { Int(Date.now.timeIntervalSince1970) }
    private static let request = "GET /connexion HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"

    private func withServer(_ desk: CertificateDesk, _ body: @escaping @Sendable (Int) async throws -> Void)
        async throws
    {
        try await withDatabase(.sqlite) { database in
            let access = try await AccessBook.open(beside: database, now: testTime)
            let installation = Installation(database: database, access: access, clock: { 1_613_376_000 })
            var configuration = WebConfiguration(
                host: "127.0.0.1", port: 0, assets: nil, publicAddress: "https://localhost")
            configuration.certificate = desk
            var logger = Logger(label: "test")
            logger.logLevel = .critical
            try await WebServer(installation, configuration).application(logger: logger).test(.live) { client in
                try await body(try #require(client.port))
            }
            try await access.close()
        }
    }

    @Test(
        "Issue 3 §6: what is wrong with a certificate or its key is said, each in its own words",
        arguments: [
            ("missing.pem", "a.key", 0, "secret-file-unreadable"),
            ("a.pem", "missing.key", 0, "secret-file-unreadable"),
            (".", "a.key", 0, "secret-file-unreadable"), ("a.key", "a.key", 0, "certificate-invalid"),
            ("empty", "a.key", 0, "certificate-invalid"), ("noise", "a.key", 0, "certificate-invalid"),
            ("a.pem", "a.pem", 0, "certificate-key-invalid"), ("a.pem", "noise", 0, "certificate-key-invalid"),
            ("a.pem", "locked.key", 0, "certificate-key-invalid"), ("a.pem", "b.key", 0, "certificate-key-mismatch"),
            ("a.pem", "a.key", 91, "certificate-ended"), ("a.pem", "a.key", -1, "certificate-early"),
            ("a.pem", "a.key", 0, nil),
        ])
    func faults(_ certificate: String, _ key: String, _ days: Int, _ expected: String?) async throws {
        try await CertificateFolder.with { folder in
            try await folder.make("a")
            try await folder.make("b")
            try await folder.openssl("ec -aes256 -passout pass:fictive -in a.key -out locked.key")
            for (name, text) in [("empty", ""), ("noise", "-----BEGIN CERTIFICATE-----\nAAAA\n")] {
                try Data(text.utf8).write(to: URL(filePath: "\(folder.path)/\(name)"))
            }
            let files = CertificateFiles(certificate: "\(folder.path)/\(certificate)", key: "\(folder.path)/\(key)")
            var found: String?
            do {
                _ = try CertificateDesk(files, at: TLSTests.now + days * 86_400)
            } catch let refused as Refused {
                found = refused.findings.first?.code
            }
            #expect(found == expected)
        }
    }

    @Test(
        "Issue 3 §6: TLS 1.2 and 1.3 are spoken, with HSTS; what is older or plain is not",
        arguments: [
            ("-tls1_3", true), ("-tls1_2", true), ("-tls1_1 -cipher DEFAULT@SECLEVEL=0", false),
            ("-tls1_2 -cipher AES128-SHA:AES256-GCM-SHA384", false),
        ])
    func versions(_ option: String, _ isSpoken: Bool) async throws {
        try await CertificateFolder.with { folder in
            let desk = try CertificateDesk(try await folder.make("a"), at: TLSTests.now)
            try await withServer(desk) { port in
                let answer = try await folder.openssl(
                    """
                    s_client -connect 127.0.0.1:\(port) -servername localhost -CAfile a.pem -verify_return_error \
                    -quiet \(option)
                    """, input: TLSTests.request, mayFail: true)
                #expect(answer.contains("HTTP/1.1 200 OK") == isSpoken, "\(answer.suffix(500))")
                #expect(answer.lowercased().contains("strict-transport-security: max-age=31536000") == isSpoken)
                #expect(!isSpoken || answer.contains("__Host-vigie=") && answer.contains("; Secure"))
            }
        }
    }

    @Test("Issue 3 §6: plain HTTP on the port of TLS gets no page") func plain() async throws {
        try await CertificateFolder.with { folder in
            let desk = try CertificateDesk(
                try await folder.make("rsa", "rsa:2048"), at: TLSTests.now)
            try await withServer(desk) { port in
                let answer = try await RawSocket.send(to: port, TLSTests.request)
                #expect(answer.isClosed && !answer.text.contains("HTTP/1.1 200"))
            }
        }
    }

    @Test("Issue 3 §6: a renewed certificate is shown to who comes next; a wrong one changes nothing, and is told")
    func renewal() async throws {
        try await CertificateFolder.with { folder in
            let files = try await folder.make("a")
            let desk = try CertificateDesk(files, at: TLSTests.now)
            let first = try await folder.openssl("x509 -noout -serial -in a.pem")
            try await folder.make("b", days: 60)
            let second = try await folder.openssl("x509 -noout -serial -in b.pem")
            try await withServer(desk) { port in
                let shown = {
                    try await folder.openssl(
                        "s_client -connect 127.0.0.1:\(port) < /dev/null 2> seen.err > seen.txt", mayFail: true)
                    return try await folder.openssl("x509 -noout -serial -in seen.txt")
                }
                #expect(try await shown() == first)
                #expect(desk.renew(at: TLSTests.now) == [])
                try await folder.copy("b.pem", "a.pem")
                #expect(desk.renew(at: TLSTests.now).map(\.code) == ["certificate-kept", "certificate-key-mismatch"])
                #expect(try await shown() == first)
                try await folder.copy("b.key", "a.key")
                #expect(desk.renew(at: TLSTests.now).map(\.code) == ["certificate-renewed"])
                #expect(try await shown() == second)
                #expect(desk.renew(at: TLSTests.now + 40 * 86_400).map(\.code).first == "certificate-ends-soon")
            }
        }
    }
}

extension CertificateFolder {
    fileprivate func copy(_ one: String, _ other: String) async throws {
        let bytes = try Data(contentsOf: URL(filePath: "\(path)/\(one)"))
        try bytes.write(to: URL(filePath: "\(path)/\(other)"), options: .atomic)
    }
}
