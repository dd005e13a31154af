import Foundation
import Hummingbird
import Register
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §4: the contract of the API") struct APIContractTests {
    @Test("the document describes every operation, in words of the catalogue, with references that lead somewhere")
    func document() async throws {
        let document = try #require(
            JSONSerialization.jsonObject(with: Data(OpenAPIDocument.bytes)) as? [String: Any])
        let paths = try #require(document["paths"] as? [String: [String: Any]])
        for operation in APIRoutes.all {
            let described = try #require(
                paths[operation.path]?[operation.method.rawValue.lowercased()] as? [String: Any])
            let summary = try #require(described["summary"] as? String)
            #expect(described["operationId"] as? String == operation.id)
            #expect(!summary.hasPrefix("api."), Comment(rawValue: operation.id))
        }
        let text = String(decoding: OpenAPIDocument.bytes, as: UTF8.self)
        #expect(!text.contains("\"api."))
        for name in text.matches(of: /#\/components\/schemas\/(\w+)/).map({ String($0.1) }) {
            #expect(Schemas.all[name] != nil, Comment(rawValue: name))
        }
        #expect(Set(APIRoutes.all.map(\.id)).count == APIRoutes.all.count)
    }

    @Test("the document and its page are for everyone")
    func served() async throws {
        try await WebScene.run(.sqlite) { scene in
            let stranger = try await scene.program(nil)
            #expect(try await stranger.get("/openapi.json").status == .ok)
            let page = try await stranger.send(.get, "/api")
            #expect(page.status == .ok)
            #expect(page.text.contains("/api/v1/interventions/{number}"))
        }
    }

    private static let badAddresses: [(String, Int, String?)] = [
        ("/campaigns/63/2021/interventions?limit=0", 400, "api-value-invalid"),
        ("/campaigns/63/2021/interventions?maladie=BRU", 400, "api-value-unexpected"),
        ("/campaigns/63/2021/interventions?limit=1&limit=2", 400, "api-value-unexpected"),
        ("/campaigns/63/2021/interventions?disease=%ZZ", 400, "api-body-unreadable"),
        ("/imports", 400, "api-value-missing"),
        ("/campaigns/63/deux-mille", 404, "api-path-unknown"),
        ("/nulle-part", 404, "api-path-unknown"),
        ("/animals/%20", 422, nil),
    ]

    @Test("what does not fit is refused with its name, before anything is done", arguments: badAddresses)
    func badInput(_ path: String, _ status: Int, _ code: String?) async throws {
        try await WebScene.run(.sqlite) { scene in
            let answer = try await scene.program(.authority).get(path)
            #expect(answer.status.code == status, Comment(rawValue: answer.text))
            #expect(answer.header("Content-Type") == "application/problem+json")
            if let code { #expect(try answer.code == code) }
            let problem = try answer.json
            #expect(problem["title"] is String && problem["detail"] is String)
            #expect(problem["status"] as? Int == status)
        }
    }

    @Test("other methods of a known path: 405 with those that it knows; HEAD is GET without its body")
    func methods() async throws {
        try await WebScene.run(.sqlite) { scene in
            let program = try await scene.program(.authority)
            let refused = try await program.send(.delete, "/api/v1/interventions/990000000001/notes")
            #expect(refused.status == .methodNotAllowed)
            #expect(refused.header("Allow") == "GET, HEAD, POST")
            #expect(try await program.send(.get, "/api/oauth/token").header("Allow") == "POST")
            let head = try await program.send(.head, "/api/v1/account")
            #expect(head.status == .ok && head.text.isEmpty)
        }
    }

    @Test("406 for a form that does not exist, 415 for a type that is not read, 413 for too much")
    func forms() async throws {
        try await WebScene.run(.sqlite) { scene in
            let program = try await scene.program(.authority)
            #expect(try await program.get("/account", ["Accept": "text/html"]).status == .notAcceptable)
            #expect(try await program.get("/account", ["Accept": "text/html, */*;q=0.1"]).status == .ok)
            let path = "/interventions/990000000001/notes"
            #expect(try await program.post(path, key: "k", "text/plain", "x").status == .unsupportedMediaType)
            let long = String(repeating: " ", count: 200_000)
            let large = try await program.post(path, key: "k", "application/json", long)
            #expect(large.status == .contentTooLarge)
        }
    }

    @Test(
        "a body is held against its schema, place by place",
        arguments: [
            ("{", 400, "api-body-unreadable"), ("[]", 400, "api-body-unreadable"),
            (#"{"kind":"note","text":"x",}"#, 400, "api-body-unreadable"),
            (#"{"kind":"note"}"#, 422, "api-value-missing"),
            (#"{"kind":"cri","text":"x"}"#, 422, "api-value-invalid"),
            (#"{"kind":"note","text":"x","who":"y"}"#, 422, "api-value-unexpected"),
            (#"{"kind":"note","text":7}"#, 422, "api-value-invalid"),
        ])
    func bodies(_ body: String, _ status: Int, _ code: String) async throws {
        try await WebScene.run(.sqlite) { scene in
            let program = try await scene.program(.authority)
            let answer = try await program.post(
                "/interventions/990000000001/notes", key: "k", "application/json", body)
            #expect(answer.status.code == status)
            #expect(try answer.code == code)
        }
    }
}
