import Kernel

/// What a demonstration is made of: the department, its size, and the days on which it plays.
struct DemoPlan: Sendable {
    let department: String
    let seed: UInt64
    let holdings: Int
    let cattle: Int
    /// Year in which the campaign ends.
    let prophylaxisYear = 2026

    /// - Parameter scale: share of the department's holdings and cattle, in thousandths.
    init(_ census: BovineCensus, seed: UInt64, scale: Int) {
        department = census.department
        self.seed = seed
        holdings = max(3, census.holdings * scale / 1000)
        cattle = max(holdings, census.cattle * scale / 1000)
    }

    /// The day on which the identification service extracted the register.
    var extractedOn: Day { day(2025, 9, 1) }
    /// Documents are edited and validated when the campaign has begun.
    var documentsOn: Day { day(2025, 10, 15) }
    /// When the inspector looks at what came of it, after the campaign's end.
    var evaluatedOn: Day { day(2026, 5, 18) }
    var communes: Int { max(2, holdings / 8) }
    var practices: Int { max(1, holdings / 75) }

    func chance(_ stream: Stream) -> SplitMix64 { SplitMix64(seed: seed, stream: stream.rawValue) }

    enum Stream: UInt64 { case parties = 1, holdings, sizes, animals, authorisations, results }
}

/// A day that is known to exist.
func day(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year: year, month: month, day: day) ?? Day(number: 0) }
