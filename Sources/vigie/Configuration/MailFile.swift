import Exchange
import FoundationEssentials
import Kernel
import Mail
import UseCases

/// The file that decides about mail (docs/operations.md): server, security, account, sender. The password stands in a
/// file of its own, or in the environment.
struct MailFile {
    private var server: MailServer?
    /// What its keeper should look at.
    private(set) var warnings: [Finding] = []

    /// - Parameter path: nil: no file, no mail.
    /// - Throws: `Refused` with every key that is wrong, missing or unknown.
    init(_ path: String?) throws {
        guard let path else { return }
        do throws(Refusal) {
            try read(try ConfigurationTable.parse(.file(path)))
        } catch {
            throw Refused(error.findings)
        }
    }

    /// - Parameter publicAddress: where the links of mails lead.
    func office(publicAddress: String) -> MailOffice? {
        server.map { MailOffice(MailClient($0), publicAddress: publicAddress) }
    }

    private mutating func read(_ table: ConfigurationTable) throws(Refusal) {
        var reader = ConfigurationReader(table)
        reader.format("vigie-mail-1")
        let host = reader.string("server", required: true)
        let port = reader.integer("port", in: 1...65_535)
        let code = reader.string("security") ?? MailServer.Security.startTLS.rawValue
        let user = reader.string("user")
        let passwordFile = reader.string("passwordFile")
        let authorities = reader.string("authorities")
        let name = reader.string("name") ?? "Vigie"
        let from = reader.string("from", required: true)
        let security = MailServer.Security(rawValue: code)
        if security == nil {
            reader.invalid("security", expected: MailServer.Security.allCases.map(\.rawValue).joined(separator: ", "))
        }
        let sender = from.flatMap { MailAddress($0) }
        if from != nil, sender == nil { reader.invalid("from", expected: "vigie@exemple.fr") }
        let password = passwordFile.map { SecretFile.text(at: $0) } ?? Environment["VIGIE_MAIL_PASSWORD"]
        warnings = [passwordFile].compactMap { $0 }.compactMap(SecretFile.exposure)
        if user != nil, password == nil {
            reader.invalid("passwordFile", expected: "a file with the password, or VIGIE_MAIL_PASSWORD")
        }
        if let authorities, !FileManager.default.isReadableFile(atPath: authorities) {
            reader.invalid("authorities", expected: "a file of certificates (PEM)")
        }
        if let host, let security, let sender {
            do throws(MailServer.Fault) {
                var made = try MailServer(host, port: port, security, from: (name, sender))
                made.login = user.flatMap { user in password.map { (user, $0) } }
                made.authorities = authorities
                server = made
            } catch {
                switch error {
                case .hostUnfit: reader.invalid("server", expected: "smtp.exemple.fr")
                case .plainBeyondThisMachine:
                    reader.invalid("security", expected: "starttls, tls (none: localhost)")
                }
            }
        }
        let findings = reader.finish()
        if !findings.isEmpty { throw Refusal(findings) }
    }
}
