/// Takes apart a body of `multipart/form-data` (RFC 7578, RFC 2046 §5.1) as it comes, in chunks of any size, keeping no
/// more than a part's header and the length of a boundary.
struct MultipartParser {
    enum Event: Equatable {
        /// A part begins: the name of its field, and of its file where it is one.
        case begin(field: String, file: String?)
        case bytes([UInt8])
        case end
    }

    /// Why it is no such body.
    struct Unreadable: Error {}

    private enum State { case preamble, delimiter, header, body, done }

    private let delimiter: [UInt8]
    // The first boundary stands at the very start, the others after a line's end.
    private var buffer: [UInt8] = [0x0d, 0x0a]
    private var state = State.preamble

    static let mostHeaderBytes = 8192

    /// - Parameter contentType: the value of the header; nil where it is no `multipart/form-data` with a boundary.
    init?(contentType: String) {
        let parts = contentType.split(separator: ";").map { $0.drop { $0 == " " } }
        guard parts.first?.lowercased().filter({ $0 != " " }) == "multipart/form-data",
            let parameter = parts.dropFirst().first(where: { $0.lowercased().hasPrefix("boundary=") })
        else { return nil }
        var boundary = parameter.dropFirst("boundary=".count)
        if boundary.hasPrefix("\""), boundary.hasSuffix("\""), boundary.count > 2 {
            boundary = boundary.dropFirst().dropLast()
        }
        guard (1...70).contains(boundary.utf8.count) else { return nil }
        delimiter = [0x0d, 0x0a, 0x2d, 0x2d] + Array(boundary.utf8)
    }

    var isComplete: Bool { state == .done }

    /// What the chunk brings to light.
    mutating func read(_ chunk: some Sequence<UInt8>) throws(Unreadable) -> [Event] {
        guard state != .done else { return [] }
        buffer.append(contentsOf: chunk)
        var events: [Event] = []
        while try step(&events) {}
        return events
    }

    /// One step; false when more bytes are needed.
    private mutating func step(_ events: inout [Event]) throws(Unreadable) -> Bool {
        switch state {
        case .done: return false
        case .preamble, .body:
            let isBody = state == .body
            guard let start = position(of: delimiter) else {
                // Its beginning may be the end of a boundary's beginning.
                let sure = max(0, buffer.count - delimiter.count + 1)
                if isBody, sure > 0 { events.append(.bytes(Array(buffer[..<sure]))) }
                buffer.removeFirst(sure)
                return false
            }
            if isBody {
                if start > 0 { events.append(.bytes(Array(buffer[..<start]))) }
                events.append(.end)
            }
            buffer.removeFirst(start + delimiter.count)
            state = .delimiter
        case .delimiter:
            guard buffer.count >= 2 else { return false }
            if buffer[0] == 0x2d, buffer[1] == 0x2d {
                state = .done
                return false
            }
            guard buffer[0] == 0x0d, buffer[1] == 0x0a else { throw Unreadable() }
            state = .header
        case .header:
            guard let end = position(of: [0x0d, 0x0a, 0x0d, 0x0a]) else {
                guard buffer.count <= MultipartParser.mostHeaderBytes else { throw Unreadable() }
                return false
            }
            events.append(try MultipartParser.begin(String(decoding: buffer[..<end], as: UTF8.self)))
            buffer.removeFirst(end + 4)
            state = .body
        }
        return true
    }

    /// Where the bytes are first found in the buffer.
    private func position(of pattern: [UInt8]) -> Int? {
        buffer.withUnsafeBufferPointer { all in
            guard all.count >= pattern.count else { return nil }
            var start = 0
            while start <= all.count - pattern.count {
                if all[start] == pattern[0] {
                    var length = 1
                    while length < pattern.count, all[start + length] == pattern[length] { length += 1 }
                    if length == pattern.count { return start }
                }
                start += 1
            }
            return nil
        }
    }

    private static func begin(_ header: String) throws(Unreadable) -> Event {
        for line in header.split(separator: "\r\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "content-disposition" else { continue }
            let values = parameters(parts[1])
            guard values.type == "form-data", let name = values.named["name"] else { throw Unreadable() }
            return .begin(field: name, file: values.named["filename"])
        }
        throw Unreadable()
    }

    /// `form-data; name="a"; filename="b;c.csv"`: browsers write `%22` for a quotation mark, and need no backslash.
    private static func parameters(_ text: Substring) -> (type: String, named: [String: String]) {
        var parts: [String] = [""]
        var isQuoted = false
        for character in text {
            if character == "\"" { isQuoted.toggle() }
            if character == ";", !isQuoted { parts.append("") } else { parts[parts.count - 1].append(character) }
        }
        var named: [String: String] = [:]
        for part in parts.dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
                $0.trimmingPrefix { $0 == " " }
            }
            guard pair.count == 2 else { continue }
            let value = pair[1].filter { $0 != "\"" }
            named[pair[0].lowercased()] = value.replacing("%22", with: "\"")
        }
        return (parts[0].filter { $0 != " " }.lowercased(), named)
    }
}
