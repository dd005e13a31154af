import Exchange
import Kernel
import Prophylaxis
import Store

/// Every line of a file that is refused whole, a part at a time: the bad ones as they came, the good ones written anew.
final class RefusedFileLines {
    private let job: MilkJob
    private let reader: MilkReader
    private var writer: MilkWriter
    private let reason: String
    private static let partSize = 4096

    init(_ job: MilkJob, because finding: Finding) throws {
        self.job = job
        reader = MilkReader(job.source, job.profile, job.options)
        writer = MilkWriter(job.profile)
        reason = try [finding].json()
    }

    func next() throws -> [StagedException]? {
        var part: [StagedException] = []
        while part.count < RefusedFileLines.partSize, let line = reader.next() {
            switch line.outcome {
            case .refused(let refused):
                part.append(
                    exception(
                        refused.line, refused.raw, try refused.findings.json(), line.suspectedNonNegative, nil))
            case .accepted(let row, let number, _):
                part.append(
                    exception(number, try text(of: row), reason, line.suspectedNonNegative, row.dossier))
            }
        }
        return part.isEmpty ? nil : part
    }

    private func exception(
        _ line: Int, _ text: String, _ findings: String, _ nonNegative: Bool, _ dossier: String?
    ) -> StagedException {
        StagedException(
            .refused, line: job.originalLine(line), text: text, findings: findings, nonNegative: nonNegative,
            dossier: dossier)
    }

    private func text(of row: MilkResultLine) throws -> String {
        var bytes: [UInt8] = []
        try writer.write(row) { bytes.append(contentsOf: $0) }
        while let last = bytes.last, last == 0x0a || last == 0x0d { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
