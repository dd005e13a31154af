import Exchange
import Kernel
import Prophylaxis

struct AnalysisReading {
    var results: [AnalysisResult] = []
    var lines: [Int] = []
    var refused: [RefusedLine] = []
    var warnings: [Finding] = []
    var suspected: [Bool] = []
    var outcome = TableOutcome(file: "")
    var envelope: AnalysisEnvelope?
    var isSuspectedAsAWhole = false

    var codes: [String] { refused.flatMap { $0.findings.map(\.code) } }
    var fileCodes: [String] { outcome.findings.map(\.code) }
}

func readReport(_ source: ByteSource, _ limits: XMLLimits = XMLLimits()) -> AnalysisReading {
    let reader = AnalysisReportReader(source, testOptions(), limits: limits)
    var reading = AnalysisReading()
    while let line = reader.next() {
        reading.suspected.append(line.suspectedNonNegative)
        switch line.outcome {
        case .accepted(let result, let line, let findings):
            reading.results.append(result)
            reading.lines.append(line)
            reading.warnings += findings
        case .refused(let refused): reading.refused.append(refused)
        }
    }
    reading.outcome = reader.outcome
    reading.envelope = reader.envelope
    reading.isSuspectedAsAWhole = reader.suspectedNonNegative
    return reading
}

func readReport(_ text: String) -> AnalysisReading { readReport(.text(text, name: "rai.xml")) }

extension Samples {
    static let envelope = AnalysisEnvelope(
        sender: "LDA99", recipient: "DDPP99", createdOn: later, reference: "R & D <1> \"é\"")

    static var results: [AnalysisResult] {
        var negative = AnalysisResult(sample: "T1", sampledOn: day, disease: .brucellosis, method: .bufferedAntigen)
        negative.document = "D1"
        negative.edition = 2
        negative.intervention = "100012073119"
        negative.animal = animal
        negative.receivedOn = day
        negative.interpretation = .negative
        negative.analysedOn = later
        var doubtful = negative
        doubtful.disease = .leukosis
        doubtful.method = .elisa
        doubtful.interpretation = .doubtful
        var broken = negative
        broken.sample = "T2"
        broken.animal = dam
        broken.interpretation = nil
        broken.reason = .brokenTube
        broken.analysedOn = nil
        return [negative, doubtful, broken]
    }

    static var report: AnalysisReport {
        AnalysisReport(
            envelope: envelope,
            requests: [
                .init(document: "D1", edition: 2, intervention: "100012073119", results: results),
                .init(document: nil, edition: nil, intervention: nil, results: []),
            ])
    }
}

func encoded(_ report: AnalysisReport) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try report.write { bytes.append(contentsOf: $0) }
    return bytes
}
