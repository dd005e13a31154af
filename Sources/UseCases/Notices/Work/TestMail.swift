import Kernel
import Mail

/// A message that only shows that mail goes.
package struct TestMail: Sendable {
    package let address: String

    package init(to address: String) { self.address = address }

    /// - Throws: `Refused`, with what the server answered.
    package func send(by office: MailOffice, at seconds: Int) async throws {
        guard let to = MailAddress(address) else { throw Refused(NoticeFinding.mailUnfit) }
        let message = MailMessage(
            to: to, subject: "Vigie : \(MailWords.test)", text: "\(MailWords.testText)\n", reference: "essai-\(seconds)"
        )
        do {
            try await office.client.send(message, at: seconds)
        } catch let fault as MailFault {
            switch fault {
            case .refused(let answer): throw Refused(NoticeFinding.mailRefused, ["answer": String(answer)])
            case .notNow: throw Refused(NoticeFinding.mailNotNow, ["fault": fault.code])
            }
        }
    }
}
