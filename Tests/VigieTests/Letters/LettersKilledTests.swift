import Foundation
import Kernel
import Prophylaxis
import Store
import TestSupport
import Testing

/// A batch of letters, killed at whatever moment, leaves whole letters; the same command writes and hands out the rest.
@Suite(.serialized) struct LettersKilledTests {
    /// Several transactions of letters.
    private static let herds = 320
    private static let command = [
        "letter", "write", "information-campagne", "--department", "63", "--all", "--joined",
    ]

    private static func fill(_ fixture: Fixture, _ connection: Connection) throws {
        try connection.execute(
            """
            INSERT INTO organisation (id, kind, code, name, department, town)
            VALUES (900000, 'delegate-section', 'GDS63', 'GDS', '63', 'VILLENEUVE')
            """)
        let campaign = try fixture.campaign(CampaignParameters(department: "63", prophylaxisYear: 2021))
        let veterinarian = try fixture.veterinarian()
        for index in 0..<herds {
            let herd = try fixture.herd(in: fixture.holding(ResultScene.holding(index)))
            let intervention = try fixture.sampling(in: campaign, of: herd)
            try fixture.plan(visit: "2021-04-02", veterinarian: veterinarian, of: intervention)
        }
    }

    @Test(
        "PRO-112, PRO-162: a batch of letters killed at any moment is completed by the same command, each letter once",
        arguments: Engine.allCases)
    func killed(engine: Engine) async throws {
        try await ResultScene.with(engine, fill: Self.fill) { scene in
            let folder = "\(scene.folder)/lettres"
            let command = Self.command + ["--output", folder]
            var killed = 0
            var seen = 0
            // Every run goes on where the one before was ended; the first moments are those of its first chunks.
            for trial in 1...(KilledRun.trials + 2) {
                let moment = Duration.milliseconds(1 + 90 * (trial - 1))
                if try await scene.killed(command, after: moment) { killed += 1 }
                try await expectWholeLetters(scene, "after \(moment)")
                let letters = try await scene.count("SELECT count(*) FROM letter")
                #expect(letters >= seen, "nothing that was stored is lost")
                seen = letters
            }
            #expect(killed > 0)
            // As if the last kill had come between storing and handing out.
            if FileManager.default.fileExists(atPath: folder) { try FileManager.default.removeItem(atPath: folder) }
            let last = try await scene.vigie(command)
            #expect(last.status == 0, "\(last.complaint)")
            try await expectWholeLetters(scene, "at the end")
            #expect(try await scene.count("SELECT count(*) FROM letter") == Self.herds)
            try await expectEveryFile(scene, folder)
            let again = try await scene.vigie(command)
            #expect(
                again.text.hasPrefix(
                    "0 lettre(s) « Information sur la campagne » écrite(s). Déjà écrites : \(Self.herds), dont "
                        + "\(Self.herds) du jour ressortie(s)."), "\(again.text)")
        }
    }

    @Test("PRO-162: letters that were entered as sent are not handed out again", arguments: Engine.allCases)
    func sent(engine: Engine) async throws {
        try await ResultScene.with(engine, fill: Self.fill) { scene in
            let command = Self.command + ["--output", "\(scene.folder)/lettres"]
            try await scene.vigie(command)
            try await scene.vigie(["letter", "sent", "--department", "63", "--kind", "information-campagne"])
            let again = try await scene.vigie(command)
            #expect(again.text.contains("Déjà écrites : \(Self.herds). "), "\(again.text)")
        }
    }

    /// Every letter has its paper and its trace, each once.
    private func expectWholeLetters(_ scene: ResultScene, _ moment: Comment) async throws {
        let letters = try await scene.count("SELECT count(*) FROM letter")
        #expect(try await scene.count("SELECT count(DISTINCT intervention_id) FROM letter") == letters, moment)
        let traces = "SELECT count(*) FROM audit_detail WHERE outcome = 'information-campagne'"
        #expect(try await scene.count(traces) == letters, moment)
        let kept = """
            SELECT count(*) FROM letter l JOIN blob b ON b.digest = l.document_digest WHERE b.bytes IS NOT NULL
            """
        #expect(try await scene.count(kept) == letters, moment)
    }

    /// The folder has the stored bytes of every letter, and one file with all of them.
    private func expectEveryFile(_ scene: ResultScene, _ folder: String) async throws {
        let stored = try await scene.read { connection in
            try connection.all(
                """
                SELECT i.number, l.id, l.document_digest FROM letter l
                JOIN intervention i ON i.campaign_id = l.campaign_id AND i.id = l.intervention_id
                """
            ) { (name: "\($0.text(0))-information-campagne-\($0.int(1)).pdf", digest: $0.text(2)) }
        }
        var wrong: [String] = []
        for letter in stored {
            let bytes = try Data(contentsOf: URL(filePath: "\(folder)/\(letter.name)"))
            if ContentDigest(of: Array(bytes)).hex != letter.digest { wrong.append(letter.name) }
        }
        #expect(wrong.isEmpty)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(files.count == Self.herds + 1)
        let joined = try #require(files.first { $0.hasPrefix("lot-") })
        let pages = try await VigieProgram.shell("pdfinfo '\(folder)/\(joined)' | sed -n 's/^Pages: *//p'")
        #expect(pages.lines == [String(Self.herds)])
    }
}
