import Store
import TestSupport
import Testing

@testable import UseCases

@Suite("Design §5: one sealer chains committed entries") struct SealingTests {
    @Test("a worker seals what nobody has sealed; what is sealed stays as it is", arguments: Engine.allCases)
    func seals(engine: Engine) async throws {
        try await NoticeScene.run(engine) { scene in
            _ = try await scene.desk.send([BloodDesk.Line(interpretation: "NEG")])
            #expect(try await scene.database.read { try $0.unsealedEntries() } > 0)
            let rounds = WorkerRounds(worker: scene.worker())
            try await rounds.seal(at: scene.installation.clock())
            #expect(try await scene.database.read { try $0.unsealedEntries() } == 0)
            let head = try await scene.database.auditHead()
            try await rounds.seal(at: scene.installation.clock() + 60)
            #expect(try await scene.database.auditHead() == head)
            #expect(try await scene.database.verifyAudit(expecting: head).fault == nil)
        }
    }
}
