import Exchange
import Kernel
import Store

/// Refused lines of a run as files that can be read again, and the way back from a line of such a file to the line
/// kept.
struct ReplayText: Sendable {
    /// Table → file.
    let files: [String: BundleFile]
    private let lines: [String: [Int: RefusedLineRow]]

    /// Lines that were too long are left out: only their first bytes are there.
    init(_ kept: [RefusedLineRow], name: String) throws {
        var files: [String: BundleFile] = [:]
        var lines: [String: [Int: RefusedLineRow]] = [:]
        for (part, rows) in Dictionary(grouping: kept, by: \.part) {
            let whole = try rows.filter { try !$0.isCut }
            guard let first = whole.first else { continue }
            let text = Self.text(of: whole, header: first.header)
            files[part] = BundleFile(source: .bytes(text.bytes, name: "\(part).csv"))
            lines[part] = text.starts
        }
        self.files = files
        self.lines = lines
    }

    var isEmpty: Bool { files.isEmpty }
    var count: Int { lines.values.reduce(0) { $0 + $1.count } }

    /// The kept lines, each with the line it has in the file to be read.
    var positions: [(part: String, line: Int, row: RefusedLineRow)] {
        lines.sorted { $0.key < $1.key }.flatMap { part, rows in
            rows.sorted { $0.key < $1.key }.map { (part, $0.key, $0.value) }
        }
    }

    private static func text(
        of rows: [RefusedLineRow], header: [UInt8]
    ) -> (bytes: [UInt8], starts: [Int: RefusedLineRow]) {
        var bytes = header
        var line = lineBreaks(in: header) + 1
        var starts: [Int: RefusedLineRow] = [:]
        for row in rows {
            bytes.append(0x0a)
            starts[line + 1] = row
            line += 1 + lineBreaks(in: row.text)
            bytes += row.text
        }
        bytes.append(0x0a)
        return (bytes, starts)
    }

    /// LF, CRLF and CR each end a line.
    private static func lineBreaks(in bytes: [UInt8]) -> Int {
        bytes.indices.count { index in
            bytes[index] == 0x0a || (bytes[index] == 0x0d && !(index + 1 < bytes.count && bytes[index + 1] == 0x0a))
        }
    }
}

extension RefusedLineRow {
    /// The header of the file that the line came in. Headers of more than one line are not understood by replaying.
    var header: [UInt8] { Array(raw.prefix { $0 != 0x0a }) }
    /// The line itself.
    package var text: [UInt8] { Array(raw.drop { $0 != 0x0a }.dropFirst()) }

    /// Whether only its first bytes are kept.
    var isCut: Bool {
        get throws { try decodeFindings(findings).contains { $0.code == ExchangeFinding.lineTooLong.rawValue } }
    }
}
