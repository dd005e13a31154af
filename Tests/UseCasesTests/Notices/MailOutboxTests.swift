import Kernel
import Register
import Store
import TestSupport
import Testing

@testable import UseCases

/// The outbox emptied by workers into a mail server that nobody here wrote.
@Suite("Issue 3 §5: mails") struct MailOutboxTests {
    typealias Line = BloodDesk.Line

    private func states(_ scene: NoticeScene) async throws -> [String] {
        try await scene.notices().filter { $0.contains(" mail ") }
    }

    @Test(
        "CAL-42: each person gets one mail, that says what kind of thing, where, and nothing else",
        arguments: Engine.allCases)
    func sent(engine: Engine) async throws {
        try await MailKeeper.run { keeper in
            try await NoticeScene.run(engine) { scene in
                try scene.sendMail(by: keeper.port)
                try await scene.database.write { connection in
                    try connection.execute("UPDATE campaign SET name = ?", [.text("été\r\nBcc: x@y.fr")])
                    try connection.execute("UPDATE user_account SET name = ?", [.text("x\r\nBcc: voleur@y.fr")])
                }
                _ = try await scene.desk.send([Line(interpretation: "POS")])
                #expect(try await scene.worker().runDue() == 3)
                #expect(try await scene.worker().runDue() == 0)
                let mails = try keeper.mails()
                #expect(
                    mails.map(\.to).sorted { $0[0] < $1[0] } == [
                        ["dd63@exemple.fr"], ["opi63@exemple.fr"], ["opi@exemple.fr"],
                    ])
                #expect(try await states(scene) == ["dd63 mail done", "opi mail done", "opi63 mail done"])
                let mail = try #require(mails.first)
                #expect(mail.subject.hasPrefix("Vigie : Résultat non négatif, Campagne 2020-2021 (été"))
                #expect(mail.header("Bcc").isEmpty && mail.header("To").count == 1)
                #expect(mail.text.contains("https://vigie.exemple.fr/avertissements/"))
                let numbers = [
                    scene.desk.number, BloodDesk.animal(0), "FR9900", "99000001", "POS", "fictive", "Bcc: v",
                ]
                for number in numbers { #expect(!mail.content.contains(number) && !mail.text.contains(number)) }
                #expect(Set(mails.flatMap { $0.header("Message-ID") }).count == 3)
            }
        }
    }

    static let hostile = [
        "x\r\nBcc: voleur@exemple.org\r\n\r\nVotre mot de passe a expiré : https://voleur.exemple.org",
        ".\r\nRSET\r\nMAIL FROM:<a@b.fr>", "\u{202E}gro.elpmexe\u{202C}\u{2066}", "a\u{2028}b\u{85}c\u{0}d",
        "<script>alert(1)</script>", String(repeating: "é", count: 10_000),
        "e" + String(repeating: "\u{301}", count: 10_000), "=?UTF-8?B?eA==?=", "\\\"\\", "🐄",
    ]

    /// As a mail server and a reader of mail see it.
    private func expectHarmless(_ mail: MailKeeper.Mail, to address: String) {
        let parts = mail.content.components(separatedBy: "\r\n\r\n")
        let head = parts[0].components(separatedBy: "\r\n")
        #expect(
            head.filter { !$0.hasPrefix(" ") }.map { String($0.prefix { $0 != ":" }) } == [
                "Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type",
                "Content-Transfer-Encoding", "Auto-Submitted",
            ])
        #expect(mail.to == [address] && mail.header("To") == ["<\(address)>"])
        let lines = mail.content.components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 100 && $0.utf8.allSatisfy { (32...126).contains($0) } })
        #expect(mail.content.utf8.count < 6_000, "\(mail.content.utf8.count)")
        let turning: [Unicode.Scalar] = ["\u{202E}", "\u{202C}", "\u{2066}", "\u{2028}", "\u{85}", "\u{0}"]
        let shown = (mail.subject + mail.text).unicodeScalars
        #expect(!shown.contains { turning.contains($0) })
        // Whatever was added to the text stands in the one line of the place.
        let body = mail.text.components(separatedBy: "\r\n")
        #expect(body.count { $0.hasPrefix("– ") } == 1)
        #expect(body.allSatisfy { !$0.hasPrefix("Votre mot") && !$0.hasPrefix("RSET") })
        #expect(mail.header("Content-Type") == ["text/plain; charset=utf-8"])
    }

    @Test("hostile names: no header, no line, no recipient is added, and no mail grows long", arguments: hostile)
    func hostileNames(text: String) async throws {
        try await MailKeeper.run { keeper in
            try await NoticeScene.run(.sqlite) { scene in
                try scene.sendMail(by: keeper.port, as: text)
                try await scene.database.write { connection in
                    // No database takes a zero; the sender's name has it all the same.
                    let name = text.replacing("\u{0}", with: " ")
                    try connection.execute("UPDATE user_account SET name = ?", [.text(name)])
                    try connection.execute("UPDATE campaign SET name = ?", [.text(name)])
                }
                _ = try await scene.desk.send([Line(interpretation: "POS")])
                #expect(try await scene.worker().runDue() == 3)
                let mails = try keeper.mails()
                #expect(mails.count == 3)
                for mail in mails { expectHarmless(mail, to: try #require(mail.to.first)) }
            }
        }
    }

    @Test("who may not act any more is told so, at its address, and is sent to no page", arguments: Engine.allCases)
    func disabledAccount(engine: Engine) async throws {
        try await MailKeeper.run { keeper in
            try await NoticeScene.run(engine) { scene in
                try scene.sendMail(by: keeper.port)
                try await ChangeAccount(login: "opi63", .disable).perform(scene.context("admin"))
                #expect(try await scene.worker().runDue() == 1)
                let mail = try #require(try keeper.mails().first)
                #expect(mail.to == ["opi63@exemple.fr"] && mail.subject == "Vigie : Compte désactivé")
                #expect(!mail.text.contains("http"))
                // Disabled again, nothing has changed.
                try await ChangeAccount(login: "opi63", .disable).perform(scene.context("admin"))
                #expect(try await scene.worker().runDue() == 0)
                try await ChangeAccount(login: "opi63", .enable).perform(scene.context("admin"))
                #expect(try await scene.worker().runDue() == 1)
                #expect(try keeper.mails().last?.subject == "Vigie : Compte réactivé")
                #expect(try await scene.seen("opi63") == ["account-enabled", "account-disabled"])
            }
        }
    }

    @Test("a process that dies after sending sends again under the same Message-ID", arguments: Engine.allCases)
    func died(engine: Engine) async throws {
        try await MailKeeper.run { keeper in
            try await NoticeScene.run(engine) { scene in
                try scene.sendMail(by: keeper.port)
                _ = try await scene.desk.send([Line(interpretation: "POS")])
                _ = try await scene.worker().runDue()
                // As it stands when the note of the sending was never written.
                try await scene.database.write { connection in
                    try connection.execute("UPDATE notice SET state = 'waiting' WHERE channel = 'mail'")
                    try connection.execute("UPDATE job SET state = 'queued' WHERE kind = 'mail'")
                }
                #expect(try await scene.worker().runDue() == 3)
                let identities = try keeper.mails().flatMap { $0.header("Message-ID") }
                #expect(identities.count == 6 && Set(identities).count == 3)
            }
        }
    }

    @Test(
        "an address that the server refuses is given up at once, and the administrator sees it",
        arguments: Engine.allCases)
    func refusedAddress(engine: Engine) async throws {
        try await MailKeeper.run { keeper in
            try await NoticeScene.run(engine) { scene in
                try scene.sendMail(by: keeper.port)
                try await scene.database.write { try $0.setMail("refused@exemple.fr", of: "dd63") }
                _ = try await scene.desk.send([Line(interpretation: "POS")])
                _ = try await scene.worker().runDue()
                #expect(try await states(scene) == ["dd63 mail failed", "opi mail done", "opi63 mail done"])
                let admin = try await scene.context("admin")
                let health = try await SystemHealth.read(for: admin.actor, scene.installation)
                #expect(health.mail.counts.failed == 1 && health.mail.counts.sent == 2)
                #expect(health.mail.failures.map(\.fault) == ["refused-550"])
                // The address is put right, and the job is tried again.
                try await scene.database.write { try $0.setMail("dd63@exemple.fr", of: "dd63") }
                let job = try #require(try await ListJobs(states: [.failed]).perform(admin).first)
                try await ChangeJob(job.row.id, .retry).perform(admin)
                _ = try await scene.worker().runDue()
                #expect(try await states(scene).contains("dd63 mail done"))
            }
        }
    }

    @Test(
        "a server that is down: later and later, then given up and told to the administrator; back in time, all goes",
        arguments: Engine.allCases)
    func down(engine: Engine) async throws {
        var port = 0
        try await MailKeeper.run { port = $0.port }
        try await NoticeScene.run(engine) { [port] scene in
            try scene.sendMail(by: port)
            let worker = scene.worker { $0.mostAttempts = 1 }
            try await ChooseNotices(inApp: [], byMail: []).perform(scene.context("opi"))
            try await ChooseNotices(inApp: [], byMail: []).perform(scene.context("opi63"))
            _ = try await scene.desk.send([Line(interpretation: "POS")])
            var pauses: [Int] = []
            for attempt in 1...3 {
                #expect(try await worker.runDue() == 1, "attempt \(attempt)")
                #expect(try await worker.runDue() == 0, "it waits")
                let due = try await scene.desk.count("SELECT due_at FROM job WHERE kind = 'mail'")
                pauses.append(due - scene.clock.now)
                scene.clock.advance(pauses.last ?? 0)
            }
            #expect(pauses == [60, 120, 240])
            #expect(try await scene.notices() == ["dd63 app waiting", "dd63 mail waiting"])
            let admin = try await scene.context("admin")
            let meanwhile = try await SystemHealth.read(for: admin.actor, scene.installation)
            #expect(!meanwhile.mail.isLate)
            let last = try await worker.runDue()
            #expect(last == 1)
            #expect(try await scene.notices() == ["dd63 app waiting", "dd63 mail failed"])
            let health = try await SystemHealth.read(for: admin.actor, scene.installation)
            #expect(health.mail.failures.map(\.fault) == ["unreachable"])
            let job = try #require(try await ListJobs(states: [.failed]).perform(admin).first)
            try await ChangeJob(job.row.id, .retry).perform(admin)
            try await MailKeeper.run(at: port) { keeper in
                let tried = try await worker.runDue()
                #expect(tried == 1)
                let mails = try keeper.mails()
                #expect(mails.count == 1)
            }
            #expect(try await scene.notices().last == "dd63 mail done")
        }
    }

    @Test("what is not to be known any more, or no news any more, does not go", arguments: Engine.allCases)
    func withdrawn(engine: Engine) async throws {
        try await MailKeeper.run { keeper in
            try await NoticeScene.run(engine) { scene in
                try scene.sendMail(by: keeper.port)
                _ = try await scene.desk.send([Line(interpretation: "POS")])
                try await scene.database.write { connection in
                    try connection.setRights(of: "dd63", role: .authority, scope: .departments(["15"]))
                    try connection.disableAccount("opi63", at: testTime)
                    try connection.setMail(nil, of: "opi")
                }
                #expect(try await scene.worker().runDue() == 3)
                #expect(
                    try await states(scene) == ["dd63 mail withdrawn", "opi mail withdrawn", "opi63 mail withdrawn"])
                try await scene.database.write { try $0.setMail("opi@exemple.fr", of: "opi") }
                _ = try await scene.desk.send(
                    [Line(animal: BloodDesk.animal(1), interpretation: "POS")], reference: "R2")
                scene.clock.advance(MailWork.freshSeconds + 100_000)
                _ = try await scene.worker().runDue()
                #expect(try await states(scene).contains("opi mail expired"))
                #expect(try keeper.mails().isEmpty)
            }
        }
    }

    @Test(
        "a mail whose job was cancelled is given up, and goes when the job is tried again",
        arguments: Engine.allCases)
    func cancelled(engine: Engine) async throws {
        try await MailKeeper.run { keeper in
            try await NoticeScene.run(engine) { scene in
                try scene.sendMail(by: keeper.port)
                try await scene.database.write { try $0.disableAccount("opi", at: testTime) }
                _ = try await scene.desk.send([Line(interpretation: "POS")])
                let admin = try await scene.context("admin")
                let jobs = try await ListJobs(states: [.queued]).perform(admin).map(\.row.id)
                for job in jobs { try await ChangeJob(job, .cancel).perform(admin) }
                #expect(try await states(scene) == ["dd63 mail failed", "opi63 mail failed"])
                for job in jobs { try await ChangeJob(job, .retry).perform(admin) }
                _ = try await scene.worker().runDue()
                #expect(try await states(scene) == ["dd63 mail done", "opi63 mail done"])
            }
        }
    }

    @Test("a process without a mail server leaves mails to those that have one", arguments: Engine.allCases)
    func noServer(engine: Engine) async throws {
        try await NoticeScene.run(engine) { scene in
            _ = try await scene.desk.send([Line(interpretation: "POS")])
            #expect(try await scene.worker().runDue() == 0)
            scene.clock.advance(4000)
            let admin = try await scene.context("admin")
            let health = try await SystemHealth.read(for: admin.actor, scene.installation)
            #expect(health.mail.isLate && health.mail.counts.waiting == 3 && health.mail.server == nil)
        }
    }

    @Test("the secret of a link is forgotten when its mail has gone", arguments: Engine.allCases)
    func secret(engine: Engine) async throws {
        try await MailKeeper.run { keeper in
            try await NoticeScene.run(engine) { scene in
                try scene.sendMail(by: keeper.port)
                try await ChangeOwnMail(.ask("nouvelle@exemple.fr")).perform(scene.context("dd63"))
                let row = try #require(try await scene.database.read { try $0.mailConfirmation(of: "dd63") })
                _ = try await scene.worker().runDue()
                let mail = try #require(try keeper.mails().first)
                #expect(mail.to == ["nouvelle@exemple.fr"])
                #expect(mail.text.contains("https://vigie.exemple.fr/compte/avertissements/adresse/\(row.token)"))
                #expect(try await scene.desk.count("SELECT count(*) FROM notice WHERE secret IS NOT NULL") == 0)
            }
        }
    }
}
