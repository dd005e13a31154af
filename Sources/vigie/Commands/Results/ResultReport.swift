import ArgumentParser
import Kernel
import Store
import UseCases

/// What became of a file of results, for its sender: the acknowledgement (PRO-174).
struct ResultReport: Encodable {
    let importID: Int64
    let file: String
    let digest: String
    let sender: String
    let receivedOn: Day
    let state: String
    let accepted: Int
    let refused: Int
    let unattached: Int
    let nonNegative: Int
    let recomputed: Int
    let counts: [String: Int]
    let findings: [Finding]

    init(_ outcome: ResultImportOutcome) {
        importID = outcome.run.id
        file = outcome.run.fileName
        digest = outcome.run.digest
        sender = outcome.run.sender
        receivedOn = outcome.run.receivedOn
        state = outcome.run.state.rawValue
        accepted = outcome.run.acceptedCount
        refused = outcome.run.refusedCount
        unattached = outcome.unattached
        nonNegative = outcome.nonNegative
        recomputed = outcome.recomputed
        counts = outcome.counts
        findings = outcome.findings
    }

    /// Findings to standard error, the summary to standard output; exit code 1 when something was refused.
    func print(asJSON: Bool) throws {
        if asJSON {
            Swift.print(try CanonicalJSON.string(self))
        } else {
            FindingPrinter.print(findings)
            for (code, count) in counts.sorted(by: { $0.key < $1.key }) {
                let shown = findings.filter { $0.code == code }.count
                if count > shown { StandardError.write("… et \(count - shown) autre(s) [\(code)]\n") }
            }
            Swift.print(summary)
        }
        if state == ResultRun.State.refused.rawValue || (refused > 0 && state != "unchanged") { throw ExitCode.refused }
    }

    private var summary: String {
        let verdict =
            switch state {
            case "accepted": "accepté"
            case "partly": "accepté en partie"
            case "unchanged": "déjà reçu, inchangé"
            default: "refusé"
            }
        return """
            Import \(importID) de « \(file) » (\(sender)) : \(verdict).
            \(accepted) résultat(s) pris en compte, \(refused) ligne(s) refusée(s), dont \(unattached) sans
                rattachement.
            \(nonNegative) résultat(s) non négatif(s), \(recomputed) intervention(s) recalculée(s).
            """
    }
}
