import Hummingbird
import Logging
import UseCases

/// What belongs to one request.
struct WebContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The peer's address; behind a proxy that we trust, the one that it names.
    var address: String
    /// Who asks; nil for strangers.
    var visit: Sessions.Visit?
    /// How many notices wait for who asks.
    var unread = 0

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? "local"
    }
}
