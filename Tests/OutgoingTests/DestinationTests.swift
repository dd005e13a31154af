import Testing

@testable import Outgoing

@Suite("Issue 3 §4: which addresses a webhook may have") struct DestinationTests {
    private static let loopback = Allowance { $0.first == 127 || $0 == [UInt8](repeating: 0, count: 15) + [1] }

    @Test(
        "public addresses over TLS are taken",
        arguments: [
            "https://cabinet.example/vigie", "https://cabinet.example:8443/a?b=c", "https://8.8.8.8/",
            "HTTPS://A.EXAMPLE",
            "https://[2606:4700::1111]/", "https://xn--caf-dma.example/",
        ])
    func taken(_ address: String) throws {
        #expect(try Destination(address).address == address)
    }

    private static let refused: [(String, DestinationFault)] = [
        ("", .malformed), ("cabinet.example", .malformed), ("https://", .malformed), ("ftp://a.example/", .malformed),
        ("file:///etc/passwd", .malformed), ("https://a b.example/", .malformed), ("https://é.example/", .malformed),
        ("https://moi:secret@a.example/", .malformed), ("https://a.example@10.0.0.1/", .malformed),
        ("https://a.example/#x", .malformed), ("https://a.example\\@10.0.0.1/", .malformed),
        ("https://a.example/\r\nX: y", .malformed), ("https://a..example/", .malformed),
        ("https://127.1/", .malformed), ("https://0x7f.0.0.1/", .malformed), ("https://2130706433/", .malformed),
        ("https://a.example:0/", .malformed), ("https://a.example:70000/", .malformed),
        ("https://" + String(repeating: "a", count: 600), .malformed),
        ("http://a.example/", .insecure), ("http://127.0.0.1/", .insecure),
        ("https://localhost/", .forbidden), ("https://127.0.0.1/", .forbidden), ("https://10.1.2.3/", .forbidden),
        ("https://192.168.1.1/", .forbidden), ("https://172.31.0.1/", .forbidden), ("https://[::1]/", .forbidden),
        ("https://169.254.169.254/latest/meta-data/", .forbidden), ("https://0.0.0.0/", .forbidden),
        ("https://[fe80::1]/", .forbidden), ("https://[fd00::1]/", .forbidden),
        ("https://[::ffff:10.0.0.1]/", .forbidden),
        ("https://[2002:0a00:0001::]/", .forbidden), ("https://[64:ff9b::a00:1]/", .forbidden),
        ("https://100.64.0.1/", .forbidden), ("https://224.0.0.1/", .forbidden),
        ("https://255.255.255.255/", .forbidden),
    ]

    @Test("all others are refused, whatever they are written like", arguments: refused)
    func refuses(_ address: String, _ fault: DestinationFault) {
        #expect(throws: fault) { try Destination(address) }
    }

    @Test("this machine may be called where that is configured, and then without TLS; other machines not")
    func local() throws {
        for address in ["http://127.0.0.1:8080/a", "http://localhost:9/", "https://127.0.0.1/", "http://[::1]:8080/"] {
            #expect(try Destination(address, DestinationTests.loopback).address == address)
        }
        #expect(throws: DestinationFault.insecure) { try Destination("http://a.example/", DestinationTests.loopback) }
        #expect(throws: DestinationFault.forbidden) { try Destination("https://10.0.0.1/", DestinationTests.loopback) }
    }

    @Test("a name that means this machine is not called, though it looks like any other")
    func resolved() async throws {
        // `localhost` is taken in a call's own check, as a name of the outside world would be.
        let destination = try Destination("https://localhost:1/", DestinationTests.loopback)
        let call = OutgoingCall(destination, headers: [], body: [])
        await #expect(throws: OutgoingFault.forbidden) { try await call.send(.publicOnly) }
    }

    @Test("a name that means nothing, and a port that nobody listens on, bring no answer")
    func noAnswer() async throws {
        let unknown = OutgoingCall(try Destination("https://nulle-part.invalid/"), headers: [], body: [])
        await #expect(throws: OutgoingFault.unresolved) { try await unknown.send(.publicOnly) }
        let closed = OutgoingCall(
            try Destination("http://127.0.0.1:1/", DestinationTests.loopback), headers: [], body: [])
        await #expect(throws: OutgoingFault.unreachable) { try await closed.send(DestinationTests.loopback) }
    }
}
