import Kernel

/// A text for one address.
package struct MailMessage: Sendable {
    package let to: MailAddress
    package let subject: String
    /// Lines that end with `\n`.
    package let text: String
    /// The left part of its Message-ID: the same however often it is sent, so that who gets it twice sees it once.
    package let reference: String

    package init(to: MailAddress, subject: String, text: String, reference: String) {
        self.to = to
        self.subject = subject
        self.text = text
        self.reference = reference
    }

    /// The message as it travels: ASCII, lines that end with CR LF.
    /// - Parameters:
    ///   - sender: name and address; the right part of the Message-ID is its domain.
    ///   - seconds: when it is sent, since 1970.
    func bytes(from sender: (name: String, address: MailAddress), at seconds: Int) -> [UInt8] {
        let headers = [
            "Date: \(MailMessage.date(seconds))",
            "From: \(HeaderText.phrase(sender.name)) <\(sender.address)>",
            "To: <\(to)>",
            "Subject: \(HeaderText.encoded(subject))",
            "Message-ID: <\(reference)@\(sender.address.domain)>",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
            // RFC 3834: no answering machine answers.
            "Auto-Submitted: auto-generated",
        ]
        return Array((headers.joined(separator: "\r\n") + "\r\n\r\n" + QuotedPrintable.encoded(text) + "\r\n").utf8)
    }

    /// `Mon, 15 Feb 2021 08:00:00 +0000`
    static func date(_ seconds: Int) -> String {
        let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
        let day = Day(number: Int32(days)).components
        // 1970-01-01 was a Thursday.
        let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][days % 7]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let time = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(weekday), \(day.day) \(months[day.month - 1]) \(day.year) \(time.joined(separator: ":")) +0000"
    }
}
