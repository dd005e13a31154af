import Kernel

/// One result of a report, and whether it may hold something that is not negative.
package struct AnalysisLine: Sendable {
    package let outcome: LineOutcome<AnalysisResult>
    /// Looked at before the result is attached to anything, refused ones included (decision 4).
    package let suspectedNonNegative: Bool
}

/// Reads an analysis report (RAI) front to back in constant memory, whatever its size.
///
/// A file that is not well-formed, or cut off, is refused as a whole by a fatal finding in `outcome`; the results read
/// before have been given all the same, and the rest was looked at for codes that are not negative.
/// In `outcome.counts` a line is a result, not a line of text.
package final class AnalysisReportReader {
    package private(set) var outcome: TableOutcome
    /// There once the first result has been given.
    package private(set) var envelope: AnalysisEnvelope?
    /// A file that could not be read to its end holds a code that is not negative somewhere.
    package private(set) var suspectedNonNegative = false

    private let source: ByteSource
    private let stream: XMLStream?
    private var builder: AnalysisResultBuilder
    private var isOpen = true

    package init(_ source: ByteSource, _ options: ReadingOptions, limits: XMLLimits = XMLLimits()) {
        self.source = source
        var outcome = TableOutcome(file: source.name)
        var stream: XMLStream?
        do throws(Refusal) {
            guard try source.hasBytes() else { throw Refusal(.fileEmpty, at: Place(file: source.name)) }
            stream = try XMLStream(source, namespace: AnalysisProfile.reportNamespace, limits: limits)
        } catch {
            outcome.findings = error.findings
        }
        self.stream = stream
        builder = AnalysisResultBuilder(file: source.name, options)
        self.outcome = outcome
    }

    /// The next result; nil at the end, and where the file cannot be read on.
    package func next() -> AnalysisLine? {
        guard isOpen, let stream else { return nil }
        do throws(Refusal) {
            while let event = try stream.next() {
                switch event {
                case .start(let element): if let line = try start(element) { return count(line) }
                case .end(let name): if let line = builder.end(name) { return count(line) }
                }
            }
            if envelope == nil { throw Refusal(.valueMissing, at: Place(file: source.name, column: "envelope")) }
        } catch {
            outcome.findings += error.findings
            suspectedNonNegative = holdsNonNegativeCode(source)
        }
        outcome.findings += builder.findings
        isOpen = false
        return nil
    }

    private func start(_ element: XMLElement) throws(Refusal) -> LineOutcome<AnalysisResult>? {
        switch builder.place(of: element) {
        case .root:
            try checkRoot(element)
            return nil
        case .envelope:
            let (envelope, findings) = AnalysisEnvelope.read(element, file: source.name)
            guard let envelope else { throw Refusal(findings) }
            self.envelope = envelope
            return nil
        case .content:
            // Results of an unknown sender would belong to nobody.
            guard envelope != nil else {
                throw Refusal(.valueMissing, at: Place(file: source.name, line: element.line, column: "envelope"))
            }
            return builder.start(element)
        }
    }

    private func checkRoot(_ element: XMLElement) throws(Refusal) {
        let place = Place(file: source.name, line: element.line)
        guard element.name == "analysis-report" else {
            throw Refusal(
                .xmlWrongRoot, at: place,
                [
                    "expected": "analysis-report (\(AnalysisProfile.reportNamespace))",
                    "found": element.name.isEmpty ? "another namespace" : element.name,
                ])
        }
        guard element["version"] == AnalysisProfile.version else {
            throw Refusal(
                .formatUnknown, at: place, ["value": element["version"] ?? "", "expected": AnalysisProfile.version])
        }
    }

    private func count(_ line: LineOutcome<AnalysisResult>) -> AnalysisLine {
        outcome.counts.lines += 1
        switch line {
        case .accepted(let result, _, _):
            outcome.counts.accepted += 1
            return AnalysisLine(outcome: line, suspectedNonNegative: result.isNonNegative)
        case .refused(let refused):
            outcome.counts.refused += 1
            let words = refused.raw.uppercased().split { " \t\"'<>/=".contains($0) }
            return AnalysisLine(outcome: line, suspectedNonNegative: words.contains(where: looksNonNegative))
        }
    }
}

extension AnalysisReport {
    /// A report around refused results that have been corrected, each as `RefusedLine.raw` gave it.
    package static func replaying(_ corrected: [String], _ envelope: AnalysisEnvelope) throws -> ByteSource {
        var bytes: [UInt8] = []
        var lines = try XMLLines { bytes.append(contentsOf: $0) }
        try lines.start(
            "analysis-report", ["xmlns": AnalysisProfile.reportNamespace, "version": AnalysisProfile.version])
        try envelope.write(to: lines)
        for text in corrected { try lines.insert(text) }
        try lines.end()
        return .bytes(bytes, name: envelope.reference)
    }
}

extension AnalysisResult {
    /// Anything said of the sample that is neither negative nor merely unreadable.
    package var isNonNegative: Bool {
        switch interpretation {
        case nil, .negative, .uninterpretable: false
        default: true
        }
    }
}
