import Hummingbird
import HummingbirdTesting
import Register
import TestSupport
import Testing
import UseCases

@testable import Web

/// Every route with every role: what the table says is what happens.
@Suite("Issue 3 §2: rights of every route") struct RightsTests {
    static let readable = Routes.all.filter { $0.method == .get }

    @Test(
        "each route answers each role as its row of the table says", arguments: Role.allCases.map(Optional.some) + [nil]
    )
    func everyRoute(_ role: Role?) async throws {
        try await WebScene.run(.sqlite) { scene in
            var browser = try await scene.browser(role)
            for endpoint in RightsTests.readable {
                try await browser.get(RightsTests.example(of: endpoint.path))
                let route = Comment(rawValue: "\(endpoint.path) as \(role?.rawValue ?? "a stranger")")
                switch (endpoint.access.allows(role), role) {
                case (true, _): #expect(browser.status != .forbidden && browser.status.code < 500, route)
                case (false, nil): #expect(browser.location?.hasPrefix("/connexion") == true, route)
                case (false, _): #expect(browser.status == .forbidden, route)
                }
            }
        }
    }

    @Test("a form without the token of this browser changes nothing")
    func formsNeedTheirToken() async throws {
        try await WebScene.run(.sqlite) { scene in
            for endpoint in Routes.all where endpoint.method == .post {
                var browser = try await scene.browser(.authority)
                try await browser.post(RightsTests.example(of: endpoint.path), ["_form": "x", "login": "authority"])
                #expect(browser.status == .forbidden, Comment(rawValue: endpoint.path))
            }
        }
    }

    /// A path of the route's shape, of things that are not there.
    static func example(of path: String) -> String {
        path.split(separator: "/").map { part in
            switch part {
            case ":department": "63"
            case ":year": "2021"
            case _ where part.hasPrefix(":"): "990"
            default: String(part)
            }
        }.reduce("") { $0 + "/" + $1 }
    }
}
