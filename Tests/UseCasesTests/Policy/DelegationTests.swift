import Kernel
import Prophylaxis
import Register
import Store
import TestSupport
import Testing
import UseCases

@Suite("What the convention delegates")
struct DelegationTests {
    /// Does nothing, for someone who may.
    private struct Probe: UseCase {
        let intention: Intention
        let department: String? = "63"
        func run(_ context: Context) async throws {}
    }

    private func may(_ role: Role, _ intention: Intention, _ register: inout RegisterCase) async throws -> [String] {
        register.role = role
        let context = register.context
        return try await refusals { try await Probe(intention: intention).perform(context) }
    }

    private func convention(_ register: inout RegisterCase, _ tree: [String: JSONValue]) async throws {
        register.role = .authority
        _ = try await SetConvention(department: "63", tree: .object(tree), justification: "avenant")
            .perform(register.context)
    }

    @Test(
        "PRO-204, PRO-45, PRO-207: a step is the delegate's wholly, unless the convention says otherwise",
        arguments: [
            (9, Intention.resultsEnter), (9, .milkResultsImport), (2, .productionTypeSet), (10, .reportIssue),
            (10, .evaluationSet), (1, .herdMaintain), (7, .documentEdit), (8, .documentDispatch),
        ], Engine.allCases)
    func byStep(act: (step: Int, intention: Intention), engine: Engine) async throws {
        try await withRegister(engine) { register in
            #expect(try await may(.inspector, act.intention, &register) == [], "without a convention")
            try await convention(&register, ["delegation": .object([String(act.step): .string("total")])])
            #expect(try await may(.inspector, act.intention, &register) == [])
            try await convention(&register, ["delegation": .object([String(act.step): .string("none")])])
            #expect(try await may(.inspector, act.intention, &register) == ["step-not-delegated"])
            #expect(try await may(.authority, act.intention, &register) == [], "the authority's own right stands")
        }
    }

    @Test(
        "PRO-12: of a partly delegated step the convention keeps single acts back", arguments: Engine.allCases)
    func partly(engine: Engine) async throws {
        try await withRegister(engine) { register in
            try await convention(
                &register,
                ["delegation": .object(["9": .string("partial")]), "withheld": .array([.string("result.decide")])])
            #expect(try await may(.inspector, .resultDecide, &register) == ["not-delegated"])
            #expect(try await may(.inspector, .resultsEnter, &register) == [])
            register.role = .authority
            let authority = register.context
            let wrong = SetConvention(
                department: "63", tree: .object(["withheld": .array([.string("no.such")])]), justification: "x")
            #expect(try await refusals { _ = try await wrong.perform(authority) } == ["campaign-convention-file"])
        }
    }

    @Test(
        "PRO-207: planning a brucellosis retest may be delegated; ordering it and enquiries never are",
        arguments: Engine.allCases)
    func retests(engine: Engine) async throws {
        try await withRegister(engine) { register in
            #expect(try await may(.inspector, .retestPlan, &register) == [])
            try await convention(&register, ["retestPlanningDelegated": .bool(false)])
            #expect(try await may(.inspector, .retestPlan, &register) == ["not-delegated"])
            #expect(try await may(.authority, .retestPlan, &register) == [])
            for intention in [Intention.retestOrder, .enquiryRecord, .followUpRecord] {
                #expect(try await may(.inspector, intention, &register) == ["role-may-not"])
                #expect(try await may(.delegateRegion, intention, &register) == ["role-may-not"])
            }
        }
    }

    @Test("PRO-204: a laboratory sends its results whatever the convention delegates", arguments: Engine.allCases)
    func laboratories(engine: Engine) async throws {
        try await withRegister(engine) { register in
            try await convention(&register, ["delegation": .object(["9": .string("none")])])
            #expect(try await may(.laboratory, .resultsImport, &register) == [])
            #expect(try await may(.dairyLaboratory, .milkResultsImport, &register) == [])
        }
    }

    @Test("PRO-12, PRO-207: every step of the specification but the authority's own has its acts")
    func steps() {
        let steps = Set(Intention.allCases.compactMap(\.step))
        #expect(steps == Set(1...11))
        let evaluation = Intention.allCases.filter { $0.step == 10 }
        #expect(evaluation.allSatisfy { Policy.allows($0, to: .inspector) }, "delegable up to the report")
    }
}
