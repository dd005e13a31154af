import Secrets

/// Where somebody signs in from.
package struct Browser: Sendable {
    package let address: String
    /// What it calls itself, shortened.
    package let agent: String
    /// The cookie by which it is known from an earlier sign-in.
    package let device: String?

    package init(address: String, agent: String, device: String? = nil) {
        self.address = address
        self.agent = String(String.UnicodeScalarView(agent.unicodeScalars.filter { $0.value >= 32 }.prefix(200)))
        self.device = device
    }

    /// Its digest, where it belongs to the login.
    func knownDevice(of login: String, _ installation: Installation) async throws -> String? {
        guard let device else { return nil }
        let digest = Token.digest(device)
        return try await installation.access.read { try $0.knowsDevice(digest, of: login) } ? digest : nil
    }
}
