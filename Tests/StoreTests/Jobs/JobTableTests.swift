import Kernel
import Store
import TestSupport
import Testing

@Suite("Issue 3 §7: the queue of jobs") struct JobTableTests {
    private func job(_ id: Int64, due: Int = 100, once: String? = nil) -> JobRow {
        var job = JobRow(
            id: id, kind: "probe", for: (nil, "63"), title: "essai", work: "{}", at: (testTime, due))
        job.onceKey = once
        return job
    }

    private func claim(_ database: Database, _ worker: String, at now: Int, lease: Int = 60) async throws -> JobRow? {
        try await database.write { connection in
            try connection.claimJob(kinds: ["probe"], by: worker, at: (testTime, now), leaseUntil: now + lease)
        }
    }

    @Test("Issue 3 §7: jobs are taken in the order in which they are due, and not before", arguments: Engine.allCases)
    func order(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { (connection: Connection) throws -> Void in
                try connection.enqueue(job(1, due: 200))
                try connection.enqueue(job(2, due: 100))
                try connection.enqueue(job(3, due: 300))
            }
            #expect(try await claim(database, "a", at: 99) == nil)
            #expect(try await claim(database, "a", at: 250)?.id == 2)
            #expect(try await claim(database, "a", at: 250)?.id == 1)
            #expect(try await claim(database, "a", at: 250) == nil)
            #expect(try await database.read { try $0.hasWaitingJob(kinds: ["probe"], at: 299) } == false)
            #expect(try await database.read { try $0.hasWaitingJob(kinds: ["probe"], at: 300) })
            #expect(try await database.read { try $0.hasWaitingJob(kinds: ["other"], at: 300) } == false)
        }
    }

    @Test("Issue 3 §7: of many workers that ask at once each gets jobs of its own", arguments: Engine.allCases)
    func manyWorkers(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { (connection: Connection) throws -> Void in
                for id in 1...40 { try connection.enqueue(job(Int64(id))) }
            }
            let taken = try await withThrowingTaskGroup(of: [Int64].self) { group in
                for worker in 1...5 {
                    group.addTask {
                        var mine: [Int64] = []
                        while let job = try await claim(database, "worker-\(worker)", at: 100) { mine.append(job.id) }
                        return mine
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(taken.sorted() == Array(1...40))
        }
    }

    @Test(
        "Issue 3 §7: a job whose lease has run out is another's, and its first worker changes nothing any more",
        arguments: Engine.allCases)
    func takenOver(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { try $0.enqueue(job(7)) }
            #expect(try await claim(database, "a", at: 100)?.attempts == 1)
            #expect(try await claim(database, "b", at: 159) == nil, "one second before the end of the lease")
            let second = try await claim(database, "b", at: 160)
            #expect(second?.attempts == 2)
            let (first, now) = (JobHold(job: 7, worker: "a", attempt: 1), JobHold(job: 7, worker: "b", attempt: 2))
            try await database.write { (connection: Connection) throws -> Void in
                #expect(try connection.renewLease(first, until: 500, .init()) == .lost)
                #expect(try connection.endJob(first, .done, outcome: nil, .init(), at: testTime) == false)
                #expect(try connection.putBackJob(first, dueAt: 0, attempts: 0, outcome: nil) == false)
                #expect(try connection.renewLease(now, until: 500, .init(step: "x", done: 1, total: 2)) == .held)
                #expect(try connection.job(7)?.leaseUntil == 500)
                #expect(try connection.endJob(now, .done, outcome: "{}", .init(), at: testTime))
                #expect(try connection.job(7)?.state == .done)
            }
        }
    }

    @Test("Issue 3 §7: a waiting job is cancelled at once, a running one is asked to end", arguments: Engine.allCases)
    func cancelled(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { (connection: Connection) throws -> Void in
                try connection.enqueue(job(1))
                try connection.enqueue(job(2, due: 500))
            }
            _ = try await claim(database, "a", at: 100)
            try await database.write { (connection: Connection) throws -> Void in
                #expect(try connection.cancelJob(2, at: testTime))
                #expect(try connection.job(2)?.state == .cancelled)
                #expect(try connection.cancelJob(1, at: testTime))
                let hold = JobHold(job: 1, worker: "a", attempt: 1)
                #expect(try connection.renewLease(hold, until: 500, .init()) == .cancelAsked)
                #expect(try connection.endJob(hold, .cancelled, outcome: nil, .init(), at: testTime))
                #expect(try connection.cancelJob(1, at: testTime) == false, "it is over")
                #expect(try connection.retryJob(1, at: 600))
                #expect(try connection.retryJob(1, at: 600) == false, "it waits already")
            }
            #expect(try await claim(database, "a", at: 600)?.attempts == 1)
        }
    }

    @Test("Issue 3 §7: of the jobs with one key only the first is taken", arguments: Engine.allCases)
    func once(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { (connection: Connection) throws -> Void in
                #expect(try connection.enqueue(job(1, once: "weekly:63")))
                #expect(try connection.enqueue(job(2, once: "weekly:63")) == false)
                #expect(try connection.enqueue(job(3)))
                #expect(try connection.enqueue(job(4)))
                #expect(try connection.jobs(of: nil, limit: 10).map(\.id) == [4, 3, 1])
                #expect(try connection.jobs(of: nil, before: 4, limit: 1).map(\.id) == [3])
                #expect(try connection.jobs(of: nil, states: [.done], limit: 10) == [])
            }
        }
    }
}
