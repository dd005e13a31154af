import Foundation
import Kernel
import Prophylaxis
import Store
import TestSupport
import Testing

/// Real workers, killed and stopped.
@Suite("Issue 3 §7: workers", .serialized) struct WorkerKilledTests {
    private static let herds = 40

    private func send(_ scene: ResultScene, _ trial: Int) async throws -> Int {
        let file = try scene.bloodFile(trial, herds: Self.herds)
        let sent = try await scene.vigie(["jobs", "send", file, "--department", "63", "--fictitious"])
        #expect(sent.status == 0, "\(sent.complaint)")
        return Int(sent.text.split(separator: " ").last?.filter(\.isNumber) ?? "") ?? 0
    }

    private func state(_ job: Int, _ scene: ResultScene) async throws -> String {
        try await scene.texts("SELECT state FROM job WHERE id = \(job)").first ?? ""
    }

    @Test(
        "Issue 3 §7: the job of a worker that is killed is taken over by another, and counts once",
        arguments: Engine.allCases)
    func killed(engine: Engine) async throws {
        try await ResultScene.with(engine, herds: Self.herds, matrix: .blood) { scene in
            for trial in 1...KilledRun.trials {
                let job = try await send(scene, trial)
                let first = try scene.worker()
                _ = try await eventually(within: 30) { try await state(job, scene) != "queued" }
                try await Task.sleep(for: .milliseconds(30 * (trial - 1)))
                try await first.kill()
                let second = try scene.worker()
                #expect(try await eventually(within: 60) { try await state(job, scene) == "done" }, "trial \(trial)")
                try await second.stop()
                let results = "SELECT count(*) FROM blood_result WHERE dossier = 'R\(trial)'"
                #expect(try await scene.count(results) == 2 * ResultScene.cows * Self.herds, "trial \(trial)")
                let accepted = """
                    SELECT count(*) FROM import_run WHERE file_name LIKE '%-\(trial).%' AND state = 'accepted'
                    """
                #expect(try await scene.count(accepted) == 1, "trial \(trial)")
            }
        }
    }

    @Test(
        "Issue 3 §6: a worker that is told to stop loses no job: each is done or waits, and several share the rest",
        arguments: Engine.allCases)
    func stopped(engine: Engine) async throws {
        try await ResultScene.with(engine, herds: Self.herds, matrix: .blood) { scene in
            var jobs: [Int] = []
            for trial in 1...4 { jobs.append(try await send(scene, trial)) }
            let first = try scene.worker(["--grace", "0"])
            _ = try await eventually(within: 30) { try await state(jobs[0], scene) != "queued" }
            #expect(try await first.stop() == 0)
            for job in jobs {
                let now = try await state(job, scene)
                #expect(now == "done" || now == "queued", "job \(job) is \(now)")
            }
            let pair = [try scene.worker(), try scene.worker()]
            let open = "SELECT count(*) FROM job WHERE state <> 'done'"
            #expect(try await eventually(within: 90) { try await scene.count(open) == 0 })
            for process in pair { try await process.stop() }
            #expect(
                try await scene.count("SELECT count(*) FROM blood_result") == 8 * ResultScene.cows * Self.herds)
        }
    }

    @Test("Issue 3 §7: a recomputation in the queue, done by `vigie worker --once`", arguments: Engine.allCases)
    func recomputation(engine: Engine) async throws {
        try await ResultScene.with(engine, herds: 3, matrix: .blood) { scene in
            let queued = try await scene.vigie(["jobs", "recompute", "--department", "63"])
            #expect(queued.status == 0, "\(queued.complaint)")
            let worked = try await scene.vigie(["worker", "--once"])
            #expect(worked.status == 0 && worked.text.contains("1 travaux"), "\(worked.complaint)")
            let list = try await scene.vigie(["jobs", "list"])
            #expect(list.text.contains("done") && list.text.contains("recomputation"), "\(list.text)")
            #expect(try await scene.count("SELECT count(DISTINCT intervention_id) FROM disease_state") == 3)
        }
    }
}
