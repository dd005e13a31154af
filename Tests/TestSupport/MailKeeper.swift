import Foundation

/// A mail server that nobody here wrote (aiosmtpd), and what it has taken.
package struct MailKeeper: Sendable {
    package enum Security: String, Sendable { case plain, starttls, tls }

    /// A message as the server got it.
    package struct Mail: Decodable, Sendable {
        package let from: String
        package let to: [String]
        /// Headers and body as they came, with CR LF.
        package let content: String
        package let tls: Bool
        package let login: String?

        /// The values of a header, unfolded.
        package func header(_ name: String) -> [String] {
            let head = content.components(separatedBy: "\r\n\r\n")[0].replacingOccurrences(of: "\r\n ", with: "")
            return head.components(separatedBy: "\r\n").filter { $0.lowercased().hasPrefix("\(name.lowercased()):") }
                .map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
        }

        /// The subject with its encoded words read.
        package var subject: String {
            let words = header("Subject").joined().components(separatedBy: "?=")
            return words.map { word in
                guard let start = word.range(of: "=?UTF-8?B?") else { return word }
                return String(decoding: Data(base64Encoded: String(word[start.upperBound...])) ?? Data(), as: UTF8.self)
            }.joined()
        }

        /// The body, with its quoted-printable read.
        package var text: String {
            let body = content.components(separatedBy: "\r\n\r\n").dropFirst().joined(separator: "\r\n\r\n")
                .replacingOccurrences(of: "=\r\n", with: "")
            var (bytes, rest) = ([UInt8](), Array(body.utf8)[...])
            while let byte = rest.popFirst() {
                guard byte == UInt8(ascii: "=") else {
                    bytes.append(byte)
                    continue
                }
                let digits = String(decoding: rest.prefix(2), as: UTF8.self)
                bytes.append(UInt8(digits, radix: 16) ?? 63)
                rest = rest.dropFirst(2)
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    package let port: Int
    private let folder: String

    /// The certificate that it shows, to be trusted.
    package var authority: String { "\(folder)/authority.pem" }

    package static func run(
        _ security: Security = .plain, login: (name: String, password: String)? = nil, at port: Int = 0,
        keeping folder: String? = nil, _ body: (MailKeeper) async throws -> Void
    ) async throws {
        guard let folder else {
            return try await withTemporaryFolder {
                try await run(security, login: login, at: port, keeping: $0, body)
            }
        }
        let arguments = [folder, security.rawValue, login?.name ?? "", login?.password ?? "", String(port)]
        try await ForeignServer.run("Providers/mailserver.py", arguments) { port in
            try await body(MailKeeper(port: port, folder: folder))
        }
    }

    /// What has come, in order.
    package func mails() throws -> [Mail] { try MailKeeper.mails(in: folder) }

    package static func mails(in folder: String) throws -> [Mail] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }
        let numbers = names.compactMap { Int($0.dropLast(5)) }.sorted()
        return try numbers.map {
            try JSONDecoder().decode(Mail.self, from: Data(contentsOf: URL(filePath: "\(folder)/\($0).json")))
        }
    }
}
