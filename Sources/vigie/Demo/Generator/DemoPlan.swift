import Kernel

/// What a demonstration is made of: the department, its size, and the days on which it plays.
struct DemoPlan: Sendable {
    let department: String
    let seed: UInt64
    let holdings: Int
    let cattle: Int
    /// Year in which the campaign ends.
    let prophylaxisYear = 2026
    /// The campaign is left in the middle of March, with work to do for everybody.
    let staysOpen: Bool

    /// - Parameter scale: share of the department's holdings and cattle, in thousandths.
    init(_ census: BovineCensus, seed: UInt64, scale: Int, staysOpen: Bool = false) {
        self.staysOpen = staysOpen
        department = census.department
        self.seed = seed
        holdings = max(3, census.holdings * scale / 1000)
        cattle = max(holdings, census.cattle * scale / 1000)
    }

    /// Who sends the register.
    var source: String { "Démonstration Vigie (données fictives, graine \(seed))" }
    var communes: Int { max(2, holdings / 8) }
    var practices: Int { max(1, holdings / 75) }

    func chance(_ stream: Stream) -> SplitMix64 { SplitMix64(seed: seed, stream: stream.rawValue) }

    enum Stream: UInt64 {
        case parties = 1, holdings, sizes, animals, authorisations, results, departures, waves, decisions, history
    }
}

/// A day that is known to exist.
func day(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year: year, month: month, day: day) ?? Day(number: 0) }
