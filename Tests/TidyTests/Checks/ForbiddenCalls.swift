extension Check {
    static let core: Set = ["Kernel", "Register", "Programmes", "Prophylaxis"]
    /// Where the outside world comes in as a parameter: the core, the codecs, the printed documents.
    static let pure = core.union(["Exchange", "Documents"])

    static let clock = forbidden(
        "no clock in rules, codecs, documents", in: pure, because: "takes the day or time as a parameter",
        [
            ["Date", "(", ")"], ["Date", ".", "now"], [".", "now"], ["ContinuousClock"], ["SuspendingClock"],
            ["clock_gettime"], ["gettimeofday"], ["time", "(", "nil", ")"], ["localtime_r"], ["DispatchTime"],
            ["Task", ".", "sleep"],
        ])

    /// `hashValue` and unseeded shuffles differ from run to run; chance is a documented hash of seed and identifier.
    static let chance = forbidden(
        "no randomness in rules, codecs, documents", in: pure, because: "takes chance from the stored seed",
        [
            [".", "random", "("], ["random", "(", ")"], ["SystemRandomNumberGenerator"], ["randomElement", "(", ")"],
            ["shuffled", "(", ")"], ["shuffle", "(", ")"], ["hashValue"], ["Hasher", "(", ")"], ["UUID", "(", ")"],
            ["arc4random"], ["getrandom"],
        ])

    static let inexactNumbers = forbidden(
        "no floating point in rules", in: core, because: "counts with integers and Ratio",
        [["Double"], ["Float"], ["Float32"], ["Float64"], ["CGFloat"]])

    static let printing = Check("only the command line prints") { source in
        guard let target = source.target, target != "vigie", source.isSwift else { return [] }
        return [["print", "("], ["debugPrint", "("], ["dump", "("]].flatMap { pattern in
            occurrences(of: pattern, in: source.tokens)
                .filter { $0 == 0 || ![".", "func"].contains(source.tokens[$0 - 1].text) }
                .map { source.violation(source.tokens[$0].line, "\(target) prints; return the value instead") }
        }
    }

    private static func forbidden(
        _ name: String, in targets: Set<String>, because reason: String, _ patterns: [[String]]
    ) -> Check {
        Check(name) { source in
            guard let target = source.target, targets.contains(target) else { return [] }
            return patterns.flatMap { pattern in
                occurrences(of: pattern, in: source.tokens).map {
                    source.violation(source.tokens[$0].line, "\(pattern.joined()) in \(target), which \(reason)")
                }
            }
        }
    }
}
