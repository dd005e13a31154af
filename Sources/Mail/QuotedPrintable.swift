/// Text in the body of a message (RFC 2045, 6.7): lines of at most 76 characters, of ASCII only.
enum QuotedPrintable {
    private static let digits = Array("0123456789ABCDEF")

    /// - Parameter text: lines that end with `\n`.
    static func encoded(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line($0.utf8) }.joined(separator: "\r\n")
    }

    private static func line(_ bytes: Substring.UTF8View) -> String {
        var (lines, column) = ("", 0)
        let last = bytes.indices.last
        for index in bytes.indices {
            let byte = bytes[index]
            // A space at the end of a line is lost on the way.
            let isPlain = (33...126).contains(byte) && byte != 61 || byte == 32 && index != last
            let sign = isPlain ? String(Unicode.Scalar(byte)) : "=\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            if column + sign.utf8.count > 75 {
                lines += "=\r\n"
                column = 0
            }
            lines += sign
            column += sign.utf8.count
        }
        return lines
    }
}
