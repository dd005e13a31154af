import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

/// Who hears of a result that is not negative, and when.
@Suite struct AlertCopyTests {
    /// What the list of alerts shows on a day: kind with its audience.
    private func alerts(_ desk: BloodDesk, as role: Role, today: String) async throws -> [String?] {
        let list = ListWork(campaign: CampaignSelector(department: "63"), kind: .alerts)
        return try await list.perform(context(desk.database, role: role, today: today)).objects.map { line in
            line["detail"].map { "\($0.prefix { $0 != ":" })(\(line["pour"] ?? ""))" }
        }
    }

    @Test(
        "PRO-168: a positive analysis reaches the authority on the day it is received, the delegate sees it too",
        arguments: Engine.allCases)
    func blood(engine: Engine) async throws {
        try await BloodDesk.with(engine) { desk in
            #expect(try await alerts(desk, as: .authority, today: "2020-11-20").isEmpty)
            _ = try await desk.send([BloodDesk.Line(interpretation: "POS")], today: "2020-11-20")
            for role in [Role.authority, .inspector] {
                #expect(
                    try await alerts(desk, as: role, today: "2020-11-20") == ["Résultat non négatif (autorité)"])
            }
            #expect(try await desk.texts("SELECT opened_on FROM work_item") == ["2020-11-20"])
        }
    }

    @Test(
        "PRO-180: a tuberculin report with a non-negative animal goes to the authority too, one without does not",
        arguments: Engine.allCases, [0, 1])
    func tuberculin(engine: Engine, positive: Int) async throws {
        try await BloodDesk.with(engine) { desk in
            try await desk.database.write { connection in
                try Fixture(connection).plan(.tuberculosis, .skin, in: desk.campaign, desk.intervention)
                try connection.execute("UPDATE requested_animal SET diseases = 7")
            }
            var input = TuberculinInput(
                intervention: desk.number, method: "IDS", injectedOn: day("2020-11-02"),
                receivedOn: day("2020-11-10"))
            input.readOn = day("2020-11-05")
            input.subjective = false
            input.counts.testedSimple = 3
            input.counts.negativeSimple = 3 - positive
            if positive > 0 {
                input.counts.positiveSimple = positive
                input.animals = [.init(number: BloodDesk.animal(0), outcome: "positive")]
            }
            let add = AddTuberculinReport(input, department: "63", fictitious: true)
            _ = try await add.perform(context(desk.database, today: "2020-11-10"))
            let expected = positive > 0 ? ["Résultat non négatif (autorité)"] : []
            #expect(try await alerts(desk, as: .authority, today: "2020-11-10") == expected)
            #expect(try await alerts(desk, as: .inspector, today: "2020-11-10") == expected)
        }
    }
}
