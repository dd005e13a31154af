import AsyncHTTPClient
import NIOCore
import NIOSSL

/// Why a call brought no answer. It may be tried again.
package enum OutgoingFault: String, Error, Sendable, CaseIterable {
    /// The name means nothing.
    case unresolved
    /// The name means an address that may not be called, now.
    case forbidden
    /// Nobody answers there, or not as TLS or HTTP ask.
    case unreachable
    /// The certificate is of an unknown authority, has ended, or does not hold yet.
    case certificateRefused = "certificate-refused"
    /// The certificate is another name's.
    case certificateName = "certificate-name"
    case timeout
}

/// What an answer says, and no more of it is looked at.
package struct OutgoingAnswer: Sendable, Hashable {
    package let status: Int
    /// `Retry-After`, where it is a number of seconds.
    package let retryAfter: Int?
}

/// One `POST` to an address that somebody else chose. It goes to the address that was looked at, whatever its name
/// means a moment later; it follows no redirect, and reads nothing of the answer but its head.
package struct OutgoingCall: Sendable {
    package static let seconds = 10
    private static let connectSeconds = 5

    package let destination: Destination
    package let headers: [(String, String)]
    package let body: [UInt8]
    /// A file of certificates (PEM) to trust beside the system's.
    package var authorities: String?

    package init(_ destination: Destination, headers: [(String, String)], body: [UInt8]) {
        self.destination = destination
        self.headers = headers
        self.body = body
    }

    package func send(_ allowance: Allowance) async throws(OutgoingFault) -> OutgoingAnswer {
        let found = await NameLookup.addresses(of: destination.host)
        guard let first = found.first else { throw .unresolved }
        // One that may not be called among several is a reason to call none: names are not mixed by chance.
        guard found.allSatisfy({ $0.isPublic || allowance.allows($0.bytes) }) else { throw .forbidden }
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration(calling: first))
        let result: Result<OutgoingAnswer, OutgoingFault> = await answer(client)
        // What is shut down after its last request has nothing left to lose.
        try? await client.shutdown()
        return try result.get()
    }

    private func configuration(calling address: IPBytes) -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(Int64(Self.connectSeconds)), read: .seconds(Int64(Self.seconds))))
        configuration.httpVersion = .http1Only
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        if let authorities { tls.additionalTrustRoots = [.file(authorities)] }
        configuration.tlsConfiguration = tls
        configuration.connectionPool.retryConnectionEstablishment = false
        if IPBytes(destination.host) == nil { configuration.dnsOverride = [destination.host: address.text] }
        return configuration
    }

    private func answer(_ client: HTTPClient) async -> Result<OutgoingAnswer, OutgoingFault> {
        var request = HTTPClientRequest(url: destination.address)
        request.method = .POST
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        request.body = .bytes(body)
        do {
            let response = try await client.execute(request, timeout: .seconds(Int64(Self.seconds)))
            let wait = response.headers.first(name: "Retry-After").flatMap { Int($0) }
            return .success(OutgoingAnswer(status: Int(response.status.code), retryAfter: wait))
        } catch let error as HTTPClientError where OutgoingCall.timeouts.contains(error) {
            return .failure(.timeout)
        } catch {
            return .failure(OutgoingFault(error))
        }
    }

    private static let timeouts: [HTTPClientError] = [
        .connectTimeout, .readTimeout, .writeTimeout, .deadlineExceeded, .tlsHandshakeTimeout,
        .getConnectionFromPoolTimeout,
    ]
}

extension OutgoingFault {
    /// What kept a connection from being made.
    fileprivate init(_ error: any Error) {
        switch error {
        case NIOSSLError.handshakeFailed(let fault) where "\(fault)".contains("CERTIFICATE_VERIFY_FAILED"):
            self = .certificateRefused
        case let fault as NIOSSLExtraError where fault == .failedToValidateHostname: self = .certificateName
        default: self = .unreachable
        }
    }
}
