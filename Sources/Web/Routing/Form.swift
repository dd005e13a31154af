import Hummingbird
import Secrets

/// A form as a browser sent it: names and values, in order.
struct Form: Sendable {
    let fields: [(name: String, value: String)]

    func value(_ name: String) -> String? { fields.first { $0.name == name }?.value }
    func values(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// - Throws: `WebFault.formUnreadable` for a field that is not there at all.
    func require(_ name: String) throws -> String {
        guard let value = value(name) else { throw WebFault.formUnreadable }
        return value
    }
}

extension Call {
    /// The form of a POST, after checking that it was filled in on a page of ours, in this browser.
    /// - Throws: `WebFault.formStale`, `.formUnreadable`.
    func form() async throws -> Form {
        let type = request.headers[.contentType] ?? ""
        guard type.lowercased().hasPrefix("application/x-www-form-urlencoded") else { throw WebFault.formUnreadable }
        let body = try await request.body.collect(upTo: configuration.mostFormBytes)
        guard let form = Form(urlEncoded: String(buffer: body)) else { throw WebFault.formUnreadable }
        guard let secret = cookie.value(in: request), let token = form.value("_form"),
            Token.equal(token, SessionCookie.formToken(for: secret))
        else { throw WebFault.formStale }
        return form
    }
}

extension Form {
    /// `a=1&b=x+y%21`; nil where a part cannot be decoded.
    init?(urlEncoded text: String) {
        var fields: [(String, String)] = []
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = parts[0].replacing("+", with: " ")
            let value = parts.count == 2 ? parts[1].replacing("+", with: " ") : ""
            guard let name = name.percentDecoded(), let value = value.percentDecoded() else {
                return nil
            }
            fields.append((name, value))
        }
        self.fields = fields
    }
}

extension StringProtocol {
    /// Percent-decoded; nil for a `%` without two digits, bytes that are no UTF-8, and NUL, which no table takes.
    func percentDecoded() -> String? {
        var bytes: [UInt8] = []
        var rest = Substring(self).utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = String(Substring(rest.prefix(2)))
            guard digits.utf8.count == 2, digits.allSatisfy(\.isHexDigit), let value = UInt8(digits, radix: 16),
                value != 0
            else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}

extension String {
    /// As a value in an address or a form: everything but letters, digits and `-._~` is percent-encoded.
    var formEncoded: String {
        let digits = Array("0123456789ABCDEF")
        return utf8.reduce(into: "") { output, byte in
            let scalar = Unicode.Scalar(byte)
            let isPlain = byte < 128 && (scalar.properties.isAlphabetic || ("0"..."9").contains(Character(scalar)))
            if isPlain || "-._~".utf8.contains(byte) {
                output.unicodeScalars.append(scalar)
            } else {
                output += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
    }
}
