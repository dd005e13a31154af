import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

/// What a validated edition keeps: canonical, complete, and decidable again.
@Suite struct FrozenDocumentTests {
    /// Every shape of fact: introduced, sampled elsewhere, male, month-precise birth, tuberculin, odd herd code.
    private static func richHerd(_ fixture: Fixture) throws {
        let herd = try fixture.herd(in: fixture.holding(), code: "A \"é\"/1")
        let campaign = try fixture.campaign(SamplingDesk.parameters())
        _ = try fixture.sampling(in: campaign, of: herd, skin: true)
        for number in 1...60 {
            _ = try fixture.animal(
                "FR99000000\(10 + number)", in: herd, born: number % 3 == 0 ? "2019-05-01" : "2016-02-03",
                sex: number % 7 == 0 ? "M" : "F", since: number % 5 == 0 ? "2020-06-01" : nil)
        }
        let sampled = try fixture.animal("FR9900000099", in: herd, born: "2014-01-01")
        try fixture.otherSample(sampled, in: campaign, on: "2020-10-01")
        try fixture.execute("UPDATE animal SET birth_precision = 1 WHERE number = 'FR9900000012'", [])
    }

    @Test("The bytes are those of canonical JSON, whatever the herd", arguments: Engine.allCases)
    func canonical(engine: Engine) async throws {
        try await SamplingDesk.open(engine, Self.richHerd) { desk in
            try await desk.edit { $0.validates = true }
            try await desk.on("2020-12-15").edit {
                $0.again = true
                $0.validates = true
            }
            for edition in try await desk.editions() {
                let bytes = try await desk.bytes(edition)
                let read = try CanonicalJSON.decode(FrozenDocument.self, from: bytes)
                #expect(
                    String(decoding: try CanonicalJSON.encode(read), as: UTF8.self)
                        == String(decoding: bytes, as: UTF8.self))
                #expect(read.herd == "A \"é\"/1")
                #expect(read.animals.count == 61)
            }
        }
    }

    @Test("PRO-124: anyone can decide a frozen document again from what it keeps", arguments: Engine.allCases)
    func reproducible(engine: Engine) async throws {
        try await SamplingDesk.open(engine, Self.richHerd) { desk in
            try await desk.edit { $0.validates = true }
            let edition = try #require(try await desk.editions().first)
            let frozen = try await desk.frozen(edition)
            let again = try SamplingSelection.decide(
                .init(
                    referenceDate: frozen.referenceDate, seed: frozen.seed, animals: frozen.animals.map(\.facts)),
                frozen.parameters.sampling)
            let selected = frozen.decision.requested.filter { $0.level != nil }
            #expect(Set(again.selected.map(\.animal)) == Set(selected.map(\.animal)))
            #expect(again.eligible == frozen.decision.blood?.eligible)
            #expect(Set(selected.map(\.animal)).contains("FR9900000099"), "sampled for IBR, so first in line")
        }
    }

    @Test("A draft keeps a digest only, and validation says when the facts have changed", arguments: Engine.allCases)
    func changedSinceDraft(engine: Engine) async throws {
        try await SamplingDesk.open(engine, EditionTests.laboratoryHerd) { desk in
            try await desk.edit()
            #expect(try await desk.count("SELECT count(*) FROM blob") == 0)
            try await desk.database.write { connection in
                try connection.execute(
                    "UPDATE animal SET birth_date = ? WHERE number = 'FR9900000001'", [.day(Day(number: 18_500))])
            }
            let strict = try await desk.validate { $0.onlyUnchanged = true }
            #expect(strict.codes == [SamplingFinding.changedSinceDraft.rawValue])
            #expect(strict.isRefused)
            #expect(try await desk.editions().map(\.state) == [.draft])

            let lenient = try await desk.validate()
            #expect(lenient.codes == [SamplingFinding.changedSinceDraft.rawValue])
            #expect(!lenient.isRefused)
            #expect(try await desk.list() == ["0002": 3])
        }
    }

    @Test(
        "An animal's text comes back from itself; anything else is none",
        arguments: [
            "FR9912345678 F 2018-05-01 - 0", "DE99X M 2018-05-01 2020-01-31 1",
        ])
    func animalText(_ text: String) throws {
        #expect(try #require(FrozenAnimal(text)).description == text)
        for broken in [text + " ", String(text.dropLast(2)), text.replacing("2018", with: "x"), "", " " + text] {
            #expect(FrozenAnimal(broken) == nil)
        }
    }

    @Test("More documents than one transaction takes are all validated", arguments: Engine.allCases)
    func manyChunks(engine: Engine) async throws {
        try await SamplingDesk.open(
            engine,
            { fixture in
                let campaign = try fixture.campaign(SamplingDesk.parameters())
                for index in 0..<205 {
                    let herd = try fixture.herd(in: fixture.holding("99\(100_000 + index)"))
                    _ = try fixture.sampling(in: campaign, of: herd)
                    _ = try fixture.animal("FR99\(10_000_000 + index)", in: herd)
                }
            }
        ) { desk in
            let outcome = try await desk.edit { $0.validates = true }
            #expect(outcome.documents == 205)
            #expect(try await desk.list().count == 205)
            let again = try await desk.edit { $0.validates = true }
            #expect(again.documents == 0)
            #expect(again.untouched == 205)
        }
    }
}
