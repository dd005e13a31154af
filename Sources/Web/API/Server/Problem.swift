import HTTPTypes
import Hummingbird
import Kernel
import UseCases

/// Why a request was not answered as it wished (RFC 9457): one problem, with the findings in it.
struct APIFault: Error {
    let status: HTTPResponse.Status
    let findings: [Finding]
    var headers: [(HTTPField.Name, String)] = []

    init(
        _ status: HTTPResponse.Status, _ findings: [Finding], headers: [(HTTPField.Name, String)] = []
    ) {
        self.status = status
        self.findings = findings
        self.headers = headers
    }

    init(
        _ status: HTTPResponse.Status, _ code: APIFinding, _ facts: KeyValuePairs<String, String> = [:],
        headers: [(HTTPField.Name, String)] = []
    ) {
        self.init(status, [Finding(code, .fatal, facts)], headers: headers)
    }
}

extension APIFault {
    /// Whatever an operation may throw. A foreign object answers exactly like a missing one.
    init(_ error: any Error) {
        switch error {
        case let fault as APIFault: self = fault
        case let refused as Refused: self.init(refused: refused)
        case let error as HTTPError where error.status == .contentTooLarge:
            self.init(.contentTooLarge, .bodyTooLarge, ["most": "?"])
        case let error as HTTPError where error.status == .notFound: self = .notFound
        case let error as HTTPError:
            self.init(error.status, .requestUnreadable, ["status": String(error.status.code)])
        case WebFault.notFound: self = .notFound
        case _ where isStoreBusy(error):
            self.init(.serviceUnavailable, .databaseBusy, ["seconds": "5"], headers: [(.retryAfter, "5")])
        default: self.init(.internalServerError, .internalFault)
        }
    }

    static let notFound = APIFault(.notFound, .pathUnknown)

    /// Whether it is the installation's keys that are wrong. Who asks is not told more than that it cannot be.
    static func isAboutKeys(_ error: any Error) -> Bool {
        guard let code = (error as? Refused)?.findings.first?.code else { return false }
        return KeyFinding(rawValue: code) != nil
    }

    private init(refused: Refused) {
        guard !APIFault.isAboutKeys(refused) else {
            self.init(.serviceUnavailable, .keysUnavailable, headers: [(.retryAfter, "60")])
            return
        }
        let status = APIFault.status(of: refused.findings)
        guard status != .notFound else {
            self = .notFound
            return
        }
        let seconds = refused.findings.lazy.compactMap { $0["seconds"] }.first
        let waits: Set<HTTPResponse.Status> = [.tooManyRequests, .conflict]
        self.init(
            status, refused.findings,
            headers: waits.contains(status) ? seconds.map { [(.retryAfter, $0)] } ?? [] : [])
    }

    private static func status(of findings: [Finding]) -> HTTPResponse.Status {
        switch findings.first?.code {
        case APIFinding.keyBusy.rawValue: .conflict
        case APIFinding.tooManyRequests.rawValue: .tooManyRequests
        case APIFinding.clientRefused.rawValue: .unauthorized
        case APIFinding.nothingStored.rawValue: .notFound
        default: Refusal.status(of: findings)
        }
    }
}

/// The body of a problem.
enum Problem {
    static let mediaType = "application/problem+json"

    static func json(_ fault: APIFault) -> JSON {
        let first = fault.findings.first
        let text = first.map(FindingTexts.text)
        return .object([
            ("type", .text("/api#\(first?.code ?? "")")),
            ("title", .text(text?.sentence ?? fault.status.reasonPhrase)),
            ("status", .int(fault.status.code)),
            ("detail", .text(text?.wayOut ?? "")),
            ("findings", .list(fault.findings.map(finding))),
        ])
    }

    /// Code, severity, place, sentence, way out: the same in problems and in answers.
    static func finding(_ finding: Finding) -> JSON {
        let text = FindingTexts.text(of: finding)
        var fields: [(String, JSON)] = [
            ("code", .text(finding.code)), ("severity", .text(finding.severity.rawValue)),
            ("sentence", .text(text.sentence)), ("wayOut", .text(text.wayOut)),
        ]
        if let place = finding.place {
            let known: [(String, JSON)?] = [
                place.file.map { ("file", .text($0)) }, place.line.map { ("line", .int($0)) },
                place.column.map { ("column", .text($0)) },
            ]
            fields.append(("place", .object(known.compactMap { $0 })))
        }
        return .object(fields)
    }

    static func response(_ fault: APIFault) -> Response {
        let bytes = json(fault).bytes
        var response = Response(status: fault.status, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        response.headers[.contentType] = mediaType
        for (name, value) in fault.headers { response.headers[name] = value }
        return response
    }
}
