import Exchange
import Kernel
import Prophylaxis
import Register
import Store

/// What one import of milk results works with.
struct MilkJob: Sendable {
    let source: ByteSource
    let profile: MilkProfile
    let options: ReadingOptions
    var run: ResultRun
    let laboratory: Int64
    let directory: MilkDirectory
    let scope: Scope
    /// A replay: the line in the first file of each line of this one.
    var originalLines: [Int]?

    func originalLine(_ line: Int) -> Int {
        guard let originalLines, originalLines.indices.contains(line - 1) else { return line }
        return originalLines[line - 1]
    }
}

/// Reads a file, looks every line up, and hands it to the staging tables.
final class MilkLoader {
    private let job: MilkJob
    private let reader: MilkReader
    private var repeats = RepeatedLines()
    private var touched: Set<MilkTouch> = []
    private(set) var tally = FindingTally()
    /// Since the last `takeExceptions`.
    private(set) var exceptions: [StagedException] = []
    private(set) var lateLines = 0
    private(set) var attached = 0
    private(set) var refused = 0
    private(set) var unattached = 0
    private(set) var nonNegative = 0
    private(set) var unseenNonNegative = 0

    init(_ job: MilkJob) {
        self.job = job
        reader = MilkReader(job.source, job.profile, job.options)
    }

    var outcome: TableOutcome { reader.outcome }
    var touchedMonths: [(holding: Int64, disease: String, month: Day)] {
        touched.map { ($0.holding, $0.disease.rawValue, $0.month) }
    }
    /// Exceptions in memory before they are written.
    private static let bufferSize = 4096

    /// The next line that has its place in the staging table; false at the end, and when exceptions wait.
    func next(_ staged: inout StagedMilk) throws -> Bool {
        while exceptions.count < MilkLoader.bufferSize, let line = reader.next() {
            switch line.outcome {
            case .refused(let refused):
                try refuse(refused, line.suspectedNonNegative)
            case .accepted(let row, let number, let findings):
                if !findings.isEmpty { tally.add(findings) }
                try take(row, job.originalLine(number), into: &staged)
                return true
            }
        }
        return false
    }

    func takeExceptions() -> [StagedException] {
        defer { exceptions.removeAll(keepingCapacity: true) }
        return exceptions
    }

    private func refuse(_ line: RefusedLine, _ suspected: Bool) throws {
        refused += 1
        if suspected {
            nonNegative += 1
            unseenNonNegative += 1
        }
        tally.add(line.findings)
        exceptions.append(
            StagedException(
                .refused, line: job.originalLine(line.line), text: line.raw, findings: try line.findings.json(),
                nonNegative: suspected))
    }

    private func take(_ row: MilkResultLine, _ line: Int, into staged: inout StagedMilk) throws {
        staged.line = line
        staged.disease = row.disease.rawValue
        staged.sampledOn = row.sampledOn
        staged.analysedOn = row.analysedOn
        staged.interpretation = row.interpretation.rawValue
        staged.dossier = row.dossier
        if row.interpretation != .negative { nonNegative += 1 }
        let (holding, finding) = find(row, line)
        staged.holding = holding
        staged.suspect = repeats.seen(row.dossier, row.disease.rawValue, holding ?? 0, row.sampledOn)
        if let finding {
            try leaveUnattached(row, line, finding)
        } else if let holding {
            count(row, line, holding)
        }
    }

    private func count(_ row: MilkResultLine, _ line: Int, _ holding: Int64) {
        attached += 1
        touched.insert(MilkTouch(holding: holding, disease: row.disease, month: row.sampledOn.firstOfMonth))
        if ResultDeadlines.isMilkLate(receivedOn: job.run.receivedOn, analysedOn: row.analysedOn) { lateLines += 1 }
        if row.interpretation == .absent || row.interpretation == .uninterpretable {
            tell(.codeToVerify, .warning, line, row, ["code": row.interpretation.rawValue])
        }
    }

    private func leaveUnattached(_ row: MilkResultLine, _ line: Int, _ finding: Finding) throws {
        unattached += 1
        tally.add(finding)
        if row.interpretation != .negative { unseenNonNegative += 1 }
        var exception = StagedException(
            .unattached, line: line, text: try CanonicalJSON.string(MilkFacts(row)),
            findings: try [finding].json(), nonNegative: row.interpretation != .negative, dossier: row.dossier)
        // What is not negative is its own department's to see; the rest stays with the file until it comes again.
        if exception.nonNegative {
            exception.department = job.directory.holdings[row.holding.description]?.department
        }
        exceptions.append(exception)
    }

    /// The holding that the result belongs to, or why there is none (PRO-190).
    private func find(_ row: MilkResultLine, _ line: Int) -> (holding: Int64?, finding: Finding?) {
        let place = Place(file: outcome.file, line: line)
        guard let holding = job.directory.holdings[row.holding.description] else {
            return (
                nil, Finding(ResultsFinding.holdingUnknown, .refused, at: place, ["holding": row.holding.description])
            )
        }
        guard job.scope.covers(holding.department) else {
            return (
                nil, Finding(ResultsFinding.holdingElsewhere, .refused, at: place, ["holding": row.holding.description])
            )
        }
        if let producer = row.producer, !job.directory.producers.isEmpty {
            let known = (job.directory.producers[producer] ?? []).filter { $0.holds(on: row.sampledOn) }
            if known.isEmpty {
                tell(.producerUnknown, .warning, line, row, ["producer": producer])
            } else if !known.contains(where: { $0.holding == holding.id }) {
                let facts: KeyValuePairs = ["producer": producer, "holding": row.holding.description]
                return (nil, Finding(ResultsFinding.producerMismatch, .refused, at: place, facts))
            }
        }
        if let siret = row.siret?.description, !holding.sirets.isEmpty, !holding.sirets.contains(siret) {
            tell(.siretMismatch, .warning, line, row, ["siret": siret])
        }
        return (holding.id, nil)
    }

    private func tell(
        _ code: ResultsFinding, _ severity: Finding.Severity, _ line: Int, _ row: MilkResultLine,
        _ facts: KeyValuePairs<String, String>
    ) {
        let place = Place(file: outcome.file, line: line)
        let all = [Finding.Fact("holding", row.holding.description)] + facts.map { Finding.Fact($0.key, $0.value) }
        tally.add(Finding(code, severity, at: place, facts: all))
    }

    /// Told of the file once it has been read to its end.
    func tell(_ findings: [Finding]) { tally.add(findings) }
}

/// A holding, disease and month that a file says something of: campaigns read milk by whole months.
private struct MilkTouch: Hashable {
    let holding: Int64
    let disease: Disease
    let month: Day
}
