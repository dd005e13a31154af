import Foundation
import Store
import TestSupport
import Testing

/// Mail by the program as it is installed, into a mail server that nobody here wrote.
@Suite("Issue 3 §5: mail by the program", .serialized) struct MailCommandTests {
    private func file(_ folder: String, _ lines: [String]) throws -> String {
        let path = "\(folder)/mail.toml"
        let text = (["format = \"vigie-mail-1\"", "server = \"localhost\""] + lines).joined(separator: "\n") + "\n"
        try Data(text.utf8).write(to: URL(filePath: path))
        return path
    }

    private func plain(_ folder: String, _ keeper: MailKeeper) throws -> String {
        try file(folder, ["port = \(keeper.port)", "security = \"none\"", "from = \"vigie@exemple.fr\""])
    }

    @Test("a message of trial over TLS, with the password of a file, and of the environment")
    func trial() async throws {
        try await withTemporaryFolder { folder in
            try await MailKeeper.run(.starttls, login: ("vigie", "secret fictif")) { keeper in
                try Data("secret fictif\n".utf8).write(to: URL(filePath: "\(folder)/secret"))
                let common = [
                    "port = \(keeper.port)", "user = \"vigie\"", "from = \"vigie@exemple.fr\"",
                    "authorities = \"\(keeper.authority)\"",
                ]
                let path = try file(folder, common + ["passwordFile = \"\(folder)/secret\""])
                let sent = try await VigieProgram.run(["mail", "test", "moi@exemple.fr", "--mail", path])
                #expect(sent.status == 0 && sent.complaint.contains("[secret-file-exposed]"), "\(sent.complaint)")
                #expect(chmod("\(folder)/secret", 0o600) == 0)
                let quiet = try await VigieProgram.run(["mail", "test", "moi@exemple.fr", "--mail", path])
                #expect(quiet.status == 0 && quiet.complaint.isEmpty, "\(quiet.complaint)")
                let again = try await VigieProgram.run(
                    ["mail", "test", "moi@exemple.fr", "--mail", try file(folder, common)],
                    environment: ["VIGIE_MAIL_PASSWORD": "secret fictif"])
                #expect(again.status == 0, "\(again.complaint)")
                let wrong = try await VigieProgram.run(
                    ["mail", "test", "moi@exemple.fr", "--mail", path.replacing("mail.toml", with: "mail.toml")],
                    environment: ["VIGIE_MAIL_PASSWORD": "faux"])
                #expect(wrong.status == 1 && wrong.complaint.contains("login-refused"), "\(wrong.complaint)")
                #expect(!wrong.complaint.contains("faux") && !wrong.complaint.contains("secret fictif"))
                let mails = try keeper.mails()
                #expect(mails.count == 3 && mails.allSatisfy { $0.tls && $0.login == "vigie" })
                #expect(mails.first?.subject == "Vigie : Essai d'envoi")
            }
        }
    }

    @Test(
        "a file with a mistake says which",
        arguments: [
            (["from = \"vigie\""], "from"), (["from = \"v@e.fr\"", "security = \"ssl\""], "security"),
            (["from = \"v@e.fr\"", "user = \"vigie\""], "passwordFile"), (["from = \"v@e.fr\"", "port = 0"], "port"),
            (["from = \"v@e.fr\"", "authorities = \"/nulle/part.pem\""], "authorities"),
            (["from = \"v@e.fr\"", "sujet = \"x\""], "sujet"), ([], "from"),
        ])
    func mistakes(lines: [String], key: String) async throws {
        try await withTemporaryFolder { folder in
            let run = try await VigieProgram.run(
                ["mail", "test", "moi@exemple.fr", "--mail", try file(folder, lines)])
            #expect(run.status == 1 && run.complaint.contains(key), "\(run.complaint)")
        }
    }

    @Test(
        "the mail of a worker that is killed while it sends is sent again by another, under the same Message-ID",
        arguments: Engine.allCases)
    func killed(engine: Engine) async throws {
        try await ResultScene.with(engine, herds: 1, matrix: .blood) { scene in
            try await MailKeeper.run { keeper in
                let options = try await ready(scene, keeper)
                // The server has the message and has not answered yet.
                let first = try scene.worker(options)
                #expect(try await eventually(within: 30) { try keeper.mails().contains { $0.to == [Self.slow] } })
                #expect(try await first.kill())
                let second = try scene.worker(options)
                #expect(try await eventually(within: 60) { try await waiting(scene) == 0 })
                try await second.stop()
                let mails = try keeper.mails().filter { $0.subject.contains("Résultat non négatif") }
                let slow = mails.filter { $0.to == [Self.slow] }
                #expect(slow.count == 2 && Set(slow.flatMap { $0.header("Message-ID") }).count == 1)
                #expect(mails.count { $0.to == ["gds@exemple.fr"] } == 1)
                // Whoever works now has nothing left to send.
                let third = try await scene.vigie(["worker", "--once"] + options)
                #expect(third.status == 0, "\(third.complaint)")
                #expect(try keeper.mails().count { $0.subject.contains("Résultat non négatif") } == 3)
                #expect(try await scene.count("SELECT count(*) FROM notice_event WHERE kind = 'non-negative'") == 1)
                let told = try await scene.texts(
                    """
                    SELECT n.login FROM notice n JOIN notice_event e ON e.id = n.event_id
                    WHERE e.kind = 'non-negative' AND n.channel = 'mail' ORDER BY n.login
                    """)
                #expect(told == ["ddpp", "gds"])
            }
        }
    }

    @Test(
        "workers killed at whatever moment lose no mail, and what comes twice has one Message-ID",
        arguments: Engine.allCases)
    func killedAnywhere(engine: Engine) async throws {
        try await ResultScene.with(engine, herds: 1, matrix: .blood) { scene in
            try await MailKeeper.run { keeper in
                let options = try await ready(scene, keeper)
                for trial in 1...(2 * KilledRun.trials) {
                    let worker = try scene.worker(options)
                    try await Task.sleep(for: .milliseconds(100 + 37 * trial))
                    try await worker.kill()
                }
                let last = try scene.worker(options)
                #expect(try await eventually(within: 60) { try await waiting(scene) == 0 })
                try await last.stop()
                let mails = try keeper.mails().filter { $0.subject.contains("Résultat non négatif") }
                for address in [Self.slow, "gds@exemple.fr"] {
                    let own = mails.filter { $0.to == [address] }
                    #expect(!own.isEmpty && Set(own.flatMap { $0.header("Message-ID") }).count == 1)
                }
            }
        }
    }

    private static let slow = "slow@exemple.fr"

    /// A result that two people are to be told of by mail; the server takes its time with one of them.
    /// - Returns: what a worker must be told.
    private func ready(_ scene: ResultScene, _ keeper: MailKeeper) async throws -> [String] {
        let mail = try plain(scene.folder, keeper)
        for (login, address) in [("ddpp", Self.slow), ("gds", "gds@exemple.fr")] {
            let set = try await scene.vigie(["user", "mail", login, address], as: "admin")
            #expect(set.status == 0, "\(set.complaint)")
        }
        let report = try scene.bloodFile(1, herds: 1)
        let stored = try await scene.vigie(["results", "blood", report, "--department", "63", "--fictitious"])
        #expect(stored.status == 0, "\(stored.complaint)")
        return ["--mail", mail, "--public-address", "https://vigie.exemple.fr"]
    }

    private func waiting(_ scene: ResultScene) async throws -> Int {
        try await scene.count("SELECT count(*) FROM notice WHERE channel = 'mail' AND state <> 'done'")
    }
}
