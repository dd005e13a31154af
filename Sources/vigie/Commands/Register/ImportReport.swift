import ArgumentParser
import Kernel
import Store
import UseCases

/// What became of an import, in words or as JSON.
enum ImportReport {
    /// Findings shown one by one; the others are counted.
    private static let mostShown = 20

    static func print(_ outcome: ImportOutcome, json: Bool) throws {
        if json {
            Swift.print(try CanonicalJSON.string(Summary(outcome)))
            return
        }
        show(outcome.findings.filter { $0.severity >= .fatal || $0.severity == .warning })
        show(outcome.refusedFindings)
        Swift.print("Import \(outcome.importID) : \(outcome.state.french)")
        for part in outcome.parts {
            Swift.print("  \(part.table) : \(part.accepted) acceptées, \(part.refused) refusées")
        }
        if outcome.refusedCount > 0, outcome.state != .refused {
            Swift.print("Lignes à corriger : « vigie register refused --import \(outcome.importID) --csv DOSSIER »")
        }
    }

    private static func show(_ findings: [Finding]) {
        FindingPrinter.print(Array(findings.prefix(mostShown)))
        if findings.count > mostShown {
            StandardError.write("… et \(findings.count - mostShown) autres constats (tous sont enregistrés)\n")
        }
    }

    private struct Summary: Encodable {
        let importID: Int64
        let state: String
        let parts: [PartTally]
        let findings: [Finding]
        let refused: [Finding]

        init(_ outcome: ImportOutcome) {
            importID = outcome.importID
            state = outcome.state.rawValue
            parts = outcome.parts
            findings = outcome.findings
            refused = outcome.refusedFindings
        }
    }
}

extension ImportRunRow.State {
    var french: String {
        switch self {
        case .accepted: "accepté"
        case .partly: "accepté en partie"
        case .refused: "refusé"
        case .unchanged: "inchangé"
        }
    }
}
