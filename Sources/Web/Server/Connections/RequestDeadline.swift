import NIOCore
import NIOHTTPTypes

/// Closes a connection whose request does not come in time, or whose answer nobody takes.
final class RequestDeadline: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limits: ConnectionLimits
    private var requestTimer: Scheduled<Void>?
    private var readerTimer: Scheduled<Void>?
    private var hasRequestEnded = true
    private var hasAnswerEnded = true

    init(_ limits: ConnectionLimits) { self.limits = limits }

    func handlerAdded(context: ChannelHandlerContext) { requestTimer = timer(limits.headerSeconds, context) }

    func handlerRemoved(context: ChannelHandlerContext) { stopTimers() }

    func channelInactive(context: ChannelHandlerContext) {
        stopTimers()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            (hasRequestEnded, hasAnswerEnded) = (false, false)
            requestTimer?.cancel()
            requestTimer = timer(limits.bodySeconds, context)
        case .body: break
        case .end:
            hasRequestEnded = true
            requestTimer?.cancel()
            waitForNext(context)
        }
        context.fireChannelRead(data)
    }

    /// More waits to be sent than the peer takes: it has a while to make room.
    func channelWritabilityChanged(context: ChannelHandlerContext) {
        readerTimer?.cancel()
        readerTimer = context.channel.isWritable ? nil : timer(limits.readerSeconds, context)
        context.fireChannelWritabilityChanged()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .end = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
        // The rest may be less than makes a channel unwritable, and yet wait for a peer that takes nothing.
        if readerTimer == nil { readerTimer = timer(limits.readerSeconds, context) }
        let sent = promise ?? context.eventLoop.makePromise(of: Void.self)
        sent.futureResult.assumeIsolated().whenComplete { [self] _ in
            readerTimer?.cancel()
            readerTimer = nil
            hasAnswerEnded = true
            waitForNext(context)
        }
        context.write(data, promise: sent)
    }

    /// The next request's time begins when this one is over on both sides.
    private func waitForNext(_ context: ChannelHandlerContext) {
        guard hasRequestEnded, hasAnswerEnded, context.channel.isActive else { return }
        requestTimer?.cancel()
        requestTimer = timer(limits.headerSeconds, context)
    }

    private func timer(_ seconds: Int, _ context: ChannelHandlerContext) -> Scheduled<Void> {
        let channel = context.channel
        return context.eventLoop.scheduleTask(in: .seconds(Int64(seconds))) { channel.close(promise: nil) }
    }

    private func stopTimers() {
        requestTimer?.cancel()
        readerTimer?.cancel()
    }
}
