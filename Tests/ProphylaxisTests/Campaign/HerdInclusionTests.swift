import Kernel
import Prophylaxis
import Register
import Testing

@Suite struct HerdInclusionTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func expect(
        _ decision: HerdInclusion.Decision, included: Bool, _ reasons: [HerdInclusion.Reason]
    ) {
        #expect(decision.included == included)
        #expect(decision.reasons == reasons)
    }

    private func decide(
        _ herdClass: HerdClass = .beef, classes: [HerdClass]? = nil,
        _ change: (inout HerdInclusion.Facts) throws -> Void = { _ in }
    ) throws -> HerdInclusion.Decision {
        let start: Day = "2020-10-01"
        var facts = HerdInclusion.Facts(herdClass: herdClass, campaignStart: start, asOf: start)
        try change(&facts)
        var parameters = HerdInclusion.Parameters()
        if let classes { parameters.includedClasses = classes }
        return try HerdInclusion.decide(facts, parameters)
    }

    @Test(
        "PRO-68, PRO-70: herds come in by class; fattening and approved breeding do not", arguments: HerdClass.allCases)
    func byClass(herdClass: HerdClass) throws {
        let out: [HerdClass] = [.fatteningIndoor, .fatteningDerogatory, .approvedBreeding]
        let decision = try decide(herdClass)
        #expect(decision.included == !out.contains(herdClass))
        #expect(decision.reasons == [out.contains(herdClass) ? .classNotIncluded : .classIncluded])
    }

    @Test("PRO-68: without any class only herds named one by one come in")
    func directSelection() throws {
        #expect(try decide(classes: []).included == false)
        let named = try decide(classes: []) { $0.includedByName = true }
        expect(named, included: true, [.includedByName, .classNotIncluded])
    }

    @Test(
        "PRO-76, PRO-78: exempt herds are taken out again; a name puts them back and the reason stays",
        arguments: [HerdInclusion.Reason.requalification, .fatteningDerogation, .approvedBreeding])
    func exempt(reason: HerdInclusion.Reason) throws {
        func mark(_ facts: inout HerdInclusion.Facts) {
            facts.requalification = reason == .requalification
            facts.fatteningDerogation = reason == .fatteningDerogation
            facts.approvedBreeding = reason == .approvedBreeding
        }
        expect(try decide { mark(&$0) }, included: false, [reason])
        let named = try decide {
            mark(&$0)
            $0.includedByName = true
        }
        expect(named, included: true, [.includedByName, reason])
    }

    @Test(
        "PRO-87: created after the campaign's start it stays out; on the day itself it is in",
        arguments: [("2020-09-30", true), ("2020-10-01", true), ("2020-10-02", false)])
    func openedAfterStart(openedOn: String, isIncluded: Bool) throws {
        let decision = try decide { $0.openedOn = try day(openedOn) }
        #expect(decision.included == isIncluded)
    }

    @Test("PRO-87: a change of type during the campaign keeps its prophylaxis")
    func changeOfType() throws {
        let decision = try decide {
            $0.openedOn = "2020-12-01"
            $0.changeOfType = true
        }
        expect(decision, included: true, [.changeOfType])
    }

    @Test(
        "PRO-68: a herd closed by the day in question is out, even by name",
        arguments: [("2020-09-30", false), ("2020-10-01", false), ("2020-10-02", true)])
    func closed(closedOn: String, isIncluded: Bool) throws {
        let decision = try decide {
            $0.closedOn = try day(closedOn)
            $0.includedByName = true
        }
        #expect(decision.included == isIncluded)
        #expect((decision.reasons.first == .closed) == !isIncluded)
    }

    @Test("PRO-68: named on both lists, the herd is out")
    func bothLists() throws {
        let decision = try decide {
            $0.includedByName = true
            $0.excludedByName = true
        }
        expect(decision, included: false, [.excludedByName])
    }
}
