import HTTPTypes
import Hummingbird
import Kernel
import Secrets
import UseCases

/// Reads a request as the row of its operation describes it. Whatever does not fit is refused with its name and what
/// was expected, before anything is done.
struct APIReader: Sendable {
    let operation: Operation
    let request: Request
    let context: WebContext

    static let keyName = HTTPField.Name("Idempotency-Key")

    func values() throws -> [String: String] {
        var values: [String: String] = [:]
        var findings: [Finding] = []
        let query = Form(urlEncoded: request.uri.query ?? "")
        guard let query else { throw APIFault(.badRequest, .bodyUnreadable, ["expected": "%XX"]) }
        let known = operation.parameters.filter { !$0.isInPath }
        for (index, field) in query.fields.enumerated() where !field.name.isEmpty || !field.value.isEmpty {
            let isTwice = query.fields[..<index].contains { $0.name == field.name }
            guard let parameter = known.first(where: { $0.name == field.name }), !isTwice else {
                findings.append(Finding(APIFinding.valueUnexpected, .refused, ["name": field.name]))
                continue
            }
            guard parameter.schema.accepts(field.value) else {
                findings.append(parameter.schema.fault(.valueInvalid, field.name))
                continue
            }
            values[field.name] = field.value
        }
        for parameter in operation.parameters where values[parameter.name] == nil {
            if parameter.isInPath {
                let text = context.parameters.get(parameter.name)?.percentDecoded() ?? ""
                // A path of another shape names nothing.
                guard parameter.schema.accepts(text) else { throw APIFault.notFound }
                values[parameter.name] = text
            } else if parameter.isRequired, !findings.contains(where: { $0["name"] == parameter.name }) {
                findings.append(parameter.schema.fault(.valueMissing, parameter.name))
            } else if let standard = parameter.standard {
                values[parameter.name] = standard
            }
        }
        guard findings.isEmpty else { throw APIFault(.badRequest, findings) }
        return values
    }

    /// The bytes, and the JSON that they are where the row says so.
    func body() async throws -> ([UInt8], JSONValue?) {
        guard let body = operation.body else { return ([], nil) }
        let type = (request.headers[.contentType] ?? "").prefix { $0 != ";" }.lowercased().filter { $0 != " " }
        guard type == body.mediaType else {
            throw APIFault(.unsupportedMediaType, .mediaTypeUnsupported, ["types": body.mediaType])
        }
        let bytes: [UInt8]
        do {
            let buffer = try await request.body.collect(upTo: body.most)
            bytes = Array(buffer.readableBytesView)
        } catch {
            throw APIFault(.contentTooLarge, .bodyTooLarge, ["most": String(body.most)])
        }
        guard body.mediaType == "application/json" else { return (bytes, nil) }
        guard let json = JSONValue(object: bytes) else {
            throw APIFault(.badRequest, .bodyUnreadable, ["expected": "JSON (RFC 8259)"])
        }
        let findings = body.schema.faults(json)
        guard findings.isEmpty else { throw APIFault(.unprocessableContent, findings) }
        return (bytes, json)
    }

    /// - Throws: 400 when a write comes without a key, or with one that is none.
    func key(_ body: [UInt8], of bearer: Bearer) throws -> RequestKey? {
        guard operation.isWrite, let name = APIReader.keyName else { return nil }
        guard let key = request.headers[name], !key.isEmpty else {
            throw APIFault(.badRequest, [Schemas.requestKey.fault(.valueMissing, name.rawName)])
        }
        guard Schemas.requestKey.accepts(key) else {
            throw APIFault(.badRequest, [Schemas.requestKey.fault(.valueInvalid, name.rawName)])
        }
        let head = "\(request.method.rawValue) \(request.uri.description)\n\(request.headers[.contentType] ?? "")\n"
        return RequestKey(key, of: bearer.actor.login, digest: Token.digest(of: Array(head.utf8) + body))
    }

    /// - Throws: 406 when none of what the operation can give is wished for.
    func requireAcceptable() throws {
        guard let accept = request.headers[.accept], !accept.isEmpty else { return }
        let types = operation.success.mediaTypes
        let isWished = accept.split(separator: ",").contains { part in
            let wish = part.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
            return types.contains { wish == "*/*" || wish == $0 || wish == $0.prefix { $0 != "/" } + "/*" }
        }
        guard isWished else {
            throw APIFault(.notAcceptable, .notAcceptable, ["types": types.joined(separator: ", ")])
        }
    }
}
