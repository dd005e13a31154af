import HTTPTypes
import Hummingbird
import Register
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("ASVS 14.4: headers of every answer") struct SecurityHeaderTests {
    @Test("pages, refusals, redirections and the API bear them all; HSTS goes with TLS", arguments: [false, true])
    func headers(_ secure: Bool) async throws {
        try await WebScene.run(.sqlite, secure: secure) { scene in
            var browser = try await scene.browser(.inspector)
            for path in [
                "/", "/rien", "/suivi", "/administration/comptes", "/api/v1/account", "/connexion", "/assets/x",
            ] {
                try await browser.get(path)
                let headers = browser.last?.headers ?? [:]
                func value(_ name: String) -> String { HTTPField.Name(name).flatMap { headers[$0] } ?? "" }
                #expect(value("Content-Security-Policy").hasPrefix("default-src 'none'; script-src 'self';"), "\(path)")
                #expect(!value("Content-Security-Policy").contains("unsafe"), "\(path)")
                #expect(value("Content-Security-Policy").contains("frame-ancestors 'none'"), "\(path)")
                #expect(value("X-Content-Type-Options") == "nosniff", "\(path)")
                #expect(value("Referrer-Policy") == "same-origin", "\(path)")
                #expect(value("Cache-Control") == "no-store", "\(path)")
                #expect(value("Strict-Transport-Security").isEmpty != secure, "\(path)")
                #expect(value("Server").isEmpty && value("X-Powered-By").isEmpty, "\(path)")
                #expect(
                    browser.status.code >= 300 && browser.status.code < 400 || !value("Content-Type").isEmpty, "\(path)"
                )
            }
        }
    }
}
