import Kernel
import Register
import Store
import TestSupport
import Testing

@testable import UseCases

@Suite("Issue 3 §5: the work of the week") struct WorkListNoticeTests {
    /// An alert for each to close: work that waits.
    private func open(
        _ scene: NoticeScene, for audiences: [ResultAlert.Audience] = [.authority, .delegate]
    ) async throws {
        let campaign = scene.desk.campaign
        try await scene.database.write { connection in
            try connection.execute("UPDATE campaign SET state = 'executed'")
            for audience in audiences {
                var alert = ResultAlert(audience, "referral", department: "63", subject: "x", facts: "{}")
                (alert.campaign, alert.intervention) = (campaign, scene.desk.intervention)
                try connection.raise([alert], on: day("2020-11-20"))
            }
        }
    }

    @Test(
        "once a week by department and role, however many workers try at the same moment", arguments: Engine.allCases)
    func once(engine: Engine) async throws {
        try await NoticeScene.run(engine) { scene in
            try await open(scene)
            let (installation, week) = (scene.installation, "2020-11-16")
            try await withThrowingTaskGroup { group in
                for _ in 1...4 {
                    group.addTask { _ = try await WorkListsWork(week: week).run(in: installation) }
                }
                try await group.waitForAll()
            }
            #expect(try await scene.notices(.authorityWork) == ["dd63 app waiting", "dd63 mail waiting"])
            #expect(
                try await scene.notices(.delegateWork)
                    == ["opi", "opi63", "region"].flatMap { ["\($0) app waiting", "\($0) mail waiting"] })
            _ = try await WorkListsWork(week: "2020-11-23").run(in: installation)
            #expect(try await scene.notices(.authorityWork).count == 4, "another week")
        }
    }

    @Test("decision 3: an alert of the authority's is no work of the delegate's", arguments: Engine.allCases)
    func authoritys(engine: Engine) async throws {
        try await NoticeScene.run(engine) { scene in
            try await open(scene, for: [.authority])
            _ = try await WorkListsWork(week: "2020-11-16").run(in: scene.installation)
            #expect(try await scene.notices(.authorityWork) == ["dd63 app waiting", "dd63 mail waiting"])
            #expect(try await scene.notices(.delegateWork) == [])
        }
    }

    @Test("a week without work says nothing", arguments: Engine.allCases)
    func nothing(engine: Engine) async throws {
        try await NoticeScene.run(engine) { scene in
            try await scene.database.write {
                try $0.execute("UPDATE campaign SET state = 'executed'")
                try $0.execute("UPDATE intervention SET state = 'withdrawn', state_reason = 'essai'")
            }
            _ = try await WorkListsWork(week: "2020-11-16").run(in: scene.installation)
            #expect(try await scene.notices() == [])
        }
    }

    @Test("who has several departments gets one mail that names them", arguments: Engine.allCases)
    func oneMail(engine: Engine) async throws {
        try await MailKeeper.run { keeper in
            try await NoticeScene.run(engine) { scene in
                try await open(scene)
                try await scene.database.write { connection in
                    try connection.execute(
                        """
                        INSERT INTO campaign
                            (id, department, prophylaxis_year, name, starts_on, ends_on, state, parameters)
                        SELECT 900, '15', prophylaxis_year, name, starts_on, ends_on, 'executed', parameters
                        FROM campaign
                        """)
                    var alert = ResultAlert(.delegate, "referral", department: "15", subject: "x", facts: "{}")
                    alert.campaign = 900
                    try connection.raise([alert], on: day("2020-11-20"))
                }
                try scene.sendMail(by: keeper.port)
                _ = try await WorkListsWork(week: "2020-11-16").run(in: scene.installation)
                _ = try await scene.worker().runDue()
                let mails = try keeper.mails().filter { $0.to == ["region@exemple.fr"] }
                #expect(mails.count == 1)
                let text = mails.first?.text ?? ""
                #expect(text.contains("département 15") && text.contains("département 63"))
                #expect(
                    try await scene.notices(.delegateWork).filter { $0.hasPrefix("region mail") } == [
                        "region mail done", "region mail done",
                    ])
            }
        }
    }

    @Test(
        "it is due from Monday morning on, for the week of its Monday",
        arguments: [
            ("2020-11-15", 20, "2020-11-09"), ("2020-11-16", 3, nil), ("2020-11-16", 4, "2020-11-16"),
            ("2020-11-17", 0, "2020-11-16"), ("2020-11-22", 23, "2020-11-16"),
        ])
    func due(today: String, hour: Int, week: String?) {
        #expect(WorkListsWork.due(on: day(today), at: hour * 3600)?.week == week)
    }

    @Test("what was told long ago is forgotten, but for mails that wait", arguments: Engine.allCases)
    func forgotten(engine: Engine) async throws {
        try await NoticeScene.run(engine) { scene in
            _ = try await scene.desk.send([BloodDesk.Line(interpretation: "POS")])
            scene.clock.advance(500 * 86_400)
            _ = try await WorkListsWork(week: "2022-04-04").run(in: scene.installation)
            #expect(try await scene.notices(.nonNegativeResult).count == 6, "its mails wait")
            try await scene.database.write {
                try $0.execute("UPDATE notice SET state = 'expired' WHERE channel = 'mail'")
            }
            _ = try await WorkListsWork(week: "2022-04-11").run(in: scene.installation)
            let old = "SELECT count(*) FROM notice_event WHERE topic = 'non-negative-result'"
            #expect(try await scene.desk.count(old) == 0)
        }
    }
}
