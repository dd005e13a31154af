/// Reproducible randomness for tests that compare a rule with an oracle on many cases: a failure names its seed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &+ 0x1234_5678_9abc_def1 }

    /// Xorshift64*, on purpose another generator than the rules' own hash.
    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 0x2545_f491_4f6c_dd1d
    }
}
