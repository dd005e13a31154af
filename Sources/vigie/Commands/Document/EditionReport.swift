import ArgumentParser
import Kernel
import Prophylaxis
import UseCases

/// What a run over documents did, for people or for scripts.
struct EditionReport {
    private let outcome: EditionOutcome
    private let verb: String

    init(_ outcome: EditionOutcome, verb: String) {
        self.outcome = outcome
        self.verb = verb
    }

    /// - Throws: exit code 1 when something was refused.
    func write(json: Bool) throws {
        if json {
            print(try CanonicalJSON.string(Summary(outcome)))
        } else {
            print(sentence)
        }
        FindingPrinter.printDigest(outcome.findings)
        if outcome.isRefused { throw ExitCode.refused }
    }

    private var sentence: String {
        let requested = Disease.allCases.filter { outcome.requested[$0] != nil }.map {
            "\($0.rawValue) \(outcome.requested[$0] ?? 0)"
        }
        var lines = ["\(outcome.documents) documents \(verb), \(outcome.animals) bovins examinés."]
        lines.append("À prélever ou à tester : \(requested.isEmpty ? "aucun" : requested.joined(separator: ", ")).")
        if outcome.zeroBovine > 0 { lines.append("Documents « zéro bovin » : \(outcome.zeroBovine).") }
        if outcome.analysisRequests > 0 { lines.append("Demandes d'analyse émises : \(outcome.analysisRequests).") }
        if outcome.untouched > 0 { lines.append("Laissés en l'état : \(outcome.untouched).") }
        return lines.joined(separator: "\n")
    }

    private struct Summary: Encodable {
        let documents: Int
        let animals: Int
        let requested: [String: Int]
        let added: Int
        let zeroBovine: Int
        let analysisRequests: Int
        let untouched: Int
        let findings: [Finding]

        init(_ outcome: EditionOutcome) {
            documents = outcome.documents
            animals = outcome.animals
            requested = Dictionary(uniqueKeysWithValues: outcome.requested.map { ($0.key.rawValue, $0.value) })
            added = outcome.added
            zeroBovine = outcome.zeroBovine
            analysisRequests = outcome.analysisRequests
            untouched = outcome.untouched
            findings = outcome.findings
        }
    }
}

extension FindingPrinter {
    /// Findings of a batch: the first ten of each code, then how many more.
    static func printDigest(_ findings: [Finding]) {
        var shown: [String: Int] = [:]
        for finding in findings {
            shown[finding.code, default: 0] += 1
            if shown[finding.code, default: 0] <= 10 { print([finding]) }
        }
        for (code, count) in shown.sorted(by: { $0.key < $1.key }) where count > 10 {
            StandardError.write("… et \(count - 10) autres [\(code)]\n")
        }
    }
}
