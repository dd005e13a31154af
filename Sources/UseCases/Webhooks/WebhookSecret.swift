import Outgoing
import Secrets
import Store

/// The secrets of webhooks follow from the installation's keys: none is stored.
struct WebhookSecret {
    let bytes: [UInt8]

    init(of webhook: Int64, serial: Int, _ keys: InstallationKeys) {
        bytes = keys.derivedBytes(for: "webhook \(webhook) \(serial)")
    }

    /// As people are shown it, once.
    var text: String { WebhookSignature.text(of: bytes) }
    var digest: String { Token.digest(of: bytes) }

    /// Those that sign a call now: the one in use first.
    /// - Returns: nil when the installation's keys are others than when the secret was shown.
    static func signing(_ webhook: WebhookRow, _ keys: InstallationKeys, at now: Int) -> [[UInt8]]? {
        let present = WebhookSecret(of: webhook.id, serial: webhook.serial, keys)
        guard present.digest == webhook.secretDigest else { return nil }
        var secrets = [present.bytes]
        if let until = webhook.previousUntil, now < until {
            let previous = WebhookSecret(of: webhook.id, serial: webhook.serial - 1, keys)
            if previous.digest == webhook.previousDigest { secrets.append(previous.bytes) }
        }
        return secrets
    }
}
