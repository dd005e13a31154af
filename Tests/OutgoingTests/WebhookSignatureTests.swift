import Testing

@testable import Outgoing

@Suite("Issue 3 §4: signatures of webhooks") struct WebhookSignatureTests {
    @Test("Standard Webhooks 1.0: identifier, timestamp and body, HMAC-SHA-256, one signature for each secret")
    func vector() {
        // The example of the specification's reference libraries.
        let secret: [UInt8] = [
            49, 242, 144, 246, 191, 6, 41, 138, 171, 79, 8, 212, 60, 63, 8, 44, 246, 72, 163, 98, 218, 45, 164, 176,
        ]
        let body = Array(#"{"test": 2432232314}"#.utf8)
        let headers = WebhookSignature.headers(
            of: body, id: "msg_p5jXN8AQM9LWM0D4loKWxJek", at: 1_614_265_330, secrets: [secret, [1]])
        #expect(headers[0] == ("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"))
        #expect(headers[1] == ("webhook-timestamp", "1614265330"))
        let signatures = headers[2].1.split(separator: " ")
        #expect(signatures.first == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
        #expect(signatures.count == 2 && signatures[1].hasPrefix("v1,"))
        #expect(WebhookSignature.text(of: secret) == "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    }
}
