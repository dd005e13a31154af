import TestSupport
import Testing

@testable import Mail

/// Against a mail server that nobody here wrote.
@Suite("Issue 3 §5: sending by SMTP") struct MailClientTests {
    private func server(
        _ port: Int, _ security: MailServer.Security, trusting authorities: String? = nil,
        login: (name: String, password: String)? = nil, host: String = "localhost"
    ) throws -> MailServer {
        let sender = (name: "Vigie, département 63", address: try #require(MailAddress("vigie@exemple.fr")))
        var server = try MailServer(host, port: port, security, from: sender)
        server.authorities = authorities
        server.login = login
        server.connectSeconds = 5
        server.longestSeconds = 8
        return server
    }

    private func fault(_ server: MailServer, to address: String = "opi@exemple.fr") async throws -> MailFault? {
        let message = MailMessage(
            to: try #require(MailAddress(address)), subject: "Résultat non négatif, département 63",
            text: "Bonjour,\n\n.une ligne qui commence par un point\nÉté\n", reference: "n7.abc")
        do {
            try await MailClient(server).send(message, at: 1_613_376_000)
            return nil
        } catch let fault as MailFault {
            return fault
        }
    }

    @Test("plain to this machine: the message comes as it was written, accents and lone points too")
    func plain() async throws {
        try await MailKeeper.run { keeper in
            #expect(try await fault(try server(keeper.port, .none)) == nil)
            let mail = try #require(try keeper.mails().first)
            #expect(mail.from == "vigie@exemple.fr" && mail.to == ["opi@exemple.fr"] && !mail.tls)
            #expect(mail.subject == "Résultat non négatif, département 63")
            #expect(mail.text.hasPrefix("Bonjour,\r\n\r\n.une ligne qui commence par un point\r\nÉté\r\n"))
            #expect(mail.header("Message-ID") == ["<n7.abc@exemple.fr>"])
        }
    }

    @Test(
        "TLS from the first byte and after STARTTLS, with a password",
        arguments: [(MailKeeper.Security.tls, MailServer.Security.tls), (.starttls, .startTLS)])
    func secure(kept: MailKeeper.Security, used: MailServer.Security) async throws {
        try await MailKeeper.run(kept, login: ("vigie", "sésame: é")) { keeper in
            let right = try server(
                keeper.port, used, trusting: keeper.authority, login: ("vigie", "sésame: é"))
            #expect(try await fault(right) == nil)
            let mail = try #require(try keeper.mails().first)
            #expect(mail.tls && mail.login == "vigie")
            let wrong = try server(keeper.port, used, trusting: keeper.authority, login: ("vigie", "faux"))
            #expect(try await fault(wrong) == .notNow(.loginRefused))
            let stranger = try server(keeper.port, used, login: ("vigie", "sésame: é"))
            #expect(try await fault(stranger) == .notNow(.insecure), "its certificate is not trusted")
            #expect(try keeper.mails().count == 1)
        }
    }

    @Test("nothing is sent in the clear to a server that offers no TLS")
    func noTLS() async throws {
        try await MailKeeper.run { keeper in
            let asking = try server(keeper.port, .startTLS, login: ("vigie", "secret"))
            #expect(try await fault(asking) == .notNow(.insecure))
            #expect(try keeper.mails().isEmpty)
        }
    }

    @Test(
        "what the server answers decides between giving up and trying again",
        arguments: [
            ("refused@exemple.fr", MailFault.refused(550)), ("spam@exemple.fr", .refused(554)),
            ("later@exemple.fr", .notNow(.answered(451))), ("slow@exemple.fr", .notNow(.tooSlow)),
        ])
    func answers(address: String, expected: MailFault) async throws {
        try await MailKeeper.run { keeper in
            let answer = try await fault(try server(keeper.port, .none), to: address)
            #expect(answer == expected)
        }
    }

    @Test("no server: later")
    func down() async throws {
        var port = 0
        try await MailKeeper.run { port = $0.port }
        #expect(try await fault(try server(port, .none)) == .notNow(.unreachable))
    }

    @Test("plain is for this machine only, and a host is a name or an address")
    func settings() {
        #expect(throws: MailServer.Fault.plainBeyondThisMachine) { try server(25, .none, host: "mail.exemple.fr") }
        for host in ["", "a b", "a/b", "a@b", "mail\r\n", "é.fr"] {
            #expect(throws: MailServer.Fault.hostUnfit) { try server(25, .tls, host: host) }
        }
    }
}
