import Exchange
import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@Suite struct ResultAcknowledgementTests {
    @Test("PRO-174: an import's acknowledgement is stored and can be read again", arguments: Engine.allCases)
    func milk(engine: Engine) async throws {
        try await MilkDesk.with(engine) { desk in
            let sent = try await desk.send(
                [MilkDesk.line(), MilkDesk.line("99000002", "FAUX", dossier: "D2"), MilkDesk.line("99000009")],
                policy: .line)
            let read = ReadAcknowledgement(sent.run.id, department: "63")
            let given = try await read.perform(context(desk.database))
            #expect(given.verdict == .partial)
            #expect((given.counts.lines, given.counts.accepted, given.counts.refused) == (3, 1, 2))
            #expect(given.refused.map(\.line) == [2, 3])
            #expect(given.refused[0].raw.contains("FAUX"))
            #expect(given.refused[0].findings.map(\.code) == ["code-unknown"])
            #expect(given.refused[1].findings.map(\.code) == ["result-holding-unknown"])
            #expect(given.digest == sent.run.digest && given.sender == MilkDesk.code)
            // A later act gives a new one.
            var options = desk.options
            options.policy = .line
            _ = try await ReplayResults(
                sent.run.id, department: "63", corrections: [2: MilkDesk.line("99000002", "NEG", dossier: "D2")],
                options: options
            ).perform(context(desk.database, today: "2021-01-06"))
            #expect(try await read.perform(context(desk.database)).counts.accepted == 2)
            await #expect(throws: Refused.self) {
                try await ReadAcknowledgement(4711, department: "63").perform(context(desk.database))
            }
        }
    }

    @Test("PRO-174: a blood report and a file refused whole have theirs", arguments: Engine.allCases)
    func blood(engine: Engine) async throws {
        try await BloodDesk.with(engine) { desk in
            let good = try await desk.send([.init()])
            let bad = try await desk.send("<analysis-report", today: "2020-11-20")
            let work = try context(desk.database)
            let given = try await ReadAcknowledgement(good.run.id, department: "63").perform(work)
            #expect(given.verdict == .accepted && given.refused.isEmpty)
            let refused = try await ReadAcknowledgement(bad.run.id, department: "63").perform(work)
            #expect(refused.verdict == .refused)
            #expect(refused.refused.flatMap(\.findings).contains { $0.code == "xml-malformed" })
        }
    }

    @Test(
        "One fault refuses the line or the file, as the authority has settled for the sender",
        arguments: Engine.allCases)
    func policy(engine: Engine) async throws {
        try await MilkDesk.with(engine) { desk in
            let lines = [MilkDesk.line(), MilkDesk.line("99000002", "FAUX", dossier: "D2")]
            let first = try await desk.send(lines)
            #expect(first.run.state == .refused)
            let settled = ResultPolicy(
                of: MilkDesk.code, department: "63", set: .line, justification: "Convention 2021, article 4")
            await #expect(throws: Refused.self) { _ = try await settled.perform(context(desk.database)) }
            #expect(try await settled.perform(context(desk.database, role: .authority)) == .line)
            let shown = ResultPolicy(of: MilkDesk.code, department: "63")
            #expect(try await shown.perform(context(desk.database)) == .line)
            #expect(try await desk.send(lines + [MilkDesk.line(dossier: "D3")]).run.state == .partly)
            let unknown = ResultPolicy(of: "INCONNU", department: "63", set: .line, justification: "x")
            await #expect(throws: Refused.self) {
                _ = try await unknown.perform(context(desk.database, role: .authority))
            }
            let silent = ResultPolicy(of: MilkDesk.code, department: "63", set: .file, justification: " ")
            await #expect(throws: Refused.self) {
                _ = try await silent.perform(context(desk.database, role: .authority))
            }
        }
    }

    @Test(
        "PRO-190, PRO-199: the two lists of producers are compared when milk results come", arguments: Engine.allCases)
    func producers(engine: Engine) async throws {
        try await MilkDesk.with(engine) { desk in
            #expect(try await desk.send([MilkDesk.line()]).counts["herd-without-producer"] == nil)
            try await desk.database.write { connection in
                let fixture = Fixture(connection)
                try connection.execute("UPDATE herd SET milk_delivery = 'dairy'")
                for _ in 0..<500 { _ = fixture.nextID() }
                let third = try fixture.holding("99000003")
                for (number, holding) in [("P1", desk.holdings[0]), ("P3", third)] {
                    try fixture.insertRow(
                        "dairy_producer",
                        [
                            "laboratory_id": .int(desk.laboratory), "producer_number": .text(number),
                            "since": "2015-01-01", "holding_id": .int(holding),
                        ])
                }
            }
            let outcome = try await desk.send([MilkDesk.line(dossier: "D2")])
            let told = outcome.findings.map { "\($0.code) \($0["producer"] ?? "") \($0["holding"] ?? "")" }
            #expect(told.contains("producer-without-herd P3 99000003"), "\(told)")
            #expect(told.contains("herd-without-producer  99000002"), "\(told)")
            #expect(outcome.run.state == .accepted)
        }
    }

    @Test(
        "A milk file that cannot be read is kept whole and judged anew when it comes again", arguments: Engine.allCases)
    func unreadable(engine: Engine) async throws {
        try await MilkDesk.with(engine) { desk in
            let bytes: [UInt8] = [0xff, 0xfe] + MilkDesk.line().utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
            for _ in 1...2 {
                let outcome = try await ImportMilkResults(
                    .bytes(bytes, name: "lait.txt"), laboratory: MilkDesk.code, department: "63", desk.options
                ).perform(context(desk.database))
                #expect(outcome.run.state == .refused)
            }
            #expect(try await desk.count("SELECT count(*) FROM import_refused_line WHERE state = 'open'") == 1)
            let kept = try await desk.database.read { try $0.blob(ContentDigest(of: bytes)).bytes }
            #expect(kept == bytes)
        }
    }
}
