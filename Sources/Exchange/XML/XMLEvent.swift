/// A start tag, with its attributes decoded.
struct XMLElement: Sendable, Hashable {
    let name: String
    /// In the order written.
    let attributes: [XMLAttribute]
    /// Line on which the tag ends, from 1.
    let line: Int

    subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

    /// The tag without its closing bracket, to keep what was refused.
    var tag: String {
        "<" + ([name] + attributes.map { "\($0.name)=\"\(escapedXML($0.value))\"" }).joined(separator: " ")
    }

    /// Elements inside each other as one line of XML.
    static func nested(_ elements: [XMLElement]) -> String {
        guard let last = elements.last else { return "" }
        let around = elements.dropLast()
        return around.map { $0.tag + ">" }.joined() + last.tag + "/>"
            + around.reversed().map { "</\($0.name)>" }.joined()
    }
}

struct XMLAttribute: Sendable, Hashable {
    let name: String
    let value: String
}

enum XMLEvent {
    case start(XMLElement)
    case end(name: String)
}

/// What an XML file may be before it is taken for an attack or a mistake. Our own messages are four levels deep and
/// write everything in short attributes.
package struct XMLLimits: Sendable, Hashable {
    package var depth: Int
    /// Bytes of one attribute.
    package var attributeBytes: Int
    /// Bytes between two tags, and of a tag itself.
    package var gapBytes: Int

    package init(depth: Int = 16, attributeBytes: Int = 4_096, gapBytes: Int = 1 << 20) {
        self.depth = depth
        self.attributeBytes = attributeBytes
        self.gapBytes = gapBytes
    }
}

/// Text inside an attribute in double quotation marks.
func escapedXML(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "\n", "\r", "\t": result += "&#\(scalar.value);"
        // XML 1.0 has no way to write the other control characters.
        case _ where scalar.value < 0x20 || scalar.value == 0xfffe || scalar.value == 0xffff: result += "\u{fffd}"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
