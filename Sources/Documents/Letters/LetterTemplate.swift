/// A letter's text with `{placeholders}`, as a department edits it.
///
/// The first paragraph is the subject and begins with `Objet :`. Paragraphs are separated by blank lines; a line that
/// begins with `- ` is a point of a list, other line ends are spaces. `{{` and `}}` stand for the braces themselves.
package struct LetterTemplate: Hashable, Sendable {
    enum Part: Hashable, Sendable {
        case text(String)
        case field(LetterField)
    }
    enum Style: Hashable, Sendable { case paragraph, bullet }

    let subject: [Part]
    let body: [(style: Style, parts: [Part])]

    /// The fields that the text refers to.
    package let fields: Set<LetterField>

    /// - Throws: `LetterFault` with the line of the template.
    package init(parsing text: String) throws(LetterFault) {
        var subject: [Part]?
        var body: [(Style, [Part])] = []
        for paragraph in templateParagraphs(text) {
            let parts = try templateParts(paragraph.text, line: paragraph.line)
            if subject == nil {
                guard let rest = LetterTemplate.subjectText(paragraph.text) else { throw .noSubject }
                subject = try templateParts(rest, line: paragraph.line)
            } else {
                body.append((paragraph.isBullet ? .bullet : .paragraph, parts))
            }
        }
        guard let subject else { throw .noSubject }
        guard !body.isEmpty else { throw .noBody }
        self.subject = subject
        self.body = body
        var fields: Set<LetterField> = []
        for part in subject + body.flatMap(\.1) {
            if case .field(let field) = part { fields.insert(field) }
        }
        self.fields = fields
    }

    /// The default text of a letter.
    package init(default kind: LetterKind) throws(LetterFault) { try self.init(parsing: kind.defaultText) }

    /// The text with its values. A value is printed as it is: braces in a name are no placeholder.
    package func filled(_ values: [LetterField: String]) throws(LetterFault) -> LetterText {
        var paragraphs: [LetterText.Paragraph] = []
        for (style, parts) in body {
            let text = try fill(parts, values)
            paragraphs.append(style == .bullet ? .bullet(text) : .text(text))
        }
        return LetterText(subject: try fill(subject, values), paragraphs: paragraphs)
    }

    private func fill(_ parts: [Part], _ values: [LetterField: String]) throws(LetterFault) -> String {
        var result = ""
        for part in parts {
            switch part {
            case .text(let text): result += text
            case .field(let field):
                guard let value = values[field], value.contains(where: { !$0.isWhitespace }) else {
                    throw .missingValue(field)
                }
                result += value
            }
        }
        return result
    }

    private static func subjectText(_ paragraph: String) -> String? {
        for start in ["Objet :", "Objet:", "Objet\u{a0}:", "Objet\u{202f}:"] where paragraph.hasPrefix(start) {
            let rest = paragraph.dropFirst(start.count).drop { $0.isWhitespace }
            return rest.isEmpty ? nil : String(rest)
        }
        return nil
    }

    package static func == (left: LetterTemplate, right: LetterTemplate) -> Bool {
        left.subject == right.subject
            && left.body.elementsEqual(right.body) { $0.style == $1.style && $0.parts == $1.parts }
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(subject)
        for (style, parts) in body {
            hasher.combine(style)
            hasher.combine(parts)
        }
    }
}

/// What is wrong with a template or its values. Lines count from 1.
package enum LetterFault: Error, Hashable, Sendable {
    /// A placeholder that no letter knows; see `LetterField` for those that exist.
    case unknownPlaceholder(String, line: Int)
    /// `{` without `}`, or the reverse.
    case brace(line: Int)
    /// The template does not begin with `Objet : …`.
    case noSubject
    /// Nothing after the subject.
    case noBody
    /// The text refers to a field for which no value, or a blank one, was given.
    case missingValue(LetterField)
    /// The address has more lines than the window of an envelope shows.
    case addressTooLong(lines: Int)
    /// The logo is no PNG, or larger than 2,000 × 2,000 points.
    case logo
}
