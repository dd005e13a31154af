import Foundation
import Kernel
import TestSupport
import Testing

/// The commands around the reception of results, with the real program.
@Suite struct ResultCommandTests {
    private func lines(_ scene: ResultScene, bad: Bool) throws -> String {
        let good = BadFiles.milk()
        return try scene.file("lait.txt", (bad ? good + BadFiles.milk(day: "2020-02-30") : good).utf8)
    }

    @Test("PRO-174: policy, import, acknowledgement, correction, acknowledgement", arguments: Engine.allCases)
    func milk(engine: Engine) async throws {
        try await ResultScene.with(engine, herds: 2, matrix: .milk) { scene in
            let common = ["--department", "63"]
            let policy = ["results", "policy", "LIAL99"] + common
            #expect(try await scene.vigie(policy).text == "LIAL99 : sans réglage.\n")
            let setting = ["results", "policy", "LIAL99", "line", "--justification", "Convention"] + common
            #expect(try await scene.vigie(setting).status == 1)
            #expect(try await scene.vigie(setting, as: "ddpp").text == "LIAL99 : line.\n")

            let sent = try await scene.vigie(BadFiles.command(.milk, try lines(scene, bad: true), scene))
            #expect(sent.status == 1)
            let run = try await scene.texts("SELECT CAST(id AS CHAR(20)) FROM import_run")[0]
                .trimmingCharacters(in: .whitespaces)
            let given = try await scene.vigie(["results", "acknowledgement", run] + common)
            #expect(given.status == 0, "\(given.complaint)")
            #expect(given.text.contains("verdict=partial, lines=2, accepted=1, refused=1"))
            #expect(given.text.contains("2;refused;date-impossible"))
            let fixed = BadFiles.milk(day: "2020-11-20").trimmingCharacters(in: .newlines)
            let replay = try await scene.vigie(
                [
                    "results", "replay", run, "--line", "2", "--with", fixed, "--fictitious", "--profile",
                    "\(scene.folder)/profil.toml",
                ] + common)
            #expect(replay.status == 0, "\(replay.complaint)")
            let path = "\(scene.folder)/accuse.json"
            let last = try await scene.vigie(
                ["results", "acknowledgement", run, "--json", "--output", path] + common)
            #expect(last.status == 0)
            #expect(try String(contentsOfFile: path, encoding: .utf8).contains(#""verdict" : "accepted""#))
        }
    }

    @Test("PRO-216: a malfunction is noted and listed", arguments: Engine.allCases)
    func dysfunction(engine: Engine) async throws {
        try await ResultScene.with(engine, herds: 1, matrix: .milk) { scene in
            let common = ["--department", "63"]
            let added = try await scene.vigie(
                [
                    "results", "dysfunction", "add", "milk-not-sent", "--concerned", "LIAL99", "--note",
                    "Pas de fichier en novembre",
                ] + common)
            #expect(added.status == 0, "\(added.complaint)")
            let nowhere = try await scene.vigie(["results", "dysfunction", "add", "ABSRAP", "--note", "x"] + common)
            #expect(nowhere.complaint.contains("[dysfunction-intervention-needed]"))
            let listed = try await scene.vigie(["results", "dysfunction"] + common)
            #expect(listed.text.contains("LIAL99  fichier INFOLABO non transmis"))
            #expect(listed.lines.last == "1 dysfonctionnement(s).")
        }
    }

    @Test(
        "The audit is listed and verified by those who may; a head kept elsewhere proves it", arguments: Engine.allCases
    )
    func audit(engine: Engine) async throws {
        try await ResultScene.with(engine, herds: 1, matrix: .milk) { scene in
            _ = try await scene.vigie(BadFiles.command(.milk, try lines(scene, bad: false), scene))
            let filters = ["--actor", "gds", "--intention", "results", "--subject", "import", "--from", "2020"]
            let list = try await scene.vigie(["audit", "list", "--department", "63"] + filters, as: "ddpp")
            #expect(list.lines.count == 1, "\(list.text)\(list.complaint)")
            #expect(list.text.contains("results.import-milk"))
            let entry = list.text.split(separator: "\t").first.map(String.init) ?? ""
            let shown = try await scene.vigie(["audit", "show", entry, "--department", "63"], as: "ddpp")
            #expect(shown.text.contains("acknowledgement\taccepted\t"))
            #expect(try await scene.vigie(["audit", "list", "--department", "63"]).status == 1)
            #expect(try await scene.vigie(["audit", "verify"]).status == 1)
            let verified = try await scene.vigie(["audit", "verify", "--seal"], as: "ddpp")
            #expect(verified.status == 0, "\(verified.complaint)")
            let head = try #require(verified.lines.last)
            #expect(head.hasPrefix("vigie-audit:1:"))
            #expect(try await scene.vigie(["audit", "verify", "--head", head], as: "ddpp").status == 0)
            let other = "vigie-audit:1:" + String(repeating: "0", count: 64)
            let refused = try await scene.vigie(["audit", "verify", "--head", other], as: "ddpp")
            #expect(refused.status == 1 && refused.complaint.contains("[audit-head-unknown]"))
        }
    }
}
