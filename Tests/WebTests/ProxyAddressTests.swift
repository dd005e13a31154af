import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §6: X-Forwarded-For is believed of named proxies only") struct ProxyAddressTests {
    private static let ours = ["10.0.0.0/8", "192.0.2.80"].compactMap(AddressRange.init)

    @Test(
        "the client is the first address from the right that is not a proxy of ours",
        arguments: [
            ("198.51.100.7", ["203.0.113.1"], "198.51.100.7"),  // a stranger's header
            ("192.0.2.80", ["203.0.113.1"], "203.0.113.1"),
            ("192.0.2.80", ["198.51.100.66, 203.0.113.1"], "203.0.113.1"),  // what the client made up stays out
            ("192.0.2.80", ["203.0.113.1", "10.1.2.3"], "203.0.113.1"),
            ("192.0.2.80", [], "192.0.2.80"),
            ("192.0.2.80", ["inconnu"], "192.0.2.80"),
            ("10.0.0.1", ["2001:db8::1"], "2001:db8::1"),
            ("::ffff:10.0.0.1", ["203.0.113.1"], "203.0.113.1"),
        ])
    func client(_ peer: String, _ forwarded: [String], _ expected: String) {
        #expect(ProxyAddress(trusted: Self.ours).client(peer: peer, forwarded: forwarded) == expected)
    }
}
