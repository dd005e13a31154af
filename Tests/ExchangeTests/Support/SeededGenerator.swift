/// SplitMix64: the same seed gives the same cases on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}

/// Damages bytes the way transfers, editors and people do: flips, cuts, doubles, swaps, puts in what hurts.
func mutated(_ bytes: [UInt8], by generator: inout SeededGenerator) -> [UInt8] {
    let nasty: [[UInt8]] = [
        [0x22], [0x0d], [0x0a], [0x0d, 0x0a], [0x00], [0x3b], [0x3b, 0x3b], [0xe9], [0xff, 0xfe], [0xc3], [0x1a],
        [0xef, 0xbb, 0xbf], Array("<!DOCTYPE x>".utf8), Array("&#38;".utf8), [0x3c], [0x3e], Array("1,2E+09".utf8),
        Array("31/02/2020".utf8), [UInt8](repeating: 0x41, count: 300),
    ]
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
        guard !bytes.isEmpty else { return bytes }
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        let length = min(Int.random(in: 1...20, using: &generator), bytes.count - place)
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.removeSubrange(place..<(place + length))
        case 2: bytes.insert(contentsOf: bytes[place..<(place + length)], at: place)
        case 3: bytes.insert(contentsOf: nasty.randomElement(using: &generator) ?? [], at: place)
        case 4: bytes.removeSubrange(place...)
        default: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &generator))
        }
    }
    return bytes
}
