import Kernel
import Prophylaxis
import Store
import TestSupport
import Testing
import UseCases

/// What would be issued, looked at before it is.
@Suite struct PreviewTests {
    /// One herd with blood and skin to take: three cows, and a calf that is too young.
    private static func oneHerd(_ fixture: Fixture) throws {
        let campaign = try fixture.campaign(SamplingDesk.parameters())
        let herd = try fixture.herd(in: try fixture.holding("99000001"))
        let laboratory = try fixture.laboratory()
        let intervention = try fixture.sampling(in: campaign, of: herd, skin: true, laboratory: laboratory)
        try fixture.plan(visit: "2020-12-10", veterinarian: try fixture.veterinarian(), of: intervention)
        for animal in 1...3 { _ = try fixture.animal("FR990000000\(animal)", in: herd) }
        _ = try fixture.animal("FR9900000009", in: herd, born: "2020-05-01")
    }

    private static func preview(_ desk: SamplingDesk, _ copy: DocumentCopy = .labels) async throws -> PrintedFile {
        let who = try context(desk.database, today: desk.today)
        let number = try #require(try await desk.numbers().first)
        let intervention = try #require(try await FindIntervention(number).all(who).first)
        return try await PreviewDocument(intervention, copy: copy).perform(who)
    }

    private static func traces(_ desk: SamplingDesk) async throws -> [Int] {
        var counts: [Int] = []
        for table in ["edition", "requested_animal", "analysis_request", "dispatch", "blob", "audit_entry"] {
            counts.append(try await desk.count("SELECT count(*) FROM \(table)"))
        }
        return counts
    }

    @Test(
        "PRO-121, PRO-124: without any edition, what editing would give; nothing is numbered, frozen or stored",
        arguments: Engine.allCases)
    func unedited(engine: Engine) async throws {
        try await SamplingDesk.open(engine, Self.oneHerd) { desk in
            let before = try await Self.traces(desk)
            let bytes = try await Self.preview(desk).bytes
            #expect(try await Self.traces(desk) == before)
            #expect(try await Paper.barcodes(bytes).isEmpty, "nothing of it can be scanned")
            let text = try await Paper.text(bytes)
            #expect(text.contains("BROUILLON – SANS VALEUR"))
            try await desk.edit { $0.validates = true }
            let list = try await desk.list().keys.sorted()
            #expect(list == ["0001", "0002", "0003"])
            for animal in list { #expect(text.contains(animal)) }
        }
    }

    @Test("PRO-151: a draft as its validation would freeze it now", arguments: Engine.allCases)
    func draft(engine: Engine) async throws {
        try await SamplingDesk.open(engine, Self.oneHerd) { desk in
            try await desk.edit()
            let before = try await Self.traces(desk)
            for copy in [DocumentCopy.labels, .farmer, .tuberculin] {
                let bytes = try await Self.preview(desk, copy).bytes
                let text = try await Paper.text(bytes)
                // Across the report form the words are drawn, not set.
                #expect(text.contains("BROUILLON – SANS VALEUR") || copy == .tuberculin, "\(copy)")
                #expect(try await Paper.barcodes(bytes).isEmpty, "\(copy)")
            }
            #expect(try await Self.traces(desk) == before)
        }
    }

    @Test("PRO-126: what is validated is no draft; it is shown as it was issued, or edited again")
    func validated() async throws {
        try await SamplingDesk.open(.sqlite, Self.oneHerd) { desk in
            try await desk.edit { $0.validates = true }
            let refused = await #expect(throws: Refused.self) { _ = try await Self.preview(desk) }
            #expect(refused?.findings.map(\.code) == [SamplingFinding.alreadyValidated.rawValue])
        }
    }
}
