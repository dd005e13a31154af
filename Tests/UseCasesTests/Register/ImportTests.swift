import Kernel
import Store
import TestSupport
import Testing
import UseCases

@Suite("Import of the register")
struct ImportTests {
    @Test("PRO-18: a bundle becomes holdings, herds, animals, stays and assignments", arguments: Engine.allCases)
    func importsABundle(engine: Engine) async throws {
        try await withRegister(engine) { register in
            let outcome = try await register.importing(RegisterCase.base)
            #expect(outcome.state == .accepted)
            #expect(outcome.refusals == [])
            #expect(
                outcome.parts.map { "\($0.table) \($0.accepted)" } == ["holdings 2", "herds 2", "animals 3", "stays 3"])
            let placed = try await register.texts(
                """
                SELECT a.number || ' ' || h.number || '/' || e.code || ' ' || CAST(s.since AS TEXT) || ' ' || s.origin
                FROM herd_assignment s JOIN animal a ON a.id = s.animal_id JOIN herd e ON e.id = s.herd_id
                JOIN holding h ON h.id = e.holding_id ORDER BY a.number
                """)
            #expect(
                placed == [
                    "FR9900000001 99001001/A 2020-01-10 rule", "FR9900000002 99001001/A 2022-02-10 rule",
                    "FR9900000003 99001002/A 2021-03-10 rule",
                ])
            #expect(
                try await register.texts("SELECT search_name FROM holding ORDER BY number") == [
                    "GAEC DES PRES", "EARL DU PUY",
                ])
        }
    }

    @Test("The same bytes again change nothing, whatever was changed since", arguments: Engine.allCases)
    func sameBytesChangeNothing(engine: Engine) async throws {
        try await withRegister(engine) { register in
            try await register.importing(RegisterCase.base)
            try await register.database.write { try $0.execute("UPDATE holding SET name = 'Changed by a person'") }
            let again = try await register.importing(RegisterCase.base)
            #expect(again.state == .unchanged)
            #expect(again.parts == [])
            #expect(try await register.texts("SELECT DISTINCT name FROM holding") == ["Changed by a person"])
            #expect(try await register.texts("SELECT state FROM import_run ORDER BY id") == ["accepted", "unchanged"])
        }
    }

    @Test(
        "Refused lines of the same bytes are judged again, and count once what they lacked is there",
        arguments: Engine.allCases)
    func refusedLinesAreJudgedAgain(engine: Engine) async throws {
        try await withRegister(engine) { register in
            let tables = register.base(adding: ["FR9900000009;99001002;2024-01-01;A;;"], to: "stays")
            let first = try await register.importing(tables)
            #expect(first.state == .partly)
            #expect(first.refusals == ["stays:5 animal-unknown"])
            let animal = [RegisterCase.base["animals"]?.first ?? "", "FR9900000009;F;38;2020-01-01;;;;;"]
            try await register.importing(["animals": animal], kind: "incremental")
            let again = try await register.importing(tables)
            #expect(again.state == .unchanged)
            #expect(again.acceptedCount == 1)
            #expect(try await register.texts("SELECT state FROM import_refused_line") == ["replayed"])
            #expect(try await register.texts("SELECT count(*) || '' FROM stay") == ["4"])
            let third = try await register.importing(tables)
            #expect(third.parts == [])
        }
    }
}
