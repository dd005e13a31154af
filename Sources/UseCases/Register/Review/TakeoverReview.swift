import Exchange
import Kernel
import Register
import Store

/// Compares herds and establishments with those of the other State system, and says of each whether both have it and
/// what does not fit (PRO-16, PRO-33). A table that the bundle leaves out says nothing.
struct TakeoverReview: Sendable {
    private let herds: [Key: HerdRow]?
    private let establishments: [String: Set<String>]?
    private let today: Day

    init(_ bundle: RegisterBundle, _ reading: ReadingOptions, today: Day) throws {
        herds = try Self.herds(bundle, reading)
        establishments = try Self.establishments(bundle, reading)
        self.today = today
    }

    struct Outcome {
        var herds: [TakeoverRow]?
        var establishments: [TakeoverRow]?
        var findings: [Finding] = []
    }

    func compare(_ ourHerds: [RegisteredHerd], _ ourEstablishments: [RegisteredEstablishment]) -> Outcome {
        var outcome = Outcome()
        if let herds { compare(ourHerds, with: herds, &outcome) }
        if let establishments { outcome.establishments = ourEstablishments.map { row($0, in: establishments) } }
        return outcome
    }

    // MARK: Herds

    private struct Key: Hashable, Comparable {
        let holding: String
        let code: String
        static func < (left: Key, right: Key) -> Bool { (left.holding, left.code) < (right.holding, right.code) }
    }

    private func compare(_ ours: [RegisteredHerd], with theirs: [Key: HerdRow], _ outcome: inout Outcome) {
        var rows: [TakeoverRow] = []
        for herd in ours {
            let other = theirs[Key(holding: herd.holding, code: herd.code)]
            let anomaly = other.flatMap { difference(herd, $0) }
            rows.append(TakeoverRow(.herd, herd.id, present: other != nil, anomaly: anomaly?.rawValue))
            if other == nil, isOpen(herd.closedOn) {
                outcome.findings.append(finding(.herdNotInBase, herd.holding, herd.code))
            } else if let anomaly {
                outcome.findings.append(finding(anomaly, herd.holding, herd.code))
            }
        }
        let known = Set(ours.map { Key(holding: $0.holding, code: $0.code) })
        for (key, herd) in theirs.sorted(by: { $0.key < $1.key }) where !known.contains(key) && isOpen(herd.closed) {
            outcome.findings.append(finding(.herdNotInRegister, key.holding, key.code))
        }
        outcome.herds = rows
    }

    private func difference(_ ours: RegisteredHerd, _ theirs: HerdRow) -> RegisterReviewFinding? {
        if isOpen(ours.closedOn) != isOpen(theirs.closed) { return .herdClosingDiffers }
        return ours.herdClass == theirs.herdClass.rawValue ? nil : .herdClassDiffers
    }

    private func isOpen(_ closed: Day?) -> Bool { closed.map { $0 > today } ?? true }

    private func finding(_ code: RegisterReviewFinding, _ holding: String, _ herd: String) -> Finding {
        Finding(code, .warning, ["holding": holding, "herd": herd])
    }

    private static func herds(
        _ bundle: RegisterBundle, _ reading: ReadingOptions
    ) throws -> [Key: HerdRow]? {
        var rows: [Key: HerdRow] = [:]
        let outcome = bundle.rows(HerdRow.self, reading) { line in
            if case .accepted(let row, _, _) = line {
                rows[Key(holding: row.holding.description, code: row.code)] = row
            }
        }
        guard let outcome else { return nil }
        if outcome.isFatal { throw Refused(outcome.findings) }
        return rows
    }

    // MARK: Establishments

    private func row(_ ours: RegisteredEstablishment, in theirs: [String: Set<String>]) -> TakeoverRow {
        let numbers = [ours.siret, ours.numagrit].compactMap(\.self)
        guard let others = theirs[ours.holding] else {
            return TakeoverRow(.establishment, ours.id, present: false, anomaly: nil)
        }
        let isSame = numbers.contains { others.contains($0) }
        return TakeoverRow(
            .establishment, ours.id, present: isSame,
            anomaly: isSame ? nil : RegisterReviewFinding.siretDiffers.rawValue)
    }

    /// SIRET and NUMAGRIT numbers by holding.
    private static func establishments(
        _ bundle: RegisterBundle, _ reading: ReadingOptions
    ) throws -> [String: Set<String>]? {
        var numbers: [String: Set<String>] = [:]
        let outcome = bundle.rows(EstablishmentRow.self, reading) { line in
            guard case .accepted(let row, _, _) = line, let holding = row.holding else { return }
            for number in [row.siret?.description, row.numagrit?.description].compactMap(\.self) {
                numbers[holding.description, default: []].insert(number)
            }
        }
        guard let outcome else { return nil }
        if outcome.isFatal { throw Refused(outcome.findings) }
        return numbers
    }
}
