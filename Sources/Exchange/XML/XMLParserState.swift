import CLibXML2
import Kernel

/// The C parser and what its callbacks leave behind.
final class XMLParserState {
    private let file: String
    private let namespace: String
    private let limits: XMLLimits
    private var context: xmlParserCtxtPtr?
    private var events: [XMLEvent] = []
    private var nextEvent = 0
    /// The last start tag, until the parser has gone on behind it: a tag that the end of the file cuts in two is
    /// reported with the attributes it has so far, then as a fault.
    private var pending: XMLElement?
    private var depth = 0
    /// Bytes given since the last tag.
    private var gap = 0
    private(set) var refusal: Refusal?

    init(file: String, namespace: String, limits: XMLLimits) {
        self.file = file
        self.namespace = namespace
        self.limits = limits
        xmlInitParser()
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { state, name, _, uri, _, _, count, _, attributes in
            XMLParserState.from(state)?.start(name, uri, count, attributes)
        }
        handler.endElementNs = { state, name, _, _ in XMLParserState.from(state)?.end(name) }
        handler.internalSubset = { state, _, _, _ in XMLParserState.from(state)?.refuse(.xmlDoctype) }
        handler.serror = { state, error in
            guard let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
            let reason = error.pointee.message.map { String(cString: $0) } ?? "code \(error.pointee.code)"
            XMLParserState.from(state)?.malformed(reason, line: Int(error.pointee.line))
        }
        context = xmlCreatePushParserCtxt(&handler, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil)
        if let context { xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue)) }
    }

    deinit { if let context { xmlFreeParserCtxt(context) } }

    var line: Int { context.map { Int(xmlSAX2GetLineNumber($0)) } ?? 0 }

    func take() -> XMLEvent? {
        guard nextEvent < events.count else {
            events.removeAll(keepingCapacity: true)
            nextEvent = 0
            return nil
        }
        nextEvent += 1
        return events[nextEvent - 1]
    }

    func parse(_ bytes: UnsafeRawBufferPointer, isLast: Bool) {
        guard let context else { return refuse(.xmlMalformed, ["reason": "no memory"]) }
        gap += bytes.count
        let start = bytes.assumingMemoryBound(to: CChar.self).baseAddress
        let result = xmlParseChunk(context, start, Int32(bytes.count), isLast ? 1 : 0)
        if refusal != nil { return }
        if result == 0 { flush() }
        if result != 0 { malformed("code \(result)", line: line) }
        if gap > limits.gapBytes { refuse(.xmlTextTooLong, ["limit": String(limits.gapBytes)]) }
    }

    private static func from(_ pointer: UnsafeMutableRawPointer?) -> XMLParserState? {
        pointer.map { Unmanaged<XMLParserState>.fromOpaque($0).takeUnretainedValue() }
    }
}

// MARK: - Callbacks

extension XMLParserState {
    private func start(
        _ name: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?, _ count: Int32,
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard refusal == nil, let name else { return }
        flush()
        gap = 0
        depth += 1
        guard depth <= limits.depth else { return refuse(.xmlTooDeep, ["limit": String(limits.depth)]) }
        let isOurs = uri.map { String(cString: $0) } == namespace
        var list: [XMLAttribute] = []
        for index in 0..<Int(count) {
            guard let attributes, let name = attributes[index * 5], let start = attributes[index * 5 + 3],
                let end = attributes[index * 5 + 4]
            else { continue }
            guard end - start <= limits.attributeBytes else {
                return refuse(.xmlTextTooLong, ["limit": String(limits.attributeBytes)])
            }
            let value = String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
            list.append(XMLAttribute(name: String(cString: name), value: unescaped(value)))
        }
        pending = XMLElement(name: isOurs ? String(cString: name) : "", attributes: list, line: line)
    }

    private func flush() {
        if let pending { events.append(.start(pending)) }
        pending = nil
    }

    private func end(_ name: UnsafePointer<xmlChar>?) {
        guard refusal == nil, let name else { return }
        flush()
        gap = 0
        depth -= 1
        events.append(.end(name: String(cString: name)))
    }

    private func malformed(_ reason: String, line: Int) {
        guard refusal == nil else { return }
        let text = reason.split(separator: "\n").first.map(String.init) ?? reason
        refusal = Refusal(
            .xmlMalformed, at: Place(file: file, line: max(1, line)), ["reason": excerpt(text, limit: 200)])
        if let context { xmlStopParser(context) }
    }

    private func refuse(_ code: ExchangeFinding, _ facts: KeyValuePairs<String, String> = [:]) {
        guard refusal == nil else { return }
        refusal = Refusal(code, at: Place(file: file, line: max(1, line)), facts)
        if let context { xmlStopParser(context) }
    }
}

/// Where entities are not replaced, libxml2 hands over every `&` of an attribute as `&#38;`, and nothing else so.
private func unescaped(_ value: String) -> String {
    value.utf8.contains(0x26) ? value.replacing("&#38;", with: "&") : value
}
