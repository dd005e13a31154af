/// Names and values as addresses and forms carry them.
enum Query {
    static func encode(_ fields: KeyValuePairs<String, String>) -> String {
        fields.map { "\(encode($0.key))=\(encode($0.value))" }.joined(separator: "&")
    }

    /// An address with fields added to what it has.
    static func adding(_ fields: KeyValuePairs<String, String>, to address: String) -> String {
        address + (address.contains("?") ? "&" : "?") + encode(fields)
    }

    /// Everything but letters, digits and `-._~` is percent-encoded (RFC 3986 §2.3).
    static func encode(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return text.utf8.reduce(into: "") { output, byte in
            let letter = Character(Unicode.Scalar(byte))
            if byte < 128, letter.isLetter || letter.isNumber || "-._~".contains(letter) {
                output.append(letter)
            } else {
                output += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
    }
}
