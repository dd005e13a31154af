import CLibXML2
import Kernel

/// Tags of an XML file, pulled one by one out of libxml2's push parser: no tree is ever built, lines are exact, and a
/// document type declaration stops the parser before it declares a thing, so that no entity can exist.
///
/// The parser is given 16 kB at a time, which also bounds the tags waiting to be taken.
final class XMLStream {
    private let stream: any ByteStream
    private let state: XMLParserState
    private let file: String
    private let chunk: UnsafeMutableRawBufferPointer
    private var isAtEnd = false

    /// - Parameter namespace: that of every element; others are given an empty name.
    init(_ source: ByteSource, namespace: String, limits: XMLLimits) throws(Refusal) {
        file = source.name
        stream = try source.open()
        state = XMLParserState(file: source.name, namespace: namespace, limits: limits)
        chunk = .allocate(byteCount: 16_384, alignment: 1)
        guard try !isUnsupported(ByteSource.firstBytes(of: source, count: 4)) else {
            throw Refusal(.encodingUnsupported, at: Place(file: source.name), ["encoding": "utf-16"])
        }
    }

    deinit { chunk.deallocate() }

    /// The next tag, nil at the end. Tags read before a fault are given first, then the fault is thrown.
    func next() throws(Refusal) -> XMLEvent? {
        while true {
            if let event = state.take() { return event }
            if let refusal = state.refusal { throw refusal }
            if isAtEnd { return nil }
            let count = try stream.read(into: chunk)
            isAtEnd = count == 0
            state.parse(UnsafeRawBufferPointer(rebasing: chunk[..<count]), isLast: isAtEnd)
        }
    }

    /// Lines read so far.
    var line: Int { state.line }
}

/// UTF-16 and UTF-32, in which the guards on bytes would not see what they look for.
private func isUnsupported(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) || bytes.contains(0)
}

extension ByteSource {
    static func firstBytes(of source: ByteSource, count: Int) throws(Refusal) -> [UInt8] {
        let stream = try source.open()
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 1)
        defer { buffer.deallocate() }
        return Array(buffer[..<(try stream.read(into: buffer))])
    }
}
