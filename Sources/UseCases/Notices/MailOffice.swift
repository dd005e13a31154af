import Mail
import Secrets

/// How this process sends mail; a process without one leaves mails to others.
package struct MailOffice: Sendable {
    package let client: MailClient
    /// `https://vigie.example`: where the links of mails lead.
    package let publicAddress: String

    package init(_ client: MailClient, publicAddress: String) {
        self.client = client
        var address = publicAddress[...]
        while address.last == "/" { address = address.dropLast() }
        self.publicAddress = String(address)
    }

    /// The same for a notice whenever it is sent, and unlike that of any other house.
    func reference(of notice: Int64) -> String {
        "avertissement-\(notice).\(Token.digest(publicAddress).prefix(16))"
    }
}
