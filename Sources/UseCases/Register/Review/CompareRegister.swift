import Exchange
import Kernel
import Register
import Store

/// Compares the register with the identification base, given as a bundle: holdings that one side lacks or has closed
/// (PRO-34), couples of EDE and SIRET that differ (PRO-17), herds and establishments that the other State system lacks
/// or has otherwise (PRO-16, PRO-33). The register itself is not changed; the result is archived.
package struct CompareRegister: UseCase {
    package let intention = Intention.registerReview
    let bundle: RegisterBundle
    let isFictitious: Bool

    package init(_ bundle: RegisterBundle, fictitious: Bool) {
        self.bundle = bundle
        isFictitious = fictitious
    }

    package var department: String? { bundle.manifest.department }

    package func run(_ context: Context) async throws -> [Finding] {
        let department = bundle.manifest.department
        let reading = ReadingOptions(asOf: context.today, fictitious: isFictitious)
        let base = try holdings(reading)
        let sirets = try sirets(reading)
        let review = try TakeoverReview(bundle, reading, today: context.today)
        let (register, registered, takeover) = try await context.database.read { connection in
            (
                try connection.holdingStates(department: department),
                try connection.registeredSirets(department: department),
                review.compare(
                    try connection.registeredHerds(department: department),
                    try connection.registeredEstablishments(department: department))
            )
        }
        var findings = compare(base, with: register, on: context.today)
        for (holding, numbers) in registered.sorted(by: { $0.key < $1.key }) {
            guard let theirs = sirets[holding], theirs.isDisjoint(with: numbers) else { continue }
            findings.append(
                Finding(
                    RegisterReviewFinding.siretDiffers, .warning,
                    [
                        "holding": holding, "register": numbers.sorted().joined(separator: ", "),
                        "base": theirs.sorted().joined(separator: ", "),
                    ]))
        }
        findings += takeover.findings
        try await ReviewArchive(kind: "comparison", department: department).keep(findings, context)
        try await keep(takeover, context)
        return findings
    }

    /// PRO-33: each herd and establishment shows from then on whether the other system has it.
    private func keep(_ takeover: TakeoverReview.Outcome, _ context: Context) async throws {
        let department = bundle.manifest.department
        let system = bundle.manifest.source ?? bundle.name
        try await context.database.write { connection in
            for (kind, rows) in [
                (TakeoverRow.Kind.herd, takeover.herds), (.establishment, takeover.establishments),
            ] {
                guard let rows else { continue }
                try connection.replaceTakeover(
                    rows, of: kind, department: department, from: system, on: context.today)
            }
        }
    }

    /// Number → day of closing.
    private func holdings(_ reading: ReadingOptions) throws -> [String: Day?] {
        var holdings: [String: Day?] = [:]
        let outcome = bundle.rows(HoldingRow.self, reading) { line in
            if case .accepted(let row, _, _) = line { holdings[row.number.description] = .some(row.closed) }
        }
        guard let outcome else { throw Refused(RegisterEditFinding.producerFileEmpty, ["table": "holdings"]) }
        if outcome.isFatal { throw Refused(outcome.findings) }
        return holdings
    }

    private func sirets(_ reading: ReadingOptions) throws -> [String: Set<String>] {
        var sirets: [String: Set<String>] = [:]
        let outcome = bundle.rows(EstablishmentRow.self, reading) { line in
            if case .accepted(let row, _, _) = line, let holding = row.holding, let siret = row.siret {
                sirets[holding.description, default: []].insert(siret.description)
            }
        }
        if let outcome, outcome.isFatal { throw Refused(outcome.findings) }
        return sirets
    }

    private func compare(_ base: [String: Day?], with register: [String: Day?], on today: Day) -> [Finding] {
        func isOpen(_ closed: Day?) -> Bool { closed.map { $0 > today } ?? true }
        var findings: [Finding] = []
        for (number, closed) in base.sorted(by: { $0.key < $1.key }) where isOpen(closed) && register[number] == nil {
            findings.append(Finding(RegisterReviewFinding.holdingNotInRegister, .warning, ["holding": number]))
        }
        for (number, closed) in register.sorted(by: { $0.key < $1.key }) where isOpen(closed) {
            guard let theirs = base[number] else {
                findings.append(Finding(RegisterReviewFinding.holdingNotInBase, .warning, ["holding": number]))
                continue
            }
            if let day = theirs, !isOpen(day) {
                findings.append(
                    Finding(
                        RegisterReviewFinding.holdingClosedInBase, .warning,
                        ["holding": number, "closed": day.description]))
            }
        }
        return findings
    }
}

/// PRO-69, PRO-190, PRO-199: the dairy laboratories' producers against the herds that deliver to a dairy, both ways.
package struct CompareProducers: UseCase {
    package let intention = Intention.registerReview
    let departmentCode: String

    package init(department: String) { departmentCode = department }

    package var department: String? { departmentCode }

    package func run(_ context: Context) async throws -> [Finding] {
        let (department, today) = (departmentCode, context.today)
        let findings = try await context.database.read { connection in
            try ReviewQuery.producers.flatMap { query in
                try connection.review(query, department: department, today: today, idleBefore: today)
                    .map { query.finding($0) }
            }
        }
        try await ReviewArchive(kind: "producers", department: department).keep(findings, context)
        return findings
    }
}
