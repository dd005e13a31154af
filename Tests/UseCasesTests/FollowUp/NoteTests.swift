import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@Suite struct NoteTests {
    private func note(
        _ scene: EvaluationScene, _ kind: NoteKind, _ text: String, as role: Role = .inspector
    ) async throws {
        try await scene.perform(
            AddNote(campaign: EvaluationScene.selector, intervention: scene.number, kind: kind, text: text), as: role)
    }

    @Test(
        "PRO-259: a refusal of keeper or veterinarian is on the authority's list and opens its alert",
        arguments: Engine.allCases)
    func refusal(engine: Engine) async throws {
        try await EvaluationScene.letters(engine) { scene in
            try await note(scene, .refusal, "L'éleveur refuse la prise de sang.")
            let list = ListWork(campaign: EvaluationScene.selector, kind: .refusals)
            let line = try #require(try await scene.perform(list).objects.first)
            #expect(line["intervention"] == scene.number)
            #expect(line["detail"] == "L'éleveur refuse la prise de sang.")
            #expect(line["pour"] == "autorité")
            let alerts = try await scene.perform(ListWork(campaign: EvaluationScene.selector, kind: .alerts)).objects
            #expect(alerts.map { $0["intervention"] } == [scene.number])
            let item = try #require(alerts.first?["alerte"].flatMap { Int64($0) })
            let close = CloseWorkItem(department: "63", item: item, reason: "vu")
            #expect(try await scene.refusals { try await scene.perform(close) } == ["role-may-not"])
            try await scene.perform(close, as: .authority)
            #expect(try await scene.perform(list).rows.isEmpty, "dealt with, as the alert's reason says")
            let notes = ListNotes(campaign: EvaluationScene.selector, intervention: scene.number)
            #expect(try await scene.perform(notes).rows.count == 1, "the note itself stays")
        }
    }

    @Test(
        "PRO-259: a refusal leaves the list once a later visit was made, a decision taken or a report issued",
        arguments: Engine.allCases)
    func refusalSettled(engine: Engine) async throws {
        try await EvaluationScene.letters(engine) { scene in
            try await note(scene, .refusal, "Le vétérinaire refuse : contention absente.")
            let list = ListWork(campaign: EvaluationScene.selector, kind: .refusals)
            func waits() async throws -> Bool { try await !scene.perform(list).rows.isEmpty }
            for (day, isLater) in [("2021-01-05", false), ("2021-01-06", true)] {
                try await scene.database.write { connection in
                    try Fixture(connection).visit(in: scene.campaign, scene.intervention, on: day)
                }
                #expect(try await waits() == !isLater, "a visit on \(day), noted on 2021-01-05")
            }
            try await scene.database.write { connection in
                try connection.execute(
                    "UPDATE visit SET retracted_at = '2021-01-07T08:00:00Z' WHERE visited_on = ?",
                    [.day(day("2021-01-06"))])
            }
            #expect(try await waits())
            try await scene.database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO non_completion (id, campaign_id, intervention_id, code, decided_on, decided_by)
                    VALUES (7000, ?, ?, 'DECNR_PBE', ?, 'essai')
                    """, [.int(scene.campaign), .int(scene.intervention), .day(day("2021-01-08"))])
            }
            #expect(try await !waits())
            try await scene.database.write { try $0.execute("DELETE FROM non_completion") }
            #expect(try await waits())
            try await scene.evaluate([.brucellosis: .administrativeNonCompliance, .leukosis: .compliant])
            _ = try await scene.issue()
            #expect(try await !waits())
        }
    }

    @Test(
        "PRO-201, PRO-220: calls and notes are kept with who and when, and trouble no work list",
        arguments: Engine.allCases)
    func calls(engine: Engine) async throws {
        try await EvaluationScene.letters(engine) { scene in
            try await note(scene, .call, "Appelé : arrêt de la livraison en décembre.")
            try await note(scene, .note, "Rappeler en février.", as: .authority)
            let notes = try await scene.perform(
                ListNotes(campaign: EvaluationScene.selector, intervention: scene.number))
            #expect(
                notes.rows.map { Array($0.dropFirst()) } == [
                    ["essai", "appel", "Appelé : arrêt de la livraison en décembre."],
                    ["essai", "note", "Rappeler en février."],
                ])
            let refusals = ListWork(campaign: EvaluationScene.selector, kind: .refusals)
            #expect(try await scene.perform(refusals).rows.isEmpty)
            #expect(try await scene.refusals { try await note(scene, .note, " ") } == ["note-empty"])
            #expect(try await scene.refusals { try await note(scene, .call, "x", as: .keeper) } == ["role-may-not"])
        }
    }
}
