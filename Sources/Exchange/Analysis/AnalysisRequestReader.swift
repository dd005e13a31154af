import Kernel

extension AnalysisRequest {
    /// Reads a request back: what a laboratory's program would do. Anything wrong refuses it whole, since a laboratory
    /// must not analyse half of what was asked.
    package static func read(
        _ source: ByteSource, fictitious: Bool = false, limits: XMLLimits = XMLLimits()
    ) throws(Refusal) -> AnalysisRequest {
        let stream = try XMLStream(source, namespace: AnalysisProfile.requestNamespace, limits: limits)
        var parts = RequestParts(file: source.name, fictitious: fictitious)
        var depth = 0
        while let event = try stream.next() {
            switch event {
            case .start(let element):
                depth += 1
                try parts.take(element, depth: depth)
            case .end: depth -= 1
            }
        }
        return try parts.request()
    }
}

/// A request being put together.
private struct RequestParts {
    let file: String
    let fictitious: Bool
    private var envelope: AnalysisEnvelope?
    private var document: XMLElement?
    private var animals: [AnalysisRequest.Animal] = []

    init(file: String, fictitious: Bool) {
        self.file = file
        self.fictitious = fictitious
    }

    mutating func take(_ element: XMLElement, depth: Int) throws(Refusal) {
        switch (element.name, depth) {
        case ("analysis-request", 1):
            guard element["version"] == AnalysisProfile.version else {
                throw fault(.formatUnknown, element, "version")
            }
        case (_, 1): throw fault(.xmlWrongRoot, element, nil)
        case ("envelope", 2):
            let (envelope, findings) = AnalysisEnvelope.read(element, file: file)
            guard let envelope else { throw Refusal(findings) }
            self.envelope = envelope
        case ("document", 2) where document == nil: document = element
        case ("animal", 3):
            let text = try attribute("number", of: element)
            do throws(NumberFault) {
                let number = try AnimalNumber(parsing: text, fictitious: fictitious)
                animals.append(AnalysisRequest.Animal(number: number, plans: []))
            } catch {
                throw Refusal([Finding(error, .fatal, at: place(element, "number"), ["value": excerpt(text)])])
            }
        case ("plan", 4) where !animals.isEmpty:
            animals[animals.count - 1].plans.append(
                AnalysisRequest.Plan(
                    disease: try code("disease", of: element), method: try code("method", of: element),
                    matrix: try code("matrix", of: element)))
        default: throw fault(.xmlUnexpectedElement, element, nil)
        }
    }

    func request() throws(Refusal) -> AnalysisRequest {
        guard let envelope else { throw Refusal(.valueMissing, at: Place(file: file, column: "envelope")) }
        guard let document else { throw Refusal(.valueMissing, at: Place(file: file, column: "document")) }
        guard let edition = Int(try attribute("edition", of: document)) else {
            throw fault(.integerInvalid, document, "edition")
        }
        let holdingText = try attribute("holding", of: document)
        let holding: HoldingNumber
        do throws(NumberFault) {
            holding = try HoldingNumber(parsing: holdingText, fictitious: fictitious)
        } catch {
            throw Refusal([Finding(error, .fatal, at: place(document, "holding"), ["value": excerpt(holdingText)])])
        }
        return AnalysisRequest(
            envelope: envelope, document: try attribute("number", of: document), edition: edition,
            intervention: try attribute("intervention", of: document),
            herd: .init(holding: holding, code: try attribute("herd", of: document)), animals: animals)
    }

    private func attribute(_ name: String, of element: XMLElement) throws(Refusal) -> String {
        guard let value = element[name], !value.isEmpty else { throw fault(.valueMissing, element, name) }
        return value
    }

    private func code<Code: CodeTable>(_ name: String, of element: XMLElement) throws(Refusal) -> Code {
        guard let code = Code(rawValue: try attribute(name, of: element)) else {
            throw fault(.codeUnknown, element, name)
        }
        return code
    }

    private func place(_ element: XMLElement, _ attribute: String?) -> Place {
        Place(file: file, line: element.line, column: attribute)
    }

    private func fault(_ code: ExchangeFinding, _ element: XMLElement, _ attribute: String?) -> Refusal {
        let value = attribute.flatMap { element[$0] } ?? element.name
        return Refusal(code, at: place(element, attribute), ["value": excerpt(value)])
    }
}
