import AsyncHTTPClient
import NIOCore

/// A browser at a provider of identities: it goes where it is sent, signs in where a form asks it to, and stops where
/// it would leave.
package struct ProviderVisitor: Sendable {
    package struct Lost: Error, CustomStringConvertible {
        package let description: String
    }

    private let user: String
    private let password: String
    private var cookies: [String: String] = [:]
    /// How often a form asked who it is.
    package private(set) var asked = 0

    package init(_ user: String, password: String = "secret") { (self.user, self.password) = (user, password) }

    /// - Returns: the first address elsewhere.
    package mutating func follow(_ address: String) async throws -> String {
        let home = String(address.prefix(upTo: address.firstIndex(of: "?") ?? address.endIndex))
            .split(separator: "/").prefix(2).joined(separator: "//")
        var next = address
        for _ in 0..<10 {
            let (answer, text) = try await send(next, form: nil)
            var location = answer.headers.first(name: "location")
            if location == nil, let token = ProviderVisitor.token(in: text) {
                asked += 1
                let form = "csrfmiddlewaretoken=\(token)&username=\(user)&password=\(password)"
                location = try await send(next, form: form).answer.headers.first(name: "location")
            }
            guard let location else { throw Lost(description: "\(answer.status) at \(next): \(text.prefix(500))") }
            next = location.hasPrefix("/") ? home + location : location
            if !next.hasPrefix(home + "/") { return next }
        }
        throw Lost(description: "too many redirects, at last to \(next)")
    }

    private mutating func send(
        _ address: String, form: String?
    ) async throws -> (answer: HTTPClientResponse, text: String) {
        var request = HTTPClientRequest(url: address)
        if !cookies.isEmpty {
            let pairs = cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")
            request.headers.add(name: "Cookie", value: pairs)
        }
        if let form {
            request.method = .POST
            request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
            request.body = .bytes(ByteBuffer(string: form))
        }
        let answer = try await Self.client.execute(request, timeout: .seconds(20))
        for setting in answer.headers["set-cookie"] {
            let pair = setting.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map(String.init)
            if pair.count == 2 { cookies[pair[0]] = pair[1] }
        }
        return (answer, String(buffer: try await answer.body.collect(upTo: 1 << 20)))
    }

    private static func token(in page: String) -> String? {
        page.firstRange(of: "csrfmiddlewaretoken\" value=\"").map { start in
            String(page[start.upperBound...].prefix { $0 != "\"" })
        }
    }

    /// Redirects are for the visitor to follow.
    private static let client = HTTPClient(
        eventLoopGroupProvider: .singleton, configuration: .init(redirectConfiguration: .disallow))
}
