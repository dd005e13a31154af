import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

/// A program that talks to the API: it carries a token, and nothing that a browser carries.
struct APIProgram {
    let client: any TestClientProtocol
    let token: String?

    struct Answer {
        let status: HTTPResponse.Status
        let headers: HTTPFields
        let text: String

        /// The body as Foundation reads it.
        var json: [String: Any] {
            get throws { try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]) }
        }

        /// The code of the problem's first finding.
        var code: String? {
            get throws {
                let findings = try json["findings"] as? [[String: Any]]
                return findings?.first?["code"] as? String
            }
        }

        var items: [[String: Any]] { get throws { try #require(json["items"] as? [[String: Any]]) } }

        func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: KeyValuePairs<String, String> = [:],
        _ body: String? = nil
    ) async throws -> Answer {
        var fields: HTTPFields = [:]
        if let token { fields[.authorization] = "Bearer \(token)" }
        for (name, value) in headers { fields[try #require(HTTPField.Name(name))] = value }
        let response = try await client.execute(
            uri: path, method: method, headers: fields, body: body.map { ByteBuffer(string: $0) }
        ) { $0 }
        return Answer(status: response.status, headers: response.headers, text: String(buffer: response.body))
    }

    func get(_ path: String, _ headers: KeyValuePairs<String, String> = [:]) async throws -> Answer {
        try await send(.get, "/api/v1" + path, headers)
    }

    func post(_ path: String, key: String?, _ type: String, _ body: String) async throws -> Answer {
        guard let key else { return try await send(.post, "/api/v1" + path, ["Content-Type": type], body) }
        return try await send(.post, "/api/v1" + path, ["Content-Type": type, "Idempotency-Key": key], body)
    }
}

extension WebScene {
    static let number = "990000000004"

    /// A program with a personal token of the role's account; nil: without any.
    func program(_ role: Role?) async throws -> APIProgram {
        guard let role else { return APIProgram(client: client, token: nil) }
        return APIProgram(client: client, token: try await credential(.token, role).secret)
    }

    func credential(_ kind: APICredentialRow.Kind, _ role: Role) async throws -> NewCredential {
        let actor = Actor(login: "administrator", name: "Personne fictive", role: .administrator, scope: .national)
        return try await CreateCredential(kind, of: role.rawValue, name: "essai", days: 30)
            .perform(installation.context(for: actor))
    }

    /// A campaign of department 63 with one herd, two animals, one intervention (`number`), in that order.
    @Sendable static func campaign(_ connection: Connection) throws {
        let fixture = Fixture(connection)
        let herd = try fixture.herd(in: try fixture.holding())
        let campaign = try fixture.campaign(CampaignParameters(department: "63", prophylaxisYear: 2021))
        let intervention = try fixture.intervention(in: campaign, of: herd)
        let animals = try ["FR9900000001", "FR9900000002"].map { try fixture.animal($0, in: herd) }
        try fixture.plan(.brucellosis, .blood, in: campaign, intervention)
        try fixture.document(in: campaign, intervention, animals: animals, for: [.brucellosis], on: "2020-11-01")
        _ = try fixture.laboratory()
    }

    /// Runs `body` with that campaign, its statuses computed.
    static func withCampaign(
        _ engine: Engine, _ body: @Sendable (WebScene) async throws -> Void
    ) async throws {
        try await run(engine, prepare: campaign) { scene in
            // Identifiers of what the program makes must not meet the fixture's.
            _ = try await scene.installation.database.ids(1000)
            let actor = Actor(
                login: "authority", name: "Personne fictive", role: .authority, scope: .departments(["63"]))
            _ = try await RecomputeStatus(selector: CampaignSelector(department: "63", year: 2021), extent: .all)
                .perform(scene.installation.context(for: actor, department: "63"))
            try await body(scene)
        }
    }
}
