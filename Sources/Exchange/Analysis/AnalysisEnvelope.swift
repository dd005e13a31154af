import Kernel

/// Who sends an analysis message to whom: the same for requests (DAI) and reports (RAI).
package struct AnalysisEnvelope: Sendable, Hashable {
    /// Code of the sender among the organisations.
    package var sender: String
    package var recipient: String
    package var createdOn: Day
    /// The sender's own name for the file.
    package var reference: String

    package init(sender: String, recipient: String, createdOn: Day, reference: String) {
        self.sender = sender
        self.recipient = recipient
        self.createdOn = createdOn
        self.reference = reference
    }

    func write(to lines: XMLLines) throws {
        try lines.empty(
            "envelope",
            [
                "sender": sender, "recipient": recipient, "created-on": createdOn.description, "reference": reference,
            ])
    }

    /// Fatal findings for what is missing or wrong: without a sender, results belong to nobody.
    static func read(_ element: XMLElement, file: String) -> (envelope: AnalysisEnvelope?, findings: [Finding]) {
        var findings: [Finding] = []
        func take(_ name: String) -> String? {
            if let value = element[name], !value.isEmpty { return value }
            let place = Place(file: file, line: element.line, column: name)
            findings.append(Finding(ExchangeFinding.valueMissing, .fatal, at: place))
            return nil
        }
        let sender = take("sender")
        let recipient = take("recipient")
        let reference = take("reference")
        let createdText = take("created-on")
        let createdOn = createdText.flatMap { Day($0) }
        if let createdText, createdOn == nil {
            let place = Place(file: file, line: element.line, column: "created-on")
            findings.append(Finding(ExchangeFinding.dateFormat, .fatal, at: place, ["value": excerpt(createdText)]))
        }
        guard let sender, let recipient, let reference, let createdOn else { return (nil, findings) }
        let envelope = AnalysisEnvelope(
            sender: sender, recipient: recipient, createdOn: createdOn, reference: reference)
        return (envelope, findings)
    }
}

/// The two messages: names, versions and namespaces.
enum AnalysisProfile {
    static let reportNamespace = "urn:vigie:analysis-report:1"
    static let requestNamespace = "urn:vigie:analysis-request:1"
    static let version = "1"
}
