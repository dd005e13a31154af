import AsyncHTTPClient
import FoundationEssentials
import NIOCore

/// Calls to a provider: short, bounded, and over TLS as the addresses say.
struct ProviderCalls: Sendable {
    private static let timeout = TimeAmount.seconds(10)
    private static let mostBytes = 1 << 20

    /// One for the life of the program. It follows no redirect, and a provider that is not there is not waited for.
    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.connectionPool.retryConnectionEstablishment = false
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()

    /// - Throws: `OpenIDFault.unreachable`, `.unreadable`.
    func get<Answer: Decodable>(_ address: String, bearer: String? = nil) async throws -> Answer {
        var request = HTTPClientRequest(url: address)
        request.headers.add(name: "Accept", value: "application/json")
        if let bearer { request.headers.add(name: "Authorization", value: "Bearer \(bearer)") }
        return try decode(try await bytes(request), of: address)
    }

    /// - Returns: status and body.
    func post(_ form: String, to address: String, authorization: String?) async throws -> (UInt, [UInt8]) {
        var request = HTTPClientRequest(url: address)
        request.method = .POST
        request.headers.add(name: "Accept", value: "application/json")
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        if let authorization { request.headers.add(name: "Authorization", value: authorization) }
        request.body = .bytes(Array(form.utf8))
        return try await answer(request)
    }

    func decode<Answer: Decodable>(_ bytes: [UInt8], of address: String) throws(OpenIDFault) -> Answer {
        do {
            return try JSONDecoder().decode(Answer.self, from: Data(bytes))
        } catch {
            throw .unreadable(endpoint: address)
        }
    }

    private func bytes(_ request: HTTPClientRequest) async throws -> [UInt8] {
        let (status, bytes) = try await answer(request)
        guard status == 200 else { throw OpenIDFault.unreachable(endpoint: request.url) }
        return bytes
    }

    private func answer(_ request: HTTPClientRequest) async throws -> (UInt, [UInt8]) {
        do {
            let response = try await ProviderCalls.client.execute(request, timeout: ProviderCalls.timeout)
            let body = try await response.body.collect(upTo: ProviderCalls.mostBytes)
            return (response.status.code, Array(buffer: body))
        } catch {
            throw OpenIDFault.unreachable(endpoint: request.url)
        }
    }
}
