import Kernel
import Register
import Store
import TestSupport
import Testing
import UseCases

@Suite("Issue 3 §5: who is told of results and files") struct ResultNoticeTests {
    typealias Line = BloodDesk.Line

    private static let told = ["dd63", "opi", "opi63"].flatMap { ["\($0) app waiting", "\($0) mail waiting"] }

    @Test(
        "CAL-42, PRO-168: a non-negative result is told at once to authority and inspectors of the department only",
        arguments: Engine.allCases)
    func nonNegative(engine: Engine) async throws {
        try await NoticeScene.run(engine) { scene in
            _ = try await scene.desk.send([
                Line(animal: BloodDesk.animal(0), interpretation: "POS"), Line(animal: BloodDesk.animal(1)),
                Line(animal: BloodDesk.animal(2), interpretation: "DTX"),
            ])
            #expect(try await scene.notices(.nonNegativeResult) == Self.told)
            #expect(try await scene.desk.count("SELECT count(*) FROM notice_event") == 1, "one event for one file")
            let jobs = "SELECT count(*) FROM job WHERE kind = 'mail' AND actor IS NULL"
            #expect(try await scene.desk.count(jobs) == 3)
            let shown = try await ListNotices().perform(scene.context("dd63"))
            #expect(shown.unread == 1 && shown.lines.first?.notice.event.intervention == scene.desk.number)
        }
    }

    @Test("the same file again, and a negative one, tell nothing", arguments: Engine.allCases)
    func again(engine: Engine) async throws {
        try await NoticeScene.run(engine) { scene in
            for _ in 1...2 { _ = try await scene.desk.send([Line(interpretation: "POS")]) }
            _ = try await scene.desk.send([Line(animal: BloodDesk.animal(1))], reference: "R2")
            #expect(try await scene.notices() == Self.told)
        }
    }

    @Test("an import that is undone tells nothing: the event stands in its transaction", arguments: Engine.allCases)
    func undone(engine: Engine) async throws {
        try await NoticeScene.run(engine) { scene in
            try await scene.database.write { connection in
                try connection.execute("DROP TABLE job_file")
                try connection.execute("DROP TABLE job")
            }
            await #expect(throws: (any Error).self) { _ = try await scene.desk.send([Line(interpretation: "POS")]) }
            #expect(try await scene.desk.count("SELECT count(*) FROM blood_result") == 0)
            #expect(try await scene.desk.count("SELECT count(*) FROM notice_event") == 0)
        }
    }

    @Test("who loses the department sees nothing of it any more", arguments: Engine.allCases)
    func rights(engine: Engine) async throws {
        try await NoticeScene.run(engine) { scene in
            _ = try await scene.desk.send([Line(interpretation: "POS")])
            let id = try #require(try await ListNotices().perform(scene.context("opi63")).lines.first?.notice.id)
            try await scene.database.write {
                try $0.setRights(of: "opi63", role: .inspector, scope: .departments(["15"]))
            }
            #expect(try await scene.seen("opi63") == [])
            let context = try await scene.context("opi63")
            #expect(try await UnreadNotices.count(for: context.actor, scene.installation) == 0)
            #expect(try await refusal { _ = try await OpenNotice(id).perform(context) } == "notice-unknown")
            try await scene.database.write {
                try $0.setRights(of: "dd63", role: .laboratory, scope: .departments(["63"]))
            }
            #expect(try await scene.seen("dd63") == [], "another role is told of other things")
        }
    }

    @Test("somebody else's notice answers like one that is not there", arguments: Engine.allCases)
    func foreign(engine: Engine) async throws {
        try await NoticeScene.run(engine) { scene in
            _ = try await scene.desk.send([Line(interpretation: "POS")])
            let id = try #require(try await ListNotices().perform(scene.context("opi63")).lines.first?.notice.id)
            let context = try await scene.context("dd63")
            #expect(try await refusal { _ = try await OpenNotice(id).perform(context) } == "notice-unknown")
            try await MarkNotices(.one(id)).perform(context)
            #expect(try await ListNotices().perform(scene.context("opi63")).unread == 1)
        }
    }

    @Test(
        "PRO-53: that a herd sells raw milk is told to those only who may know, and never by mail",
        arguments: Engine.allCases)
    func rawMilk(engine: Engine) async throws {
        try await NoticeScene.run(engine) { scene in
            try await scene.database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO authorisation (id, herd_id, kind, since)
                    SELECT 7000, herd_id, 'raw-milk-sale', '2020-01-01' FROM intervention
                    """)
            }
            _ = try await scene.desk.send([Line(interpretation: "POS")])
            #expect(try await ListNotices().perform(scene.context("dd63")).lines.map(\.isRawMilk) == [true])
            #expect(try await ListNotices().perform(scene.context("opi63")).lines.map(\.isRawMilk) == [false])
        }
    }

    @Test("PRO-12: a convention that keeps the results with the authority tells the authority alone")
    func convention() async throws {
        try await NoticeScene.run(.sqlite) { scene in
            let tree = JSONValue.object(["withheld": .array([.string("result.decide")])])
            _ = try await SetConvention(department: "63", tree: tree, justification: "avenant")
                .perform(scene.context("dd63"))
            _ = try await scene.desk.send([Line(interpretation: "POS")])
            #expect(try await scene.notices(.nonNegativeResult) == ["dd63 app waiting", "dd63 mail waiting"])
        }
    }

    @Test("what somebody does not want is not written; the own account is always shown", arguments: Engine.allCases)
    func choices(engine: Engine) async throws {
        try await NoticeScene.run(engine) { scene in
            try await ChooseNotices(inApp: [], byMail: []).perform(scene.context("opi63"))
            try await ChooseNotices(inApp: [.nonNegative], byMail: []).perform(scene.context("opi"))
            try await ChooseNotices(inApp: [], byMail: [.nonNegative]).perform(scene.context("dd63"))
            let settings = try await ReadNoticeSettings().perform(scene.context("opi63"))
            #expect(settings.lines.filter(\.inApp).map(\.kind) == [.account])
            _ = try await scene.desk.send([Line(interpretation: "POS")])
            #expect(try await scene.notices() == ["dd63 mail waiting", "opi app waiting"])
        }
    }

    @Test(
        "CAL-42: a file with refused lines is told once to who sent it and to the laboratory",
        arguments: Engine.allCases)
    func refusedFile(engine: Engine) async throws {
        try await NoticeScene.run(engine) { scene in
            let text = scene.desk.xml([Line(animal: "FR9900099999", number: "990099990000")])
            for _ in 1...2 {
                _ = try await ImportAnalysisReport(
                    .text(text, name: "rai.xml"), department: Fixture.department, fictitious: true
                ).perform(scene.context("opi63"))
            }
            let notices = try await scene.notices(.fileRefused)
            #expect(notices == ["lda app waiting", "lda mail waiting", "opi63 app waiting", "opi63 mail waiting"])
            let line = try #require(try await ListNotices().perform(scene.context("lda")).lines.first)
            let file = try await ShowReceivedFile(line.notice.event.importID ?? 0).perform(scene.context("lda"))
            #expect(file.openLines > 0 || file.run.refusedCount > 0)
        }
    }

    @Test("pages go on where the last one ended, and « all » means what was on the page", arguments: Engine.allCases)
    func pages(engine: Engine) async throws {
        try await NoticeScene.run(engine) { scene in
            for index in 0..<4 {
                _ = try await scene.desk.send(
                    [Line(animal: BloodDesk.animal(index), interpretation: "POS", sample: "S\(index)")],
                    reference: "R\(index)")
            }
            let context = try await scene.context("dd63")
            let first = try await ListNotices(limit: 3).perform(context)
            #expect(first.lines.count == 3 && first.unread == 4)
            let next = try #require(first.next)
            #expect(try await ListNotices(before: next, limit: 3).perform(context).lines.count == 1)
            try await MarkNotices(.upTo(next)).perform(context)
            #expect(try await ListNotices().perform(context).unread == 2)
            _ = try await OpenNotice(first.lines[0].notice.id).perform(context)
            #expect(try await ListNotices().perform(context).unread == 1)
        }
    }
}
