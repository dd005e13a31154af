import Crypto

/// SHA-256 of some bytes, as 64 hexadecimal digits: the name of what is stored by content.
package struct ContentDigest: Hashable, Sendable, CustomStringConvertible {
    package let hex: String
    package var description: String { hex }

    package init(of bytes: [UInt8]) { self.init(SHA256.hash(data: bytes)) }

    init(_ digest: SHA256.Digest) {
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in digest {
            text.append(ContentDigest.digits[Int(byte >> 4)])
            text.append(ContentDigest.digits[Int(byte & 15)])
        }
        hex = String(decoding: text, as: UTF8.self)
    }

    /// Reads 64 digits in lower case, nothing else.
    package init?(hex: String) {
        guard hex.utf8.count == 64, hex.utf8.allSatisfy({ ContentDigest.digits.contains($0) }) else { return nil }
        self.hex = hex
    }

    /// Reads a digest column.
    init(in row: borrowing Row, _ column: Int) throws {
        let text = row.text(column)
        guard let digest = ContentDigest(hex: text) else {
            throw StoreError.unreadable(column: "digest", found: text)
        }
        self = digest
    }

    private static let digits = Array("0123456789abcdef".utf8)
}

extension ContentDigest: SQLConvertible { package var sqlValue: SQLValue { .text(hex) } }
