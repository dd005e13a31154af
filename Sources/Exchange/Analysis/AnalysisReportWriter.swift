import Kernel

/// A report as a laboratory sends it: for the demo's laboratories and for tests.
package struct AnalysisReport: Sendable, Hashable {
    package struct Request: Sendable, Hashable {
        package var document: String?
        package var edition: Int?
        package var intervention: String?
        /// Those of one sample next to each other.
        package var results: [AnalysisResult]

        package init(document: String?, edition: Int?, intervention: String?, results: [AnalysisResult]) {
            self.document = document
            self.edition = edition
            self.intervention = intervention
            self.results = results
        }
    }

    package var envelope: AnalysisEnvelope
    package var requests: [Request]

    package init(envelope: AnalysisEnvelope, requests: [Request]) {
        self.envelope = envelope
        self.requests = requests
    }

    /// The same report gives the same bytes.
    package func write(to sink: @escaping ByteSink) throws {
        var lines = try XMLLines(to: sink)
        try lines.start(
            "analysis-report", ["xmlns": AnalysisProfile.reportNamespace, "version": AnalysisProfile.version])
        try envelope.write(to: lines)
        for request in requests { try write(request, to: &lines) }
        try lines.end()
    }

    private func write(_ request: Request, to lines: inout XMLLines) throws {
        try lines.start(
            "request",
            [
                "document": cell(request.document), "edition": cell(request.edition),
                "intervention": cell(request.intervention),
            ])
        var open: AnalysisResult?
        for result in request.results {
            if let sample = open, !sample.isSameSample(as: result) {
                try lines.end()
                open = nil
            }
            if open == nil {
                try lines.start(
                    "sample",
                    [
                        "number": result.sample, "animal": cell(result.animal),
                        "sampled-on": result.sampledOn.description, "received-on": cell(result.receivedOn),
                    ])
                open = result
            }
            try lines.empty(
                "result",
                [
                    "disease": cell(result.disease), "method": cell(result.method), "matrix": cell(result.matrix),
                    "interpretation": cell(result.interpretation), "reason": cell(result.reason),
                    "analysed-on": cell(result.analysedOn),
                ])
        }
        if open != nil { try lines.end() }
        try lines.end()
    }
}

extension AnalysisResult {
    fileprivate func isSameSample(as other: AnalysisResult) -> Bool {
        sample == other.sample && animal == other.animal && sampledOn == other.sampledOn
            && receivedOn == other.receivedOn
    }
}
