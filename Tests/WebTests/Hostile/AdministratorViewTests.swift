import Hummingbird
import HummingbirdTesting
import Kernel
import Register
import Store
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("Issue 3 §2: of health data and audit an administrator has only a redacted view") struct AdministratorViewTests {
    @Test(
        "no page of an administrator names a herd, an animal or an intervention, nor finds one by its number",
        arguments: Engine.allCases)
    func redacted(_ engine: Engine) async throws {
        try await WebCampaign.run(engine) { scene, made in
            var inspector = try await scene.browser(.inspector)
            try await inspector.get("/interventions/\(made.number)")
            try await inspector.post(
                "/interventions/\(made.number)/notes",
                [
                    "etat": inspector.value(of: "etat") ?? "", "vu": inspector.value(of: "vu") ?? "",
                    "texte": "Note fictive", "nature": "note",
                ])
            #expect(inspector.location != nil)
            let entries = try await scene.installation.database.read { connection in
                try connection.all("SELECT id FROM audit_entry ORDER BY id", []) { String($0.int(0)) }
            }
            #expect(!entries.isEmpty)
            var administrator = try await scene.browser(.administrator)
            let mine = Routes.all.filter {
                $0.method == .get && $0.access != .everyone && $0.access.allows(.administrator)
            }
            let examples = RouteExamples(made)
            let paths =
                mine.map(examples.path) + entries.map { "/journal/\($0)" }
                + ["/journal?sujet=\(made.number)", "/journal?objet=\(made.number)", "/travaux"]
            for path in paths where path != "/connexion" {
                try await administrator.get(path)
                let text = administrator.text.replacing(path.formEncoded, with: "").replacing(path, with: "")
                for known in ["99000001", "FR991000", "Ferme fictive", "Note fictive"] {
                    #expect(!text.contains(known), "\(known) in \(path)")
                }
                #expect(!text.contains(made.number) || path.contains(made.number), "\(path)")
            }
            for endpoint in Routes.all where !endpoint.access.allows(.administrator) && endpoint.method == .get {
                try await administrator.get(examples.path(of: endpoint))
                #expect(administrator.status == .forbidden, "\(endpoint.path)")
            }
        }
    }
}
