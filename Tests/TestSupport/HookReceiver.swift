import Foundation

/// A receiver of webhooks that checks them with a library that nobody here wrote.
package struct HookReceiver: Sendable {
    /// Whose certificate it shows, where it speaks TLS.
    package enum Certificate: String, Sendable, CaseIterable {
        case good, ended, unknown
        case otherName = "other-name"
    }

    package struct Call: Decodable, Sendable {
        package struct Body: Decodable, Sendable {
            package let events: [Event]
        }

        package struct Event: Decodable, Sendable {
            package let id: String
            package let kind: String
            package let intervention: String?
            package let link: String?
            /// The names of all that it says.
            package let fields: Set<String>

            private struct Name: CodingKey {
                let stringValue: String
                var intValue: Int? { nil }
                init(stringValue: String) { self.stringValue = stringValue }
                init?(intValue: Int) { nil }
            }

            package init(from decoder: any Decoder) throws {
                let all = try decoder.container(keyedBy: Name.self)
                func text(_ name: String) throws -> String? {
                    try all.decodeIfPresent(String.self, forKey: Name(stringValue: name))
                }
                (id, kind) = (try text("id") ?? "", try text("kind") ?? "")
                (intervention, link) = (try text("intervention"), try text("link"))
                fields = Set(all.allKeys.map(\.stringValue))
            }
        }

        package let id: String?
        package let body: Body
        package let signed: Bool
        package let signatures: Int
    }

    struct Failed: Error { let answer: String }

    /// Where calls are to go.
    package let address: String
    /// The authority to be trusted, a file; nil: it speaks no TLS.
    package let authority: String?
    private let port: Int

    /// - Parameter certificate: nil: plain HTTP.
    package static func run(
        _ certificate: Certificate? = nil, _ body: (HookReceiver) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let arguments = certificate.map { [folder, $0.rawValue] } ?? []
            try await ForeignServer.run("Providers/receiver.py", arguments) { port in
                guard certificate != nil else {
                    return try await body(
                        HookReceiver(address: "http://127.0.0.1:\(port)/hook", authority: nil, port: port))
                }
                let secure = try String(contentsOfFile: "\(folder)/port", encoding: .utf8)
                try await body(
                    HookReceiver(
                        address: "https://127.0.0.1:\(secure)/hook", authority: "\(folder)/authority.pem", port: port))
            }
        }
    }

    /// How it answers from now on: `status`, `seconds` until then, `headers`; the `secret` that it checks with.
    package func behave(_ fields: [String: Any]) async throws {
        _ = try await ask("POST /behave", JSONSerialization.data(withJSONObject: fields))
    }

    package func calls() async throws -> [Call] {
        try JSONDecoder().decode([Call].self, from: try await ask("GET /calls", Data()))
    }

    private func ask(_ line: String, _ body: Data) async throws -> Data {
        let head = """
            \(line) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: \(body.count)\r\n\r\n
            """
        let answer = try await RawSocket.send(to: port, head + String(decoding: body, as: UTF8.self)).text
        guard answer.hasPrefix("HTTP/1.1 200"), let blank = answer.range(of: "\r\n\r\n") else {
            throw Failed(answer: answer)
        }
        return Data(answer[blank.upperBound...].utf8)
    }
}
