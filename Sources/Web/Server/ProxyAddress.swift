import HTTPTypes
import Hummingbird
import UseCases

/// Finds out where a request comes from. What a proxy of ours adds to `X-Forwarded-For` is believed, from right to left
/// as far as the proxies are ours; what anybody else wrote there is not.
struct ProxyAddress: RouterMiddleware {
    let trusted: [AddressRange]

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard !trusted.isEmpty, let name = HTTPField.Name("X-Forwarded-For") else {
            return try await next(request, context)
        }
        var context = context
        context.address = client(peer: context.address, forwarded: request.headers[values: name])
        return try await next(request, context)
    }

    /// - Parameter forwarded: the header's lines in order, each of one or more addresses.
    func client(peer: String, forwarded: [String]) -> String {
        var client = peer
        var hops = forwarded.joined(separator: ",").split(separator: ",").map { $0.filter { $0 != " " } }
        while isTrusted(client), let hop = hops.popLast() {
            guard IPAddress(hop) != nil else { return client }
            client = hop
        }
        return client
    }

    private func isTrusted(_ text: String) -> Bool {
        guard let address = IPAddress(text) else { return false }
        return trusted.contains { $0.contains(address) }
    }
}
