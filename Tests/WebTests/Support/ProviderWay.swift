import AsyncHTTPClient
import Foundation
import OpenID
import Secrets
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

/// To the provider and back.
extension ProviderTests {
    func run(
        creates: Bool, _ body: @Sendable (WebScene, _ port: Int) async throws -> Void
    ) async throws {
        try await ForeignServer.run("Providers/provider.py", ["0"] + Self.users) { port in
            var settings = WebScene.SignInSettings()
            settings.rules.claims = Self.mapping(creates: creates)
            settings.provider = OpenIDProvider(
                OpenIDSettings(
                    name: "Essai", issuer: "http://127.0.0.1:\(port)/o", client: ("vigie", "secret fictif")))
            try await WebScene.run(.sqlite, signIn: settings) { scene in
                // The provider lives today.
                scene.clock.advance(Int(Date().timeIntervalSince1970) - scene.clock.now)
                try await body(scene, port)
            }
        }
    }

    func pass(_ browser: inout WebBrowser, as user: String, target: String) async throws {
        var visitor = ProviderVisitor(user)
        try await pass(&browser, with: &visitor, target: target)
    }

    func pass(
        _ browser: inout WebBrowser, with visitor: inout ProviderVisitor, target: String
    ) async throws {
        try await browser.get(try await depart(&browser, with: &visitor, "retour=\(target.formEncoded)"))
    }

    func depart(_ browser: inout WebBrowser, as user: String, target: String) async throws -> String {
        var visitor = ProviderVisitor(user)
        return try await depart(&browser, with: &visitor, "retour=\(target.formEncoded)")
    }

    /// To the provider, where the person shows who they are.
    /// - Returns: the address to come back to.
    func depart(
        _ browser: inout WebBrowser, with visitor: inout ProviderVisitor, _ query: String
    ) async throws -> String {
        try await browser.get("/connexion/fournisseur?\(query)")
        let back = try await visitor.follow(try #require(browser.location))
        return back.replacing("http://127.0.0.1:8080", with: "")
    }

    /// Changes what the provider says of somebody.
    func set(_ user: String, _ claims: String, _ port: Int) async throws {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)/users/\(user)")
        request.method = .PUT
        request.headers.add(name: "Content-Type", value: "application/json")
        request.body = .bytes(Array(claims.utf8))
        #expect(try await Self.client.execute(request, timeout: .seconds(20)).status.code == 204)
    }

    /// Like a browser that shows each redirect.
    private static let client = HTTPClient(
        eventLoopGroupProvider: .singleton, configuration: .init(redirectConfiguration: .disallow))
}
