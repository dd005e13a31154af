import Exchange
import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@Suite struct ResultQueueTests {
    typealias Line = BloodDesk.Line

    @Test("Decision 4: a waiting result counts once it is attached", arguments: Engine.allCases)
    func attach(_ engine: Engine) async throws {
        try await BloodDesk.with(engine) { desk in
            _ = try await desk.send([Line(interpretation: "POS", number: "990099999999")])
            let id = Int64(try await desk.count("SELECT id FROM unattached_result"))
            let work = try context(desk.database)
            #expect(try await AttachResult(id, to: desk.number, department: "63").perform(work) == 1)
            #expect(try await desk.texts("SELECT status FROM disease_state WHERE disease = 'BRU'") == ["AS"])
            #expect(try await desk.texts("SELECT state FROM unattached_result") == ["attached"])
            await #expect(throws: Refused.self) {
                try await AttachResult(id, to: desk.number, department: "63").perform(work)
            }
        }
    }

    @Test("A milk result is attached to the holding of the intervention chosen", arguments: Engine.allCases)
    func attachMilk(_ engine: Engine) async throws {
        try await MilkDesk.with(engine) { desk in
            _ = try await desk.send([MilkDesk.line("99000009", "POS")])
            let id = Int64(try await desk.count("SELECT id FROM unattached_result"))
            let number = try await desk.texts("SELECT number FROM intervention ORDER BY id")[0]
            _ = try await AttachResult(id, to: number, department: "63").perform(context(desk.database))
            #expect(
                try await desk.count("SELECT count(*) FROM milk_result WHERE holding_id = \(desk.holdings[0])") == 1)
        }
    }

    @Test("Decision 4: only the authority dismisses what may be non-negative, and only with a reason")
    func dismiss() async throws {
        try await BloodDesk.with(.sqlite) { desk in
            _ = try await desk.send([Line(interpretation: "POS", number: "990099999999")])
            let id = Int64(try await desk.count("SELECT id FROM unattached_result"))
            let dismissal = DismissResult(.unattached(id), department: "63", reason: "Autre campagne")
            await #expect(throws: Refused.self) { try await dismissal.perform(context(desk.database)) }
            let authority = try context(desk.database, role: .authority)
            let empty = DismissResult(.unattached(id), department: "63", reason: " ")
            await #expect(throws: Refused.self) { try await empty.perform(authority) }
            #expect(try await dismissal.perform(authority) == 1)
            #expect(
                try await desk.texts("SELECT state || ' ' || resolution FROM unattached_result") == [
                    "dismissed Autre campagne"
                ])
        }
    }

    @Test(
        "Refused lines are corrected and replayed; under `file` all of them count or none", arguments: Engine.allCases)
    func replay(_ engine: Engine) async throws {
        try await MilkDesk.with(engine) { desk in
            let sent = try await desk.send([MilkDesk.line(), MilkDesk.line("99000002", "FAUX", dossier: "D2")])
            let work = try context(desk.database)
            let same = ReplayResults(sent.run.id, department: "63", options: desk.options)
            #expect(try await same.perform(work).run.state == .refused)
            #expect(try await desk.count("SELECT count(*) FROM milk_result") == 0)
            let corrected = ReplayResults(
                sent.run.id, department: "63", corrections: [2: MilkDesk.line("99000002", "NEG", dossier: "D2")],
                options: desk.options)
            #expect(try await corrected.perform(work).run.acceptedCount == 2)
            #expect(try await desk.texts("SELECT line || '' FROM milk_result ORDER BY line") == ["1", "2"])
            #expect(try await desk.texts("SELECT state || ' ' || accepted_count FROM import_run") == ["accepted 2"])
            #expect(try await desk.count("SELECT count(*) FROM import_refused_line WHERE state = 'replayed'") == 2)
        }
    }

    @Test("A refused blood result is corrected and replayed", arguments: Engine.allCases)
    func replayBlood(_ engine: Engine) async throws {
        try await BloodDesk.with(engine) { desk in
            let sent = try await desk.send([Line(interpretation: "FAUX"), Line(animal: BloodDesk.animal(1))])
            #expect(sent.run.state == .partly)
            let line = try await desk.count("SELECT line FROM import_refused_line")
            let text = try await desk.database.read { try $0.openRefusedResults(ofRun: sent.run.id)[0].raw }
            let replay = ReplayResults(
                sent.run.id, department: "63",
                corrections: [line: text.replacing("FAUX", with: "NEG")],
                options: MilkDesk(database: desk.database).options)
            #expect(try await replay.perform(context(desk.database)).run.acceptedCount == 1)
            #expect(try await desk.count("SELECT count(*) FROM blood_result") == 2)
        }
    }

    @Test(
        "PRO-298, EX-03: a decision counts where the laboratory said neither NEG nor POS",
        arguments: [("DTX", "POS", "AS"), ("IN_ITPBLE", "NEG", "")])
    func decide(_ said: String, _ decision: String, _ status: String) async throws {
        try await BloodDesk.with(.sqlite) { desk in
            _ = try await desk.send([Line(interpretation: said)])
            try await decideResult(decision, desk)
            let state = try await desk.texts("SELECT status FROM disease_state WHERE disease = 'BRU'")
            #expect(status.isEmpty || state == [status])
            #expect(try await desk.texts("SELECT decision FROM blood_result") == [decision])
        }
    }

    @Test("PRO-298: no decision over NEG or POS", arguments: ["NEG", "POS"])
    func noDecision(_ said: String) async throws {
        try await BloodDesk.with(.sqlite) { desk in
            _ = try await desk.send([Line(interpretation: said)])
            await #expect(throws: Refused.self) { try await decideResult("NEG", desk) }
        }
    }

    private func decideResult(_ decision: String, _ desk: BloodDesk) async throws {
        let animal = try AnimalNumber(parsing: BloodDesk.animal(0), fictitious: true)
        let choice: ResultDecision = decision == "NEG" ? .negative : .positive
        _ = try await DecideResult(
            choice, on: .brucellosis, of: animal, in: (desk.number, "63"), reason: "Essai"
        ).perform(context(desk.database))
    }

    @Test(
        "PRO-233, AMB-27: a negative test elsewhere counts for 90 days",
        arguments: [("2020-08-04", true), ("2020-08-03", false)])
    func elsewhere(_ tested: String, _ counts: Bool) async throws {
        try await BloodDesk.with(.sqlite) { desk in
            _ = try await desk.send([Line()])  // the visit of 2020-11-02
            let animal = try AnimalNumber(parsing: BloodDesk.animal(1), fictitious: true)
            let day = try #require(Day(tested))
            let entry = EnterResult(
                .negativeElsewhere(animal: animal, testedOn: day), of: .brucellosis, in: (desk.number, "63"),
                proof: "RA 12")
            if counts {
                _ = try await entry.perform(context(desk.database))
            } else {
                await #expect(throws: Refused.self) { try await entry.perform(context(desk.database)) }
            }
            #expect(try await desk.count("SELECT count(*) FROM evidence") == (counts ? 1 : 0))
        }
    }

    @Test("PRO-192: evidence and entered results need their proof", arguments: Engine.allCases)
    func enter(_ engine: Engine) async throws {
        try await BloodDesk.with(engine) { desk in
            let work = try context(desk.database)
            let without = EnterResult(.realisation, of: .brucellosis, in: (desk.number, "63"), proof: " ")
            await #expect(throws: Refused.self) { try await without.perform(work) }
            _ = try await EnterResult(.realisation, of: .brucellosis, in: (desk.number, "63"), proof: "Facture 4")
                .perform(work)
            let animal = try AnimalNumber(parsing: BloodDesk.animal(0), fictitious: true)
            let day = try #require(Day("2020-11-02"))
            _ = try await EnterResult(
                .blood(animal: animal, interpretation: .positive, sampledOn: day), of: .leukosis,
                in: (desk.number, "63"), proof: "RA 5"
            ).perform(work)
            #expect(try await desk.texts("SELECT proof FROM blood_result WHERE on_document = 1") == ["RA 5"])
            #expect(try await desk.texts("SELECT kind FROM work_item") == ["alert-non-negative"])
            #expect(try await desk.texts("SELECT kind FROM evidence") == ["realisation"])
        }
    }
}
