import Kernel
import Prophylaxis

/// A request for analyses (DAI), issued when a sampling document is validated (PRO-166) or a serum bank is asked.
package struct AnalysisRequest: Sendable, Hashable {
    /// What is asked of a sample.
    package struct Plan: Sendable, Hashable {
        package var disease: Disease
        package var method: TestMethodCode
        package var matrix: Matrix

        package init(disease: Disease, method: TestMethodCode, matrix: Matrix = .blood) {
            self.disease = disease
            self.method = method
            self.matrix = matrix
        }
    }

    package struct Animal: Sendable, Hashable {
        package var number: AnimalNumber
        package var plans: [Plan]

        package init(number: AnimalNumber, plans: [Plan]) {
            self.number = number
            self.plans = plans
        }
    }

    package var envelope: AnalysisEnvelope
    package var document: String
    package var edition: Int
    package var intervention: String
    package var holding: HoldingNumber
    package var herd: String
    package var animals: [Animal]

    package init(
        envelope: AnalysisEnvelope, document: String, edition: Int, intervention: String, herd: HerdReference,
        animals: [Animal]
    ) {
        self.envelope = envelope
        self.document = document
        self.edition = edition
        self.intervention = intervention
        holding = herd.holding
        self.herd = herd.code
        self.animals = animals
    }

    /// A herd by its holding and its code there.
    package struct HerdReference: Sendable, Hashable {
        package let holding: HoldingNumber
        package let code: String

        package init(holding: HoldingNumber, code: String) {
            self.holding = holding
            self.code = code
        }
    }

    /// The same request gives the same bytes.
    package func write(to sink: @escaping ByteSink) throws {
        var lines = try XMLLines(to: sink)
        try lines.start(
            "analysis-request", ["xmlns": AnalysisProfile.requestNamespace, "version": AnalysisProfile.version])
        try envelope.write(to: lines)
        try lines.start(
            "document",
            [
                "number": document, "edition": String(edition), "intervention": intervention,
                "holding": holding.description, "herd": herd,
            ])
        for animal in animals {
            try lines.start("animal", ["number": animal.number.description])
            for plan in animal.plans {
                try lines.empty(
                    "plan",
                    ["disease": cell(plan.disease), "method": cell(plan.method), "matrix": cell(plan.matrix)])
            }
            try lines.end()
        }
        try lines.end()
        try lines.end()
    }

    package func encoded() throws -> [UInt8] {
        var bytes: [UInt8] = []
        try write { bytes.append(contentsOf: $0) }
        return bytes
    }
}
