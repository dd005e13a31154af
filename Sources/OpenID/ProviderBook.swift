/// What is known of a provider: its metadata, asked once an hour, and its keys, asked again when a token names one that
/// is not there. A stranger's token cannot make us ask more than once every ten seconds.
actor ProviderBook {
    private let issuer: String
    private let calls: ProviderCalls
    private var metadata: (value: ProviderMetadata, at: Int)?
    private var keys: (value: KeyRing, at: Int)?

    private static let metadataSeconds = 3600
    private static let leastKeySeconds = 10

    init(issuer: String, calls: ProviderCalls) {
        self.issuer = issuer
        self.calls = calls
    }

    /// - Throws: `OpenIDFault`.
    func metadata(at now: Int) async throws -> ProviderMetadata {
        if let metadata, now - metadata.at < ProviderBook.metadataSeconds { return metadata.value }
        try OpenIDSettings.requireSafe(issuer)
        let base = issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer
        let found: ProviderMetadata = try await calls.get(base + "/.well-known/openid-configuration")
        try found.require(issuer: issuer)
        metadata = (found, now)
        return found
    }

    /// The keys, asked anew where what we have will not do.
    func keys(at now: Int, unless isEnough: @Sendable (KeyRing) -> Bool) async throws -> KeyRing {
        if let keys, isEnough(keys.value) || now - keys.at < ProviderBook.leastKeySeconds { return keys.value }
        let ring: KeyRing = try await calls.get(try await metadata(at: now).jwksUri)
        keys = (ring, now)
        return ring
    }
}
