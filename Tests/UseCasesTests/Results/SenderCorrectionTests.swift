import Kernel
import Register
import Store
import TestSupport
import Testing
import UseCases

@Suite("Lines that wait are corrected, by whoever is in charge and by the laboratory that sent them")
struct SenderCorrectionTests {
    typealias Line = BloodDesk.Line

    private func laboratory(_ desk: BloodDesk, _ code: String = BloodDesk.code) async throws -> Context {
        let organisation = try await desk.database.read {
            try $0.first("SELECT id FROM organisation WHERE code = ?", [.text(code)]) { $0.int(0) }
        }
        return Context(
            database: desk.database,
            actor: Actor(
                login: code, name: "Labo", role: .laboratory, scope: .departments(["63"]), organisation: organisation),
            today: try #require(Day("2020-11-20")), now: "2020-11-20T08:00:00Z")
    }

    private func addForeignLaboratory(_ desk: BloodDesk) async throws {
        _ = try await desk.database.ids(1000)
        _ = try await desk.database.write { try Fixture($0, from: 500).laboratory("AUTRE99") }
    }

    @Test(
        "PRO-189: a laboratory replays the refused lines of its own file, under the right to send it",
        arguments: Engine.allCases)
    func replay(_ engine: Engine) async throws {
        try await BloodDesk.with(engine) { desk in
            try await addForeignLaboratory(desk)
            let sent = try await desk.send([Line(interpretation: "FAUX"), Line(animal: BloodDesk.animal(1))])
            let open = try await desk.database.read { try $0.openRefusedResults(ofRun: sent.run.id)[0] }
            let corrections = [open.line: open.raw.replacing("FAUX", with: "NEG")]
            var options = ImportMilkResults.Options()
            options.fictitious = true
            func replay(_ context: Context, _ intention: Intention) async throws -> Int {
                try await ReplayResults(
                    sent.run.id, department: "63", corrections: corrections, options: options, under: intention
                ).perform(context).run.acceptedCount
            }
            let (own, foreign) = (try await laboratory(desk), try await laboratory(desk, "AUTRE99"))
            await #expect(throws: Refused.self) { try await replay(own, .resultsEnter) }
            await #expect(throws: Refused.self) { try await replay(foreign, .resultsImport) }
            #expect(try await desk.count("SELECT count(*) FROM blood_result") == 1)
            #expect(try await replay(own, .resultsImport) == 1)
            #expect(try await desk.count("SELECT count(*) FROM blood_result") == 2)
        }
    }

    @Test(
        "Decisions 4, 20: a mistyped ear tag is put right, by its laboratory or by the services; negative ones too",
        arguments: Engine.allCases)
    func earTag(_ engine: Engine) async throws {
        try await BloodDesk.with(engine) { desk in
            try await addForeignLaboratory(desk)
            _ = try await desk.send([Line(animal: "FR9900099999"), Line(animal: "FR9900099998")])
            let inspector = try context(desk.database)
            let run = Int64(try await desk.count("SELECT id FROM import_run"))
            let waiting = try await ShowReceivedFile(run).perform(inspector).waiting
            #expect(waiting.map(\.animals) == [["FR9900099999"], ["FR9900099998"]])
            #expect(waiting.map(\.intervention) == [desk.number, desk.number])
            #expect(waiting.allSatisfy { !$0.isNonNegative && $0.sign == "NEG" && $0.disease == "BRU" })
            let listed = try await ListReceivedFiles(onlyOpen: true).perform(inspector)
            #expect(listed.map(\.openLines) == [2])

            func attachment(_ line: Int, _ cow: Int, _ intention: Intention) -> AttachResult {
                var attachment = AttachResult(
                    waiting[line].id, to: desk.number, department: "63", under: intention)
                attachment.animal = BloodDesk.animal(cow)
                return attachment
            }
            let foreign = try await laboratory(desk, "AUTRE99")
            await #expect(throws: Refused.self) { try await attachment(0, 0, .resultsImport).perform(foreign) }
            _ = try await attachment(0, 0, .resultsImport).perform(laboratory(desk))
            _ = try await attachment(1, 1, .resultAttach).perform(inspector)
            #expect(
                try await desk.texts(
                    "SELECT a.number FROM blood_result b JOIN animal a ON a.id = b.animal_id ORDER BY a.number")
                    == [BloodDesk.animal(0), BloodDesk.animal(1)])
            #expect(try await desk.count("SELECT count(*) FROM unattached_result WHERE state = 'open'") == 0)
            #expect(try await ListReceivedFiles(onlyOpen: true).perform(inspector).isEmpty)
        }
    }

    @Test("Decision 4: what waits is counted, and said on the intervention that it names", arguments: Engine.allCases)
    func said(_ engine: Engine) async throws {
        try await BloodDesk.with(engine) { desk in
            _ = try await desk.send([Line(animal: "FR9900099999"), Line(animal: BloodDesk.animal(0), matrix: "milk")])
            let selector = CampaignSelector(department: "63", year: 2021)
            let work = try context(desk.database)
            #expect(try await CampaignGlance(selector).perform(work).counts.refusedLines == 2)
            let identity = try #require(try await FindIntervention(desk.number).all(work).first)
            let waiting = try await ReadInterventionFile(identity).perform(work).waiting
            #expect(waiting.map(\.results) == [2])
        }
    }

    @Test(
        "Decision 4: the list of non-negatives without a place shows all that one decides on",
        arguments: Engine.allCases)
    func list(_ engine: Engine) async throws {
        try await BloodDesk.with(engine) { desk in
            _ = try await desk.send([Line(interpretation: "POS", number: "990099999999")])
            let selector = CampaignSelector(department: "63", year: 2021)
            let outcome = try await ReadWork(campaign: selector, kind: .unattached).perform(context(desk.database))
            let line = try #require(outcome.lines.first)
            #expect(line.holding == "99000001" && line.disease == "BRU" && line.isAuthority)
            #expect(line.since?.description == "2020-11-02" && line.intervention == "990099999999")
            for part in [BloodDesk.animal(0), "POS", "Laboratoire fictif", "rai.xml"] {
                #expect(line.detail.contains(part), Comment(rawValue: line.detail))
            }
        }
    }
}
