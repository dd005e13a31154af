import Kernel

/// Puts results together from the elements around them: request > sample > result.
struct AnalysisResultBuilder {
    enum ElementPlace { case root, envelope, content }

    private enum Level { case request, sample, result }

    /// Where each column of a result stands. Made once: a column makes its name anew each time it is asked.
    private static let sources: [(column: AnalysisResult.Column, attribute: String, level: Level)] =
        AnalysisResult.Column.allCases.map { column in
            switch column {
            case .document, .edition, .intervention: (column, column.name, .request)
            case .sample: (column, "number", .sample)
            case .animal, .sampledOn, .receivedOn: (column, column.name, .sample)
            default: (column, column.name, .result)
            }
        }
    private static let knownAttributes: [String: Set<String>] = sources.reduce(into: [:]) { known, source in
        let element =
            switch source.level {
            case .request: "request"
            case .sample: "sample"
            case .result: "result"
            }
        known[element, default: []].insert(source.attribute)
    }

    private let file: String
    private var record: AttributeRecord<AnalysisResult>
    private var depth = 0
    private var request: XMLElement?
    private var sample: XMLElement?
    private var resultsOfSample = 0
    private(set) var findings: [Finding] = []
    private var toldAttributes: Set<String> = []

    init(file: String, _ options: ReadingOptions) {
        self.file = file
        record = AttributeRecord(file: file, options)
    }

    /// Counts the element in and says what it is.
    mutating func place(of element: XMLElement) -> ElementPlace {
        depth += 1
        if depth == 1 { return .root }
        return depth == 2 && element.name == "envelope" ? .envelope : .content
    }

    /// A result, or an element that has no place where it stands: kept as refused, since a misspelt tag may hold one.
    mutating func start(_ element: XMLElement) -> LineOutcome<AnalysisResult>? {
        switch (element.name, depth) {
        case ("request", 2):
            request = element
            tellUnknown(element)
            return nil
        case ("sample", 3) where request != nil:
            sample = element
            resultsOfSample = 0
            tellUnknown(element)
            return nil
        case ("result", 4) where sample != nil:
            resultsOfSample += 1
            tellUnknown(element)
            return result(element)
        default:
            return refused(element, .xmlUnexpectedElement, ["element": element.name])
        }
    }

    /// A sample that ends without a result is told: a plan without its result must not pass unseen (PRO-186).
    mutating func end(_ name: String) -> LineOutcome<AnalysisResult>? {
        depth -= 1
        if depth == 1 { request = nil }
        guard depth == 2, let ended = sample else { return nil }
        sample = nil
        return resultsOfSample == 0 ? refused(ended, .resultWithoutMeaning, ["element": "sample"]) : nil
    }

    private mutating func result(_ element: XMLElement) -> LineOutcome<AnalysisResult> {
        record.clear()
        for (column, attribute, level) in Self.sources {
            let source =
                switch level {
                case .request: request
                case .sample: sample
                case .result: element
                }
            record.set(column, source?[attribute])
        }
        let elements = [request, sample, element].compactMap(\.self)
        return record.judge(line: element.line, raw: XMLElement.nested(elements))
    }

    /// With the elements around it, as XML that can be corrected and put into a report again.
    private func raw(with element: XMLElement) -> String {
        XMLElement.nested([request, sample].compactMap(\.self).filter { $0 != element } + [element])
    }

    private func refused(
        _ element: XMLElement, _ code: ExchangeFinding, _ facts: KeyValuePairs<String, String>
    ) -> LineOutcome<AnalysisResult> {
        let finding = Finding(code, .refused, at: Place(file: file, line: element.line), facts)
        return .refused(RefusedLine(line: element.line, raw: raw(with: element), findings: [finding]))
    }

    /// Told once per name, as an unknown column is.
    private mutating func tellUnknown(_ element: XMLElement) {
        let known = Self.knownAttributes[element.name] ?? []
        for attribute in element.attributes where !known.contains(attribute.name) {
            let path = element.name + "/@" + attribute.name
            guard toldAttributes.count < 100, toldAttributes.insert(path).inserted else { continue }
            findings.append(
                Finding(
                    ExchangeFinding.xmlUnexpectedAttribute, .warning, at: Place(file: file, line: element.line),
                    ["attribute": path]))
        }
    }
}
