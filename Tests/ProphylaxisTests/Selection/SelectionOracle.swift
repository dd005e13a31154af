import Kernel
import Prophylaxis

/// The selection written again, slowly and straight from the text (PRO-126, PRO-129, PRO-130, AMB-01 to AMB-04 and
/// the contract), on plain civil dates. It shares nothing with the rule but the types of the answer.
struct SelectionOracle {
    struct Animal {
        var name: String
        var isMale: Bool
        var born: Civil
        var entered: Civil?
        var sampled: Bool
    }

    let reference: Civil
    let seed: UInt64

    func isEligible(_ animal: Animal) -> Bool { animal.born.shifted(months: 24).order <= reference.order }

    func level(_ animal: Animal) -> Int {
        if !isEligible(animal) { return 3 }
        if animal.isMale && reference.order > animal.born.shifted(months: 36).order { return 1 }
        if let entered = animal.entered, entered.order > reference.shifted(months: -12).order { return 2 }
        return 3
    }

    func required(_ eligible: Int) -> Int {
        var number = (eligible + 4) / 5
        if number < 10 { number = 10 }
        return number > eligible ? eligible : number
    }

    func select(_ animals: [Animal], kept: [String]) -> (eligible: Int, required: Int, selected: [String]) {
        let eligible = animals.filter(isEligible)
        let number = required(eligible.count)
        let first = byPriority(animals.filter { kept.contains($0.name) })
        let others = byPriority(eligible.filter { !kept.contains($0.name) })
        let missing = number - first.count
        let completed = first + (missing > 0 ? Array(others.prefix(missing)) : [])
        return (eligible.count, number, completed.map { "\($0.name):\(level($0))" })
    }

    /// Sorts by the least criterion first, relying on the sort being stable (as Swift's is).
    private func byPriority(_ animals: [Animal]) -> [Animal] {
        var sorted = animals
        sorted.sort { Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8)) }
        sorted.sort { chance($0.name) < chance($1.name) }
        sorted.sort { $0.isMale && !$1.isMale }
        sorted.sort { level($0) < level($1) }
        sorted.sort { $0.sampled && !$1.sampled }
        return sorted
    }

    /// h(seed, animal) of the contract, in 128-bit arithmetic reduced modulo 2^64.
    private func chance(_ name: String) -> UInt64 {
        let modulus: UInt128 = 1 << 64
        var x: UInt128 = 0xcbf2_9ce4_8422_2325
        for byte in name.utf8 { x = (x ^ UInt128(byte)) * 0x100_0000_01b3 % modulus }
        var z = (x + UInt128(seed) * 0x9e37_79b9_7f4a_7c15) % modulus
        z = (z ^ z >> 30) * 0xbf58_476d_1ce4_e5b9 % modulus
        z = (z ^ z >> 27) * 0x94d0_49bb_1331_11eb % modulus
        return UInt64(z ^ z >> 31)
    }
}
