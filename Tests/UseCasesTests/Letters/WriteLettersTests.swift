import Documents
import Kernel
import Prophylaxis
import Store
import TestSupport
import Testing
import UseCases

@Suite struct WriteLettersTests {
    @Test("PRO-253: the reminder says what is missing, until when and what follows", arguments: Engine.allCases)
    func unfinished(engine: Engine) async throws {
        try await EvaluationScene.letters(engine) { scene in
            let tray = LetterTray()
            let outcome = try await scene.write(.reminderUnfinished, tray) { $0.target = .workList(.unfinished) }
            #expect(outcome.written == 1)
            let words = try scene.words(tray)
            #expect(words.contains("Bovins restant à prélever ou à tester pour brucellose : 4, sur 12 demandés."))
            #expect(words.contains("a commencé le 2 novembre 2020"))
            #expect(words.contains("au plus tard le 31 janvier 2021"))
            #expect(words.contains("GAEC des Trois Chênes Jean Fictif Le Bourg 99120 SAINT-EXEMPLE"))
            #expect(words.contains("VILLENEUVE, le 12 janvier 2021"))
            #expect(words.contains("Copie : Dr Hélène Martin"))
            #expect(words.contains("arrêté du 22 avril 2008"))
            #expect(words.contains("GDS63@exemple.invalid"))
        }
    }

    @Test("Written once: the list skips what has had its letter, --again writes another", arguments: Engine.allCases)
    func once(engine: Engine) async throws {
        try await EvaluationScene.letters(engine) { scene in
            #expect(try await scene.write(.reminderUnfinished).written == 1)
            let second = try await scene.write(.reminderUnfinished)
            #expect((second.written, second.skipped) == (0, 1))
            let named = try await scene.write(.reminderUnfinished) { $0.target = .interventions([scene.number]) }
            #expect(EvaluationScene.codes(named) == ["letter-already-written"])
            #expect(!named.isRefused)
            #expect(try await scene.write(.reminderUnfinished) { $0.again = true }.written == 1)
            #expect(try await scene.letterRegister().count == 2)
        }
    }

    @Test("A dry run says what would be written and writes nothing", arguments: Engine.allCases)
    func dryRun(engine: Engine) async throws {
        try await EvaluationScene.letters(engine) { scene in
            let tray = LetterTray()
            let outcome = try await scene.write(.reminderUnfinished, tray) { $0.isDryRun = true }
            #expect(outcome.table.rows == [["", scene.number, "99000001", "BRU", "2021-01-31"]])
            #expect(tray.files.isEmpty)
            #expect(try await scene.letterRegister().isEmpty)
        }
    }

    @Test("PRO-162: the register keeps each letter, whose bytes come out again the same", arguments: Engine.allCases)
    func reprint(engine: Engine) async throws {
        try await EvaluationScene.letters(engine) { scene in
            let (first, again) = (LetterTray(), LetterTray())
            _ = try await scene.write(.reminderUnfinished, first)
            let entry = try #require(try await scene.letterRegister().first)
            #expect(entry["titre"] == LetterKind.reminderUnfinished.title)
            #expect(entry["destinataire"] == "99000001")
            #expect(entry["copie"] == "Dr Hélène Martin")
            #expect(entry["envoyee_le"] == "")
            let id = try #require(entry["lettre"].flatMap { Int64($0) })
            var filter = LetterFilter()
            filter.ids = [id]
            // The register changes meanwhile: what was issued does not.
            try await scene.database.write { try $0.execute("UPDATE holding SET name = 'Autre nom'") }
            let reprint = ReprintLetters(campaign: EvaluationScene.selector, filter: filter, emit: again.put)
            #expect(try await scene.perform(reprint) == 1)
            #expect(again.files == first.files)
            filter.ids = [id, 77]
            let unknown = ReprintLetters(campaign: EvaluationScene.selector, filter: filter, emit: again.put)
            #expect(try await scene.refusals { _ = try await scene.perform(unknown) } == ["letter-unknown"])
        }
    }

    @Test("PRO-162: the day of sending is entered once, not before the letter nor tomorrow", arguments: Engine.allCases)
    func sent(engine: Engine) async throws {
        try await EvaluationScene.letters(engine) { scene in
            _ = try await scene.write(.reminderUnfinished)
            let id = try #require(try await scene.letterRegister().first?["lettre"].flatMap { Int64($0) })
            func send(_ on: String) async throws -> [String] {
                var filter = LetterFilter()
                filter.ids = [id]
                let useCase = MarkLettersSent(campaign: EvaluationScene.selector, filter: filter, on: day(on))
                return try await scene.perform(useCase, today: "2021-01-14").findings.map(\.code)
            }
            #expect(try await send("2021-01-11") == ["letter-sent-too-early"])
            #expect(try await send("2021-01-15") == ["letter-sent-too-early"])
            #expect(try await send("2021-01-13") == [])
            #expect(try await send("2021-01-14") == ["letter-already-sent"])
            #expect(try await scene.letterRegister().map { $0["envoyee_le"] } == ["2021-01-13"])
            #expect(try await scene.letterRegister { $0.isUnsent = true }.isEmpty)
        }
    }

    @Test("PRO-282, decision 23: after the campaign's end only the authority reminds", arguments: Engine.allCases)
    func afterTheEnd(engine: Engine) async throws {
        try await EvaluationScene.letters(engine) { scene in
            let codes = try await scene.refusals {
                _ = try await scene.write(.reminderUnfinished, today: "2021-05-01") {
                    $0.target = .interventions([scene.number])
                }
            }
            #expect(codes == ["letter-authority-only"])
            let tray = LetterTray()
            let late = try await scene.write(.reminderUnfinished, tray, as: .authority, today: "2021-05-01") {
                $0.target = .interventions([scene.number])
            }
            #expect(EvaluationScene.codes(late) == ["letter-limit-missing"])
            let outcome = try await scene.write(.reminderUnfinished, tray, as: .authority, today: "2021-05-01") {
                $0.target = .interventions([scene.number])
                $0.by = day("2021-05-20")
            }
            #expect(outcome.written == 1)
            let words = try scene.words(tray)
            #expect(words.contains("au plus tard le 20 mai 2021"))
            #expect(words.hasPrefix("DDPP du Puy-de-Dôme"))
        }
    }

    @Test("PRO-251: a herd not started is reminded with the last day", arguments: Engine.allCases)
    func notStarted(engine: Engine) async throws {
        let none: [String?] = [nil, nil, nil]
        try await EvaluationScene.letters(engine, brucellosis: none, leukosis: none) { scene in
            try await scene.database.write { try $0.execute("DELETE FROM visit") }
            let tray = LetterTray()
            #expect(try await scene.write(.reminderNotStarted, tray, today: "2021-02-27").written == 0)
            #expect(try await scene.write(.reminderNotStarted, tray, today: "2021-02-28").written == 1)
            let words = try scene.words(tray)
            #expect(words.contains("un dépistage y est demandé pour : brucellose et leucose."))
            #expect(words.contains("La date limite de réalisation est fixée au 30 avril 2021."))
        }
    }

    @Test("PRO-112: every keeper gets the information letter before the campaign's visits", arguments: Engine.allCases)
    func information(engine: Engine) async throws {
        try await EvaluationScene.letters(engine) { scene in
            let tray = LetterTray()
            #expect(try await scene.write(.campaignInformation, tray, today: "2020-10-01").written == 1)
            let words = try scene.words(tray)
            #expect(words.contains("campagne 2020-2021"))
            #expect(words.contains("votre vétérinaire sanitaire, Dr Hélène Martin"))
        }
    }

    @Test("A letter without ground, for an unknown intervention or from another list is refused")
    func refusals() async throws {
        try await EvaluationScene.letters(.sqlite) { scene in
            let none = try await scene.write(.reminderNotStarted) { $0.target = .interventions([scene.number]) }
            #expect(EvaluationScene.codes(none) == ["letter-no-ground"])
            let unknown = try await scene.refusals {
                _ = try await scene.write(.reminderUnfinished) { $0.target = .interventions(["999999999999"]) }
            }
            #expect(unknown == ["letter-intervention-unknown"])
            let list = try await scene.refusals {
                _ = try await scene.write(.reminderUnfinished) { $0.target = .workList(.retests) }
            }
            #expect(list == ["letter-list-unfit"])
            let past = try await scene.refusals {
                _ = try await scene.write(.reminderUnfinished) { $0.by = day("2021-01-11") }
            }
            #expect(past == ["letter-limit-past"])
            let role = try await scene.refusals {
                _ = try await scene.write(.reminderUnfinished, as: .laboratory)
            }
            #expect(role == ["role-may-not"])
        }
    }

    @Test("A batch also comes as one file to print, and as one file of copies for each veterinarian")
    func together() async throws {
        try await EvaluationScene.letters(.sqlite) { scene in
            let tray = LetterTray()
            _ = try await scene.write(.reminderUnfinished, tray) {
                $0.isJoined = true
                $0.withCopies = true
            }
            #expect(
                tray.names.dropFirst() == [
                    "lot-rappel-90-jours-2021-01-12.pdf", "copies-99001-rappel-90-jours-2021-01-12.pdf",
                ])
            #expect(try text(ofPDF: tray.files[1].bytes) == text(ofPDF: tray.files[0].bytes))
        }
    }
}
