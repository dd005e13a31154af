import Exchange
import Kernel
import Store

/// Gives the lines that the checks refused their text back: the files are read once more, only as far as needed, and
/// only where something was refused.
struct RefusedText {
    let connection: Connection
    let input: ImportInput
    let reading: ReadingOptions
    let headers: [String: String]

    /// Lines looked for at a time.
    private static let batch = 2000

    /// Stages the refused lines of every part and returns how many there are of each.
    func stage() throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for part in input.files.keys.sorted() {
            let count = try connection.refusedByChecks(part: part)
            guard count > 0, let file = input.files[part] else { continue }
            counts[part] = count
            try stage(part, file)
        }
        return counts
    }

    private func stage(_ part: String, _ file: BundleFile) throws {
        var format = reading.format
        if let separator = file.mapping?.separator { format.separator = separator }
        if let encoding = file.mapping?.encoding { format.encoding = encoding }
        let reader = try DelimitedReader(file.source, format)
        var last = 0
        while true {
            let faults = try connection.refusingFaults(part: part, after: last, limit: Self.batch)
            guard let end = faults.last?.line else { return }
            try stage(Dictionary(grouping: faults, by: \.line), until: end, from: reader, part)
            last = end
        }
    }

    private func stage(
        _ faults: [Int: [StagedFault]], until end: Int, from reader: DelimitedReader, _ part: String
    ) throws {
        var lines: [(line: Int, raw: [UInt8], findings: String)] = []
        reading: while true {
            switch try reader.next() {
            case .record(let view):
                guard let found = faults[view.line] else { continue reading }
                let findings = found.map { $0.finding(.refused, file: reader.file) }
                let raw = Array("\(headers[part] ?? "")\n\(view.rawText)".utf8)
                lines.append((view.line, raw, try CanonicalJSON.string(findings)))
                if view.line >= end { break reading }
            case .refused: continue reading
            case .end: break reading
            }
        }
        try connection.together { try connection.stageRefused(lines, part: part) }
    }
}

extension StagedFault {
    func finding(_ severity: Finding.Severity, file: String) -> Finding {
        Finding(
            code, severity, at: Place(file: file, line: line > 0 ? line : nil, column: column),
            facts: facts.map { Finding.Fact($0.name, $0.value) })
    }
}
