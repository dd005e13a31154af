import Hummingbird
import HummingbirdCore
import Logging
import ServiceLifecycle
import UseCases

/// The server: one router over one installation.
package struct WebServer: Sendable {
    let installation: Installation
    let configuration: WebConfiguration
    let desk: PageDesk
    private let server: HTTPServerBuilder

    package init(_ installation: Installation, _ configuration: WebConfiguration) throws {
        self.installation = installation
        self.configuration = configuration
        desk = PageDesk(
            assets: try AssetShelf(folder: configuration.assets), templates: try Templates.library())
        let plain = configuration.limits.server
        server = try configuration.certificate?.server(plain) ?? plain
    }

    /// - Parameter whenListening: told the port, once the server listens (0 asks for any free one).
    /// - Parameter services: what runs beside it and is stopped in good order after it.
    package func application(
        logger: Logger, services: [any Service] = [], whenListening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> some ApplicationProtocol {
        Application(
            responder: router().buildResponder(), server: server,
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port), serverName: nil,
                availableConnectionsDelegate: MaximumAvailableConnections(configuration.limits.mostConnections)),
            services: services,
            onServerRunning: { channel in await whenListening(channel.localAddress?.port ?? 0) },
            logger: logger)
    }

    private func router() -> Router<WebContext> {
        let router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: SecurityHeaders(isSecure: configuration.isSecure))
        let cookie = SessionCookie(configuration)
        router.add(middleware: FaultPages(desk: desk, cookie: cookie))
        router.add(middleware: ProxyAddress(trusted: configuration.trustedProxies))
        router.add(middleware: VisitFinder(installation: installation, cookie: cookie))
        router.add(middleware: FaultPages(desk: desk, cookie: cookie))
        router.add(middleware: OriginGuard())
        router.add(middleware: APIFaults())
        for endpoint in Routes.all { add(endpoint, to: router) }
        let limiter = RateLimiter(limit: configuration.requestsPerMinute)
        TokenEndpoint(installation: installation, limiter: limiter).add(to: router)
        APIDesk(installation: installation, limiter: limiter, fictitious: configuration.takesFictitious)
            .add(to: router)
        return router
    }

    private func add(_ endpoint: Endpoint, to router: Router<WebContext>) {
        router.on(RouterPath(endpoint.path), method: endpoint.method) { request, context in
            let call = Call(
                request: request, context: context, installation: installation, desk: desk,
                configuration: configuration, endpoint: endpoint)
            try endpoint.access.require(context.visit)
            if let first = try ConfirmationPages.answer(before: call) { return first }
            return try await endpoint.answer(call)
        }
    }
}
