import Testing

@testable import Mail

@Suite("Messages") struct MailMessageTests {
    private func lines(_ subject: String, _ text: String = "Bonjour.\n", name: String = "Vigie") throws -> [String] {
        let sender = (name, try #require(MailAddress("vigie@exemple.fr")))
        let message = MailMessage(
            to: try #require(MailAddress("opi@exemple.fr")), subject: subject, text: text, reference: "n1.abc")
        return String(decoding: message.bytes(from: sender, at: 1_613_376_000), as: UTF8.self)
            .split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test("date, sender, recipient and a Message-ID that is the reference")
    func headers() throws {
        let lines = try lines("Essai")
        #expect(lines.contains("Date: Mon, 15 Feb 2021 08:00:00 +0000"))
        #expect(lines.contains("From: \"Vigie\" <vigie@exemple.fr>"))
        #expect(lines.contains("To: <opi@exemple.fr>"))
        #expect(lines.contains("Subject: Essai"))
        #expect(lines.contains("Message-ID: <n1.abc@exemple.fr>"))
    }

    @Test(
        "whatever stands in a subject or a name, it adds no header and every line is short ASCII",
        arguments: [
            "x\r\nBcc: voleur@exemple.org", "x\nBcc: y", "x\u{0}y", "=?UTF-8?B?eA==?=", "a\u{2028}b", "\u{202E}abc",
            String(repeating: "été ", count: 2500), "\\\"quote", "🐄 vache",
        ])
    func hostile(text: String) throws {
        let lines = try lines(text, text, name: text)
        let head = lines.prefix { !$0.isEmpty }
        let names = head.filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } }
        #expect(
            names == [
                "Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type",
                "Content-Transfer-Encoding", "Auto-Submitted",
            ])
        #expect(lines.allSatisfy { $0.utf8.count <= 120 && $0.utf8.allSatisfy { (32...126).contains($0) } })
        #expect(!lines.joined().contains("\n"))
    }

    @Test(
        "Base64 as RFC 4648 has it",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"), ("é🐄", "w6nwn5CE"),
        ])
    func base64(text: String, encoded: String) {
        #expect(Base64.text(Array(text.utf8)) == encoded)
    }

    @Test("a body keeps its lines and its spaces")
    func body() {
        #expect(QuotedPrintable.encoded("Été = fin \n.\n") == "=C3=89t=C3=A9 =3D fin=20\r\n.\r\n")
        let long = QuotedPrintable.encoded(String(repeating: "é", count: 100))
        #expect(long.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 76 })
    }
}
