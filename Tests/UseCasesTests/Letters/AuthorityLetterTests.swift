import Documents
import Kernel
import Prophylaxis
import Store
import TestSupport
import Testing
import UseCases

@Suite struct AuthorityLetterTests {
    private let onePositive: [String?] = Array(repeating: "NEG", count: 10) + ["POS", "DTX"]

    @Test("PRO-262: the notification of a retest names animals, delay, day and who pays", arguments: Engine.allCases)
    func retest(engine: Engine) async throws {
        try await EvaluationScene.letters(engine, brucellosis: onePositive) { scene in
            let tray = LetterTray()
            let none = try await scene.write(.retestNotification, tray, as: .authority) {
                $0.target = .interventions([scene.number])
            }
            #expect(EvaluationScene.codes(none) == ["letter-no-ground"])
            let order = OrderRetest(
                campaign: EvaluationScene.selector, intervention: scene.number, notifiedOn: day("2021-01-12"),
                dueBy: day("2021-02-15"))
            _ = try await scene.perform(order, as: .authority, today: "2021-01-12")
            let delegate = try await scene.refusals { _ = try await scene.write(.retestNotification) }
            #expect(delegate == ["role-may-not"])
            #expect(try await scene.write(.retestNotification, tray, as: .authority).written == 1)
            let words = try scene.words(tray)
            #expect(words.contains("1 résultat positif et 1 résultat douteux sur sang, prélevé le 2 novembre 2020"))
            #expect(words.contains("les bovins suivants : FR9900010010, FR9900010011."))
            #expect(words.contains("un délai de 34 jours à compter du 12 janvier 2021"))
            #expect(words.contains("au plus tard le 15 février 2021"))
            #expect(words.contains("Les frais sont à votre charge"))
            #expect(words.contains("Copie : Dr Hélène Martin ; GDS du Puy-de-Dôme"))
            #expect(words.contains("Lettre recommandée avec avis de réception"))
        }
    }

    static let followUps: [(kind: LetterKind, code: FollowUpCode, words: String)] = [
        (.warning, .warning, "je vous adresse le présent avertissement"),
        (.formalNotice, .formalNotice, "je vous mets en demeure"),
    ]

    @Test(
        "PRO-288, PRO-316, decision 22: warning and formal notice carry out a recorded follow-up on a report B",
        arguments: Engine.allCases, followUps)
    func followUp(engine: Engine, example: (kind: LetterKind, code: FollowUpCode, words: String)) async throws {
        try await EvaluationScene.letters(engine) { scene in
            _ = try await scene.write(.reminderUnfinished)
            try await scene.recompute(today: "2021-02-10")
            try await scene.evaluate([.brucellosis: .administrativeNonCompliance, .leukosis: .compliant])
            _ = try await scene.issue(today: "2021-02-10")
            let tray = LetterTray()
            func write() async throws -> WriteLetters.Outcome {
                try await scene.write(example.kind, tray, as: .authority, today: "2021-02-20") {
                    $0.target = .interventions([scene.number])
                    $0.by = day("2021-03-20")
                }
            }
            #expect(EvaluationScene.codes(try await write()) == ["letter-follow-up-missing"])
            let record = RecordFollowUp(
                campaign: EvaluationScene.selector, report: "RI-63-\(scene.number)", code: example.code)
            try await scene.perform(record, as: .authority, today: "2021-02-20")
            #expect(try await write().written == 1)
            let words = try scene.words(tray)
            #expect(words.contains(example.words))
            #expect(words.contains("n° RI-63-\(scene.number) du 10 février 2021"))
            #expect(words.contains("brucellose : 12 bovins demandés, 8 testés, première visite le 2 novembre 2020"))
            #expect(words.contains("arrêté du 22 avril 2008"))
            #expect(words.contains("« Rappel : prophylaxie à terminer dans les 90 jours » du 12 janvier 2021"))
            #expect(words.contains("au plus tard le 20 mars 2021"))
            #expect(try await write().skipped == 1)
        }
    }

    @Test("PRO-137: a visit outside the campaign is written with its period, to keeper, vet and delegate")
    func outside() async throws {
        try await EvaluationScene.letters(.sqlite) { scene in
            let herd = try #require(HerdReference("99000001/A"))
            let visit = try await scene.perform(
                PlanOutsideVisit(
                    selector: EvaluationScene.selector, herd: herd, plannedOn: day("2021-08-31"),
                    reason: "bovins présents de juin à août"),
                as: .authority, today: "2021-01-12")
            func write(_ tray: LetterTray, _ period: String?) async throws -> WriteLetters.Outcome {
                try await scene.write(.visitOutsideCampaign, tray, as: .authority) {
                    $0.period = period
                }
            }
            let tray = LetterTray()
            #expect(EvaluationScene.codes(try await write(tray, nil)) == ["letter-period-missing"])
            #expect(try await write(tray, "de juin à août").written == 1)
            let words = try scene.words(tray)
            #expect(words.contains("intervention \(visit.intervention.number)"))
            #expect(words.contains("présents à une autre période : de juin à août."))
            #expect(words.contains("au plus tard le 31 août 2021"))
            #expect(words.contains("Copie : Dr Hélène Martin ; GDS du Puy-de-Dôme"))
        }
    }

    @Test("PRO-194, PRO-183: the veterinarian is asked for a tuberculin report that has not come")
    func tuberculinReport() async throws {
        try await EvaluationScene.letters(.sqlite) { scene in
            let (campaign, intervention) = (scene.campaign, scene.intervention)
            let tray = LetterTray()
            #expect(try await scene.write(.tuberculinReportReminder, tray).written == 0)
            try await scene.database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO visit (campaign_id, intervention_id, visited_on, kind, source, recorded_by)
                    VALUES (?, ?, ?, 'injection', 'essai', 'essai')
                    """, [.int(campaign), .int(intervention), .day(day("2021-01-02"))])
            }
            #expect(try await scene.write(.tuberculinReportReminder, tray).written == 1)
            let words = try scene.words(tray)
            #expect(words.contains("l’injection a eu lieu le 2 janvier 2021"))
            #expect(words.contains("avant le 19 janvier 2021"))
            #expect(try await scene.letterRegister().first?["destinataire"] == "99001")
        }
    }
}
