import Exchange
import Kernel
import Prophylaxis

/// What goes wrong between a farm and a laboratory's file, each at least once.
struct BloodFaults {
    /// A number as the laboratory could read it, and the true one.
    private(set) var smeared: [(read: String, number: String)] = []
    /// Tubes that came with the number of another intervention: the animal, and where it belongs.
    private(set) var mistyped: [(animal: String, intervention: String)] = []
    private var chance: SplitMix64
    private var results = 0
    private var requests = 0

    init(_ chance: SplitMix64) { self.chance = chance }

    /// What the file has in place of a result: the result, spoilt or twice.
    mutating func spoil(_ result: AnalysisResult, of intervention: String) -> [AnalysisResult] {
        guard result.interpretation == .negative else { return [result] }
        results += 1
        var result = result
        switch results == 40 ? 0 : results == 70 ? 30 : results == 90 ? 40 : chance.below(20_000) {
        case 0..<28: (result.interpretation, result.reason, result.analysedOn) = (nil, .haemolysed, nil)
        case 30..<34:
            let number = result.animal?.description ?? ""
            let read = number.prefix(8) + "?" + number.dropFirst(9)
            smeared.append((String(read), number))
            result.animal = AnimalNumber(stored: String(read))
        case 40..<60: return [result, result]
        default: break
        }
        return [result]
    }

    /// Requests of their own beside a herd's: tubes of animals that nobody knows, under the wrong plan or number.
    mutating func strays(from request: AnalysisReport.Request) -> [AnalysisReport.Request] {
        guard let last = request.results.last(where: { $0.interpretation == .negative }) else { return [] }
        requests += 1
        var stray = last
        stray.sample += "-B"
        switch requests == 3 ? 0 : requests == 5 ? 10 : requests == 7 ? 20 : chance.below(1000) {
        case 0..<6: stray.animal = AnimalNumber(stored: "FR9998" + padded(chance.below(1_000_000), 6))
        case 10..<12: stray.matrix = .milk
        case 20..<22:
            mistyped.append((last.animal?.description ?? "", request.intervention ?? ""))
            return [.init(document: nil, edition: nil, intervention: "202699999999", results: [stray])]
        default: return []
        }
        return [.init(document: nil, edition: nil, intervention: request.intervention, results: [stray])]
    }
}
