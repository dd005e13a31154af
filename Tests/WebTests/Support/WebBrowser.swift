import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import Web

/// What a browser does between pages: it keeps the cookie, and sends a form with the token that the page held.
struct WebBrowser {
    let client: any TestClientProtocol
    var cookies: [String: String] = [:]
    /// The answer to the last request.
    private(set) var last: TestResponse?

    init(client: any TestClientProtocol) { self.client = client }

    var status: HTTPResponse.Status { last?.status ?? .internalServerError }
    var text: String { last.map { String(buffer: $0.body) } ?? "" }
    var location: String? { last?.headers[.location] }

    mutating func get(_ path: String) async throws { try await send(.get, path) }

    /// Sends a form of the last page: with its token, unless `fields` holds one.
    mutating func post(_ path: String, _ fields: KeyValuePairs<String, String>) async throws {
        try await send(fields: fields.map { ($0.key, $0.value) }, to: path)
    }

    mutating func send(fields: [(String, String)], to path: String) async throws {
        var pairs = fields.map { "\($0.0.formEncoded)=\($0.1.formEncoded)" }
        if !fields.contains(where: { $0.0 == "_form" }) { pairs.append("_form=\(formToken.formEncoded)") }
        try await send(
            .post, path, [.contentType: "application/x-www-form-urlencoded"],
            ByteBuffer(string: pairs.joined(separator: "&")))
    }

    mutating func signIn(_ login: String, _ password: String) async throws {
        try await get("/connexion")
        try await post("/connexion", ["login": login, "password": password, "retour": "/"])
    }

    mutating func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields = [:], _ body: ByteBuffer? = nil
    ) async throws {
        var headers = headers
        if !cookies.isEmpty {
            headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")
        }
        let response = try await client.execute(uri: path, method: method, headers: headers, body: body) { $0 }
        for setting in response.headers[values: .setCookie] {
            let pair = setting.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map(String.init)
            if pair.count == 2 { cookies[pair[0]] = pair[1] }
        }
        last = response
    }

    /// The token of the first form of the last page.
    var formToken: String {
        guard let start = text.firstRange(of: "name=\"_form\" value=\"") else { return "" }
        return String(text[start.upperBound...].prefix { $0 != "\"" })
    }
}

/// A failed expectation looks into what it names; behind a browser stands the whole server, which it must not walk.
extension WebBrowser: CustomReflectable {
    var customMirror: Mirror { Mirror(self, children: ["status": status.code, "location": location ?? "-"]) }
}
