import OpenID
import UseCases

/// How the server is reached and where its parts are.
package struct WebConfiguration: Sendable {
    package var host: String
    package var port: Int
    /// The folder of front-end parts that the set-up installs (Bootstrap, htmx, …); nil: pages go without them.
    package var assets: String?
    /// The address that browsers use, e.g. `https://vigie.example`; it decides whether cookies demand TLS.
    package var publicAddress: String
    /// Largest body of a form, in bytes.
    package var mostFormBytes = 1 << 20
    /// How many requests a token may send to the API in a minute.
    package var requestsPerMinute = 1200
    /// Files that come in may hold numbers of department 99: demonstrations and tests.
    package var takesFictitious = false
    /// Largest body of an upload, in bytes.
    package var mostUploadBytes = 64 << 20
    package var limits = ConnectionLimits()
    /// The server's own certificate; nil: plain HTTP, on this machine or behind a proxy that has one.
    package var certificate: CertificateDesk?
    /// Proxies whose `X-Forwarded-For` is believed; nobody else's is.
    package var trustedProxies: [AddressRange] = []
    /// Where people may sign in with an account that is kept elsewhere.
    package var provider: OpenIDProvider?

    package init(host: String, port: Int, assets: String?, publicAddress: String? = nil) {
        self.host = host
        self.port = port
        self.assets = assets
        self.publicAddress = publicAddress ?? "http://\(host):\(port)"
    }

    var isSecure: Bool { publicAddress.hasPrefix("https://") }
}
