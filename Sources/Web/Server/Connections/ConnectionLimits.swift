import Hummingbird
import HummingbirdCore

/// How long and how much a peer may keep the server waiting. Nobody holds a connection open by sending a byte a minute.
package struct ConnectionLimits: Sendable {
    /// Without a byte in either direction.
    package var idleSeconds = 60
    /// From the opening of a connection, or the end of the answer before, to the last line of the request's header.
    package var headerSeconds = 20
    /// From there to the end of the request's body, and to the answer's beginning.
    package var bodySeconds = 300
    /// For the reader to take what waits to be sent: without that much of room again, the connection ends.
    package var readerSeconds = 60
    /// At once; who comes then waits until one of them ends.
    package var mostConnections = 500
    /// Of all header fields together.
    package var mostHeaderBytes = 16 << 10

    package init() {}

    var server: HTTPServerBuilder {
        let limits = self
        return .http1(
            configuration: .init(
                additionalChannelHandlers: [RequestDeadline(limits)], idleTimeout: .seconds(Int64(idleSeconds)),
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: mostHeaderBytes, maxHeaderListSize: mostHeaderBytes,
                    maxHeaderFieldCount: 100)))
    }
}
