import Kernel
import Prophylaxis
import Testing

@Suite("corrected-realisation: against an oracle")
struct CorrectedRealisationOracleTests {
    @Test("PRO-227 PRO-234 PRO-235 PRO-236 decision 12: random documents", arguments: 0..<600)
    func agrees(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let edited = Civil(year: 2020, month: 10, day: Int.random(in: 1...31, using: &generator)).asDay
        let visit = Int(edited.number) + Int.random(in: 0...40, using: &generator)
        let end = visit + Int.random(in: 60...120, using: &generator)
        let disease = Disease.allCases.randomElement(using: &generator) ?? .brucellosis
        let share = Int.random(in: 0...20, using: &generator)
        let animals = (0..<Int.random(in: 0...45, using: &generator)).map { index in
            let offset = [-1, 0, 1, 89, 90, 91, 120, 10].randomElement(using: &generator) ?? 0
            let base = offset < 5 ? Int(edited.number) : visit
            return CorrectedRealisation.Animal(
                animal: "A\(index)", tested: Int.random(in: 0..<20, using: &generator) < share,
                exitedOn: Bool.random(using: &generator) ? Day(number: Int32(base + offset)) : nil)
        }
        let decision = try CorrectedRealisation.decide(
            .init(
                disease: disease, editedOn: edited, firstVisit: Day(number: Int32(visit)),
                campaignEnd: Day(number: Int32(end)), animals: animals), .init())

        var (tested, exits) = (0, 0)
        for animal in animals {
            if animal.tested { tested += 1 }
            if !animal.tested, let exit = animal.exitedOn.map({ Int($0.number) }), exit >= Int(edited.number),
                exit <= visit + 90, exit <= end
            {
                exits += 1
            }
        }
        let requested = animals.count
        if disease == .tuberculosis && 10 * tested >= 9 * requested && tested < requested { exits = 0 }
        let remaining = requested - exits
        var minimum = remaining <= 10 ? remaining - 1 : remaining - remaining / 10
        if disease == .tuberculosis { minimum = remaining }
        if minimum < 0 { minimum = 0 }
        #expect((decision.requested, decision.tested, decision.deducted) == (requested, tested, exits))
        #expect((decision.minimum, decision.sufficient) == (minimum, tested >= minimum))
    }
}
