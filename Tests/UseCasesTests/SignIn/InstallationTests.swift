import Secrets
import TestSupport
import Testing
import UseCases

@Suite("Issue 3 §6: an installation keeps its secrets to itself") struct InstallationTests {
    /// A group of services, a log line, an error: each describes all it holds.
    @Test("described with whatever holds it, an installation says neither its keys nor its database")
    func described() async throws {
        try await SignInScene.run(.sqlite) { scene in
            let worker = Worker(scene.installation, WorkerSettings(name: "w"), stop: StopSign())
            #expect("\(["installation": scene.installation])" == #"["installation": installation]"#)
            #expect("\(scene.installation.database)".contains("sqlite"), "what it holds would tell")
            #expect(!"\(worker)".contains("sqlite"))
        }
    }
}
