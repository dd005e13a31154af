import Kernel
import Prophylaxis
import Testing

@Suite("tuberculin-selection")
struct TuberculinSelectionTests {
    private static func candidate(_ animal: String, born: Day, sex: SamplingSelection.Sex = .female)
        -> SamplingSelection.Candidate
    {
        .init(animal: animal, sex: sex, birthDate: born, enteredOn: nil, sampledForOtherDisease: false)
    }

    private static let herd = [
        candidate("CALF", born: "2020-11-01"), candidate("HEIFER", born: "2019-10-01"),
        candidate("EXACT", born: "2019-01-20"), candidate("YOUNGER", born: "2019-01-21"),
        candidate("BULL", born: "2016-05-05", sex: .male),
    ]

    private static func decide(
        commune: String? = nil, risk: Bool = false, already: [String]? = nil,
        _ change: (inout TuberculinParameters) -> Void = { _ in }
    ) throws -> TuberculinSelection.Decision {
        var parameters = TuberculinParameters()
        change(&parameters)
        return try TuberculinSelection.decide(
            .init(
                referenceDate: "2021-01-20", commune: commune, isRiskHerd: risk, animals: herd, alreadySelected: already
            ),
            parameters)
    }

    @Test("PRO-131: every animal of the age, males too; the age is completed on its day")
    func generalAge() throws {
        let decision = try Self.decide()
        #expect(decision.selected == ["EXACT", "BULL"])
        #expect(decision.eligible == 2)
        #expect(decision.ageMonths == 24)
        #expect(decision.ageRule == .general)
    }

    @Test("PRO-131: a herd at risk is tested from 12 months")
    func riskHerd() throws {
        let decision = try Self.decide(risk: true)
        #expect(decision.selected == ["HEIFER", "EXACT", "YOUNGER", "BULL"])
        #expect(decision.ageRule == .riskHerd)
    }

    @Test("PRO-131: a commune in a reinforced zone has its own age; of several limits the lowest counts")
    func zone() throws {
        let zone: (inout TuberculinParameters) -> Void = { $0.ageMonthsByCommune = ["63113": 2] }
        let inside = try Self.decide(commune: "63113", risk: true, zone)
        #expect(inside.ageMonths == 2)
        #expect(inside.ageRule == .zone)
        #expect(inside.selected.count == 5)
        #expect(try Self.decide(commune: "63114", zone).ageRule == .general)
    }

    @Test("PRO-131: a zone's limit above the general one does not spare an animal")
    func zoneAboveGeneral() throws {
        let decision = try Self.decide(commune: "63113") { $0.ageMonthsByCommune = ["63113": 36] }
        #expect(decision.ageMonths == 24)
    }

    @Test("PRO-126: an animal that an earlier edition asked for stays")
    func earlierStays() throws {
        let decision = try Self.decide(already: ["CALF", "GONE"])
        #expect(decision.selected == ["CALF", "EXACT", "BULL"])
        #expect(decision.eligible == 2)
    }

    @Test("An animal that is born after the reference date is not selected, even from an age of 0")
    func unborn() throws {
        var parameters = TuberculinParameters()
        parameters.minimumAgeMonths = 0
        let decision = try TuberculinSelection.decide(
            .init(
                referenceDate: "2020-10-31", commune: nil, isRiskHerd: false, animals: [Self.herd[0]]), parameters)
        #expect(decision.selected.isEmpty)
    }
}
