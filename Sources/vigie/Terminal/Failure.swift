import ArgumentParser
import Kernel
import Store
import UseCases

/// Exit codes of every command.
extension ExitCode {
    /// Something was refused, a file or a line or the database itself; what was good counts.
    static let refused = ExitCode(1)
    /// The program or the machine failed.
    static let internalError = ExitCode(70)
}

/// Turns what a command throws into sentences on standard error and an exit code.
enum Failure {
    static func report<Outcome>(_ body: () async throws -> Outcome) async throws -> Outcome {
        do {
            return try await body()
        } catch let refused as Refused {
            FindingPrinter.print(refused.findings)
            throw ExitCode.refused
        } catch let error as StoreError {
            FindingPrinter.print([error.finding])
            throw error.isForThePerson ? ExitCode.refused : ExitCode.internalError
        }
    }
}

extension StoreError {
    /// The database, as it is, cannot take the command; whoever runs it can mend that and run it again.
    fileprivate var isForThePerson: Bool {
        switch self {
        case .locked, .conflict, .readOnly, .diskFull, .missing, .notVigie, .schemaNewer, .schemaOlder, .invalidURL,
            .targetExists, .notABackup:
            true
        default: false
        }
    }
}

/// Findings as people read them, on standard error: severity, place, sentence, way out.
enum FindingPrinter {
    static func print(_ findings: [Finding]) {
        for finding in findings { StandardError.write(lines(of: finding)) }
    }

    static func lines(of finding: Finding) -> String {
        let text = FindingTexts.text(of: finding)
        let wayOut = text.atTerminal.isEmpty ? "" : "\n    → \(text.atTerminal)"
        return "\(label(finding.severity))\(place(finding.place)) \(text.sentence)\(wayOut) [\(finding.code)]\n"
    }

    private static func label(_ severity: Finding.Severity) -> String {
        switch severity {
        case .info: "Information :"
        case .warning: "Attention :"
        case .refused, .fatal: "Refusé :"
        }
    }

    private static func place(_ place: Place?) -> String {
        guard let place else { return "" }
        let parts = [
            place.file, place.line.map { "ligne \($0)" }, place.column.map { "colonne « \($0) »" },
        ].compactMap { $0 }
        return parts.isEmpty ? "" : " " + parts.joined(separator: ", ") + " :"
    }
}
