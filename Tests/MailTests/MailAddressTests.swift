import Testing

@testable import Mail

@Suite("Addresses of electronic mail") struct MailAddressTests {
    @Test(
        "an address that may stand in an envelope",
        arguments: [
            "a@b.fr", "prenom.nom@ddpp.exemple.fr", "o'neil+vigie@xn--bcher-kva.example", " espaces@exemple.fr ",
        ])
    func accepted(text: String) {
        #expect(MailAddress(text)?.description == text.filter { $0 != " " })
    }

    @Test(
        "anything else is refused, above all what could become another header or another command",
        arguments: [
            "", "a", "@b.fr", "a@", "a@b", "a@@b.fr", "a@b..fr", ".a@b.fr", "a.@b.fr", "a b@c.fr", "a@b .fr",
            "a@b.fr\r\nBcc: x@y.fr", "a@b.fr>\r\nRCPT TO:<x@y.fr", "<a@b.fr>", "a@b.fr,c@d.fr", "\"a\"@b.fr",
            "é@b.fr", "a@é.fr", "a@-b.fr", "a@b-.fr", "a@[127.0.0.1]", "a@b.fr\u{0}", "a\t@b.fr",
            String(repeating: "a", count: 65) + "@b.fr",
            "a@" + String(repeating: "abcdefghi.", count: 26) + "fr",
        ])
    func refused(text: String) {
        #expect(MailAddress(text) == nil)
    }
}
