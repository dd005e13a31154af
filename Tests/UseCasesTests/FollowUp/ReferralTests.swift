import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@Suite struct ReferralTests {
    @Test(
        "PRO-119: an error in an agreement, an order or an exemption goes to the authority, which alone closes it",
        arguments: Engine.allCases, ReferToAuthority.Subject.allCases)
    func refers(engine: Engine, subject: ReferToAuthority.Subject) async throws {
        let negative: [String?] = Array(repeating: "NEG", count: 3)
        try await EvaluationScene.run(engine, brucellosis: negative, leukosis: negative) { scene in
            func refer(_ text: String, _ number: String? = nil) -> ReferToAuthority {
                ReferToAuthority(campaign: EvaluationScene.selector, subject, text: text, intervention: number)
            }
            #expect(try await scene.refusals { try await scene.perform(refer(" ")) } == ["close-reason-missing"])
            try await scene.perform(refer("la commune 63001 manque", scene.number))
            try await scene.perform(refer("la commune 63001 manque", scene.number))
            let alerts = try await scene.perform(ListWork(campaign: EvaluationScene.selector, kind: .alerts)).objects
            #expect(alerts.count == 1, "told twice, it stands once")
            let alert = try #require(alerts.first)
            #expect(alert["pour"] == "autorité")
            #expect(alert["intervention"] == scene.number)
            #expect(alert["detail"]?.contains("63001") == true)
            let item = try #require(alert["alerte"].flatMap { Int64($0) })
            let close = CloseWorkItem(department: Fixture.department, item: item, reason: "arrêté modificatif")
            #expect(try await scene.refusals { try await scene.perform(close) } == ["role-may-not"])
            try await scene.perform(close, as: .authority)
            let left = try await scene.perform(ListWork(campaign: EvaluationScene.selector, kind: .alerts)).rows
            #expect(left.isEmpty)
        }
    }
}
