import CLibXML2
import Kernel

/// Checks an XML document against an XSD, both in memory: for those who write such files, and for our own tests. The
/// readers do not need it, since they check more than a schema can say.
package enum SchemaValidation {
    /// What the schema says against the document, a line each; empty when it is valid.
    package static func faults(of document: [UInt8], schema: [UInt8]) throws(Refusal) -> [String] {
        let messages = Messages()
        let data = Unmanaged.passUnretained(messages).toOpaque()
        guard let parser = buffer(schema, xmlSchemaNewMemParserCtxt) else {
            throw Refusal(.xmlMalformed, at: nil, ["reason": "no memory"])
        }
        defer { xmlSchemaFreeParserCtxt(parser) }
        xmlSchemaSetParserStructuredErrors(parser, collect, data)
        guard let parsed = xmlSchemaParse(parser) else {
            throw Refusal(.xmlMalformed, at: nil, ["reason": messages.texts.first ?? "not a schema"])
        }
        defer { xmlSchemaFree(parsed) }
        let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
        guard let tree = buffer(document, { xmlReadMemory($0, $1, nil, nil, options) }) else {
            throw Refusal(.xmlMalformed, at: nil, ["reason": "not well-formed"])
        }
        defer { xmlFreeDoc(tree) }
        guard let validator = xmlSchemaNewValidCtxt(parsed) else {
            throw Refusal(.xmlMalformed, at: nil, ["reason": "no memory"])
        }
        defer { xmlSchemaFreeValidCtxt(validator) }
        xmlSchemaSetValidStructuredErrors(validator, collect, data)
        let result = xmlSchemaValidateDoc(validator, tree)
        return result != 0 && messages.texts.isEmpty ? ["code \(result)"] : messages.texts
    }

    private final class Messages {
        var texts: [String] = []
    }

    private static let collect: xmlStructuredErrorFunc = { data, error in
        guard let data, let error else { return }
        let text = error.pointee.message.map { String(cString: $0) } ?? "code \(error.pointee.code)"
        Unmanaged<Messages>.fromOpaque(data).takeUnretainedValue().texts.append(
            "line \(error.pointee.line): " + text.split(separator: "\n").joined(separator: " "))
    }

    private static func buffer<Result>(_ bytes: [UInt8], _ body: (UnsafePointer<CChar>?, Int32) -> Result) -> Result {
        bytes.withUnsafeBytes { body($0.assumingMemoryBound(to: CChar.self).baseAddress, Int32($0.count)) }
    }
}
