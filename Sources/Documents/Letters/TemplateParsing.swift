/// A paragraph of a template and the line on which it begins.
struct TemplateParagraph {
    var text: String
    let line: Int
    let isBullet: Bool
}

/// Splits a template: blank lines and `- ` begin a paragraph, other lines go on with the one before.
func templateParagraphs(_ text: String) -> [TemplateParagraph] {
    var paragraphs: [TemplateParagraph] = []
    var goesOn = false
    // "\r\n" is one character for Swift, and a newline.
    for (index, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
        let line = raw.trimmed
        if line.isEmpty {
            goesOn = false
        } else if line.hasPrefix("- ") || line.hasPrefix("– ") {
            paragraphs.append(TemplateParagraph(text: line.dropFirst(2).trimmed, line: index + 1, isBullet: true))
            goesOn = true
        } else if goesOn, !paragraphs.isEmpty {
            paragraphs[paragraphs.count - 1].text += " " + line
        } else {
            paragraphs.append(TemplateParagraph(text: line, line: index + 1, isBullet: false))
            goesOn = true
        }
    }
    return paragraphs
}

/// Splits a paragraph at its placeholders.
func templateParts(_ text: String, line: Int) throws(LetterFault) -> [LetterTemplate.Part] {
    var parts: [LetterTemplate.Part] = []
    var plain = ""
    var rest = Substring(text)
    while let character = rest.popFirst() {
        switch character {
        case "{" where rest.first == "{", "}" where rest.first == "}":
            plain.append(character)
            rest.removeFirst()
        case "{":
            guard let end = rest.firstIndex(of: "}") else { throw .brace(line: line) }
            let name = rest[..<end].trimmed
            guard let field = LetterField(rawValue: name) else { throw .unknownPlaceholder(name, line: line) }
            if !plain.isEmpty { parts.append(.text(plain)) }
            plain = ""
            parts.append(.field(field))
            rest = rest[rest.index(after: end)...]
        case "}": throw .brace(line: line)
        default: plain.append(character)
        }
    }
    if !plain.isEmpty { parts.append(.text(plain)) }
    return parts
}

extension Substring {
    fileprivate var trimmed: String {
        var text = drop { $0.isWhitespace }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
