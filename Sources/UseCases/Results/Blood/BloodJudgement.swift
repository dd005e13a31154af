import Exchange
import Kernel
import Prophylaxis
import Store

/// What is said of the results that are not plain: findings, lines without a place, malfunctions by laboratory.
struct BloodJudgement {
    private let run: ResultRun
    private let desk: ResultDesk
    private let envelope: AnalysisEnvelope
    private(set) var findings: [Finding] = []
    private(set) var exceptions: [StagedException] = []
    /// By the department of what they name.
    private(set) var unattachedNonNegative: [String: Int] = [:]
    private var malfunctions: [String: Int] = [:]

    init(_ run: ResultRun, desk: ResultDesk, envelope: AnalysisEnvelope, base: Int) {
        self.run = run
        self.desk = desk
        self.envelope = envelope
    }

    mutating func add(_ result: JudgedBlood) throws {
        let place = Place(file: run.fileName, line: result.line)
        let facts = [
            Finding.Fact("animal", result.staged.animal ?? "-"), Finding.Fact("disease", result.staged.disease),
            Finding.Fact("intervention", result.staged.intervention ?? "-"),
            Finding.Fact("date", result.staged.sampledOn.french),
        ]
        if let fault = result.fault.flatMap(ResultsFinding.init(rawValue:)) {
            if fault == .duplicateLine {
                findings.append(Finding(fault, .warning, at: place, facts: facts))
            } else {
                try leaveUnattached(result, Finding(fault, .refused, at: place, facts: facts))
            }
            return
        }
        if !result.isOnDocument {
            findings.append(Finding(ResultsFinding.animalOffDocument, .warning, at: place, facts: facts))
        }
        if result.sampledOutside {
            findings.append(Finding(ResultsFinding.sampledOutside, .warning, at: place, facts: facts))
        }
        if let reason = result.staged.reason, result.staged.interpretation == nil {
            malfunctions["\(DysfunctionKind.notAnalysed.rawValue):\(reason)", default: 0] += 1
            let all = facts + [Finding.Fact("reason", reason)]
            findings.append(Finding(ResultsFinding.notAnalysed, .warning, at: place, facts: all))
        }
        if result.staged.interpretation == Interpretation.uninterpretable.rawValue {
            malfunctions[DysfunctionKind.uninterpretable.rawValue, default: 0] += 1
            findings.append(Finding(ResultsFinding.uninterpretable, .warning, at: place, facts: facts))
        }
    }

    private mutating func leaveUnattached(_ result: JudgedBlood, _ finding: Finding) throws {
        findings.append(finding)
        if finding.code == ResultsFinding.wrongMatrix.rawValue {
            malfunctions[DysfunctionKind.wrongMatrix.rawValue, default: 0] += 1
        }
        let look = NonNegativeLook.ofBlood(result.staged.interpretation.flatMap(Interpretation.init(rawValue:)))
        if look != .nothing { unattachedNonNegative[result.department ?? desk.department, default: 0] += 1 }
        var kept = result.staged
        kept.laboratory = envelope.sender
        kept.dossier = envelope.reference
        var exception = StagedException(
            .unattached, line: result.line, text: try CanonicalJSON.string(kept),
            findings: try [finding].json(), nonNegative: look != .nothing)
        exception.department = result.department
        exceptions.append(exception)
    }

    /// One for each kind and file, with its count (PRO-216).
    func dysfunctions() throws -> [Dysfunction] {
        try malfunctions.sorted { $0.key < $1.key }.map { key, count in
            let parts = key.split(separator: ":").map(String.init)
            var facts = ["import": String(run.id), "lines": String(count)]
            if parts.count > 1 { facts["reason"] = parts[1] }
            return Dysfunction(
                parts[0], department: desk.department, concerned: envelope.sender,
                facts: try CanonicalJSON.string(facts))
        }
    }
}
