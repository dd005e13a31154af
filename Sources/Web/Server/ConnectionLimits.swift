import Hummingbird
import HummingbirdCore
import NIOCore
import NIOHTTPTypes

/// How long and how much a peer may keep the server waiting. Nobody holds a connection open by sending a byte a minute.
package struct ConnectionLimits: Sendable {
    /// Without a byte in either direction.
    package var idleSeconds = 60
    /// From the opening of a connection, or the end of the answer before, to the last line of the request's header.
    package var headerSeconds = 20
    /// From there to the end of the request's body, and to the answer's beginning.
    package var bodySeconds = 300
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

/// Closes a connection whose request does not come in time.
private final class RequestDeadline: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limits: ConnectionLimits
    private var timer: Scheduled<Void>?
    private var hasRequestEnded = true
    private var hasAnswerEnded = true

    init(_ limits: ConnectionLimits) { self.limits = limits }

    func handlerAdded(context: ChannelHandlerContext) { startTimer(limits.headerSeconds, context) }

    func handlerRemoved(context: ChannelHandlerContext) { timer?.cancel() }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            (hasRequestEnded, hasAnswerEnded) = (false, false)
            startTimer(limits.bodySeconds, context)
        case .body: break
        case .end:
            hasRequestEnded = true
            timer?.cancel()
            waitForNext(context)
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) {
            hasAnswerEnded = true
            waitForNext(context)
        }
        context.write(data, promise: promise)
    }

    /// The next request's time begins when this one is over on both sides.
    private func waitForNext(_ context: ChannelHandlerContext) {
        if hasRequestEnded, hasAnswerEnded { startTimer(limits.headerSeconds, context) }
    }

    private func startTimer(_ seconds: Int, _ context: ChannelHandlerContext) {
        timer?.cancel()
        let channel = context.channel
        timer = context.eventLoop.scheduleTask(in: .seconds(Int64(seconds))) { channel.close(promise: nil) }
    }
}
