import TestSupport
import Testing

@Suite struct ShowInterventionCommandTests {
    @Test("PRO-221: an intervention is shown by its number, in words and as JSON", arguments: Engine.allCases)
    func shows(engine: Engine) async throws {
        try await CampaignScene.with(engine, herds: 1) { scene in
            for step in ["create", "validate", "execute"] {
                let year = step == "create" ? ["--year", "2021"] : []
                let run = try await VigieProgram.run(
                    ["campaign", step, "--department", "63"] + year, environment: environment(scene))
                #expect(run.status == 0, "\(run.complaint)")
            }
            let note = try await VigieProgram.run(
                ["intervention", "note", "202100000001", "Rappelé", "--department", "63", "--kind", "call"],
                environment: environment(scene))
            #expect(note.status == 0, "\(note.complaint)")
            let shown = try await show(scene, "2021 0000 0001")
            #expect(shown.status == 0, "\(shown.complaint)")
            #expect(shown.lines.first == "Intervention 202100000001")
            #expect(shown.text.contains("  Campagne : PB 2021 (63)\n"))
            #expect(shown.text.contains("Plans d'analyse (3)"))
            #expect(!shown.text.contains("intervention.note"), "people read words")
            let json = try await show(scene, "202100000001", "--json")
            #expect(json.text.contains(#"{"label":"EDE","value":"99000001"}"#))
            #expect(json.text.contains("intervention.note"), "scripts get the codes")
            let unknown = try await show(scene, "1")
            #expect(unknown.status == 1)
            #expect(unknown.complaint.contains("[register-intervention-unknown]"))
        }
    }

    private func show(_ scene: CampaignScene, _ arguments: String...) async throws -> ProcessOutcome {
        try await VigieProgram.run(["show", "intervention"] + arguments, environment: environment(scene))
    }

    private func environment(_ scene: CampaignScene) -> [String: String] {
        ["VIGIE_DATABASE": scene.url.description, "VIGIE_USER": "gds", "VIGIE_TODAY": "2020-09-10"]
    }
}
