import Exchange
import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@Suite struct ReferenceLibraryTests {
    private static let header = "theme;kind;reference;title;dated;held"
    private static let order = "TUB;order;A-2021;Arrêté tuberculose;2021-10-08;oui"
    private static let note = "generic;note;N-1;Note de service;;non"
    private static let letter = "BRU;limited-letter;L-7;Lettre;;non"

    private func set(_ scene: EvaluationScene, _ lines: [String], as role: Role) async throws -> Int {
        let text = ([Self.header] + lines).joined(separator: "\n")
        return try await scene.perform(
            SetLibrary(selector: EvaluationScene.selector, source: .text(text, name: "textes.csv")), as: role)
    }

    @Test(
        "PRO-319: an inventory a campaign, with what is missing; letters of limited diffusion are the authority's",
        arguments: Engine.allCases)
    func inventory(engine: Engine) async throws {
        try await EvaluationScene.run(engine, brucellosis: ["NEG"], leukosis: ["NEG"]) { scene in
            func show(_ role: Role = .inspector) async throws -> ShowLibrary.Outcome {
                try await scene.perform(ShowLibrary(selector: EvaluationScene.selector), as: role)
            }
            #expect(try await show().findings.map(\.code) == ["library-empty"])
            #expect(try await set(scene, [Self.order, Self.letter], as: .authority) == 2)
            #expect(
                try await scene.refusals { _ = try await set(scene, [Self.letter], as: .inspector) }
                    == ["reference-text-restricted"])
            // The delegate's inventory leaves what the delegate may not read.
            #expect(try await set(scene, [Self.order, Self.note], as: .inspector) == 3)
            let seen = try await show()
            #expect(seen.table.rows.map { $0[2] } == ["A-2021", "N-1", "accès restreint"])
            #expect(seen.table.rows.map { $0[5] } == ["oui", "manquant", "manquant"])
            #expect(seen.findings.first?["count"] == "2")
            #expect(try await show(.authority).table.rows.map { $0[2] } == ["A-2021", "N-1", "L-7"])
        }
    }

    @Test("PRO-319: a line that cannot be read refuses the inventory, which stays as it was")
    func faults() async throws {
        try await EvaluationScene.run(.sqlite, brucellosis: ["NEG"], leukosis: ["NEG"]) { scene in
            _ = try await set(scene, [Self.order], as: .authority)
            let codes = try await scene.refusals {
                _ = try await set(scene, [Self.note, "X;order;A;B;;oui"], as: .authority)
            }
            #expect(codes == ["code-unknown"])
            let shown = try await scene.perform(ShowLibrary(selector: EvaluationScene.selector))
            #expect(shown.table.rows.count == 1)
        }
    }
}
