import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

/// Laboratories of blood plans after the execution.
@Suite struct AssignLaboratoryTests {
    private func assign(
        _ desk: SetupDesk, _ code: String, _ number: String? = nil, disease: Disease = .brucellosis
    ) -> AssignLaboratory {
        AssignLaboratory(selector: desk.selector, disease: disease, code: code, number: number, reason: "essai")
    }

    private func laboratories(_ desk: SetupDesk) async throws -> [Int64?] {
        try await desk.read { connection in
            try connection.requestedPlans(of: desk.selector.find(in: connection).id)
                .filter { $0.matrix == .blood }.map(\.laboratory)
        }
    }

    @Test("PRO-90: the plan of one holding gets another laboratory, the others keep theirs", arguments: Engine.allCases)
    func one(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.write { fixture, _ in _ = try fixture.campaignHerd("99000040", "A", .beef) }
            try await desk.execute()
            try await desk.write { fixture, _ in _ = try fixture.laboratory("LDA15") }
            let outcome = try await desk.perform(assign(desk, "LDA15", "202100000001"), as: .authority)
            #expect(outcome.changed == 1)
            #expect(outcome.findings.isEmpty)
            let same = try await laboratories(desk).filter { $0 == desk.ids.laboratory }.count
            #expect(same == 3)
        }
    }

    @Test("PRO-97: all plans without laboratory get one, those that have one keep it", arguments: Engine.allCases)
    func missing(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.write { fixture, _ in _ = try fixture.campaignHerd("99000040", "A", .beef) }
            try await desk.execute()
            try await desk.write { fixture, connection in
                _ = try fixture.laboratory("LDA15")
                try connection.execute(
                    """
                    UPDATE requested_plan SET laboratory_id = NULL WHERE disease = 'BRU' AND intervention_id =
                        (SELECT id FROM intervention WHERE number = '202100000001')
                    """)
            }
            let outcome = try await desk.perform(assign(desk, "LDA15"), as: .authority)
            #expect(outcome.changed == 1)
            let found = try await laboratories(desk)
            #expect(found.filter { $0 == nil }.isEmpty)
            #expect(found.filter { $0 == desk.ids.laboratory }.count == 3)
            let again = try await desk.perform(assign(desk, "LDA15"), as: .authority)
            #expect(again.changed == 0)
        }
    }

    @Test(
        "PRO-167, PRO-89: an unknown or unapproved laboratory, a milk plan, another number are refused",
        arguments: Engine.allCases)
    func refused(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.execute()
            let cases: [(AssignLaboratory, CampaignFinding)] = [
                (assign(desk, "LDA00"), .laboratoryUnknown), (assign(desk, "LIAL99"), .laboratoryNotApproved),
                (assign(desk, "LDA99", disease: .tuberculosis), .laboratoryNotApproved),
                (assign(desk, "LDA99", "202100000002"), .planUnknown),
                (assign(desk, "LDA99", "202000000001"), .interventionUnknown),
            ]
            for (useCase, code) in cases {
                try await expectRefusal(code) { try await desk.perform(useCase, as: .authority) }
            }
        }
    }

    @Test("PRO-95: a document validated before the change is named", arguments: Engine.allCases)
    func outdatedDocument(engine: Engine) async throws {
        try await SetupDesk.with(engine) { desk in
            try await desk.execute()
            try await desk.write { fixture, connection in
                _ = try fixture.laboratory("LDA15")
                let campaign = try desk.selector.find(in: connection).id
                let beef = try connection.mainIntervention(campaign: campaign, herd: desk.ids.beef)
                if let beef { try fixture.document(in: campaign, beef.id, animals: [], for: [], on: "2020-11-01") }
            }
            let outcome = try await desk.perform(assign(desk, "LDA15", "202100000001"), as: .authority)
            #expect(outcome.findings.map(\.code) == [CampaignFinding.documentToEditAgain.rawValue])
        }
    }
}
