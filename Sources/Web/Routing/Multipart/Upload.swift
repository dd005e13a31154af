import Hummingbird
import NIOCore
import Secrets
import UseCases

/// A form with files, as a browser sent it. The files are on disk until they are asked for.
struct Upload {
    var form = Form(fields: [])
    var files: [QueueJob.File] = []

    /// All fields that are no files together.
    static let mostFieldBytes = 1 << 20
    static let mostParts = 1000
}

extension Call {
    /// The form of an upload. Its token must come before its files: nothing is kept of a forged one.
    /// - Throws: `WebFault.formStale`, `.formUnreadable`; `Refused` for a body beyond the limit.
    func upload() async throws -> Upload {
        guard let parser = request.headers[.contentType].flatMap(MultipartParser.init) else {
            throw WebFault.formStale
        }
        let limit = configuration.mostUploadBytes
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit { throw tooLarge }
        var reader = UploadReader(parser: parser, token: cookie.value(in: request).map(SessionCookie.formToken))
        var size = 0
        for try await chunk in request.body {
            size += chunk.readableBytes
            guard size <= limit else { throw tooLarge }
            try reader.read(chunk)
        }
        return try reader.finish()
    }

    private var tooLarge: Refused {
        Refused(JobFinding.fileTooLarge, ["limit": String(configuration.mostUploadBytes >> 20)])
    }
}

/// Gathers the parts of an upload.
private struct UploadReader {
    private var parser: MultipartParser
    private let token: String?
    private var fields: [(name: String, value: String)] = []
    private var fieldBytes = 0
    private var parts = 0
    private var spools: [UploadSpool] = []
    private var field: (name: String, bytes: [UInt8])?
    private var isTrusted = false

    init(parser: MultipartParser, token: String?) {
        self.parser = parser
        self.token = token
    }

    mutating func read(_ chunk: ByteBuffer) throws {
        let events: [MultipartParser.Event]
        do { events = try parser.read(chunk.readableBytesView) } catch { throw WebFault.formUnreadable }
        for event in events { try take(event) }
    }

    private mutating func take(_ event: MultipartParser.Event) throws {
        switch event {
        case .begin(let name, let file):
            parts += 1
            guard parts <= Upload.mostParts else { throw WebFault.formUnreadable }
            guard let file else {
                field = (name, [])
                return
            }
            guard isTrusted else { throw WebFault.formStale }
            spools.append(try UploadSpool(named: file))
        case .bytes(let bytes):
            guard field != nil else {
                try bytes.withUnsafeBytes { try spools.last?.write($0) }
                return
            }
            fieldBytes += bytes.count
            guard fieldBytes <= Upload.mostFieldBytes else { throw WebFault.formUnreadable }
            field?.bytes += bytes
        case .end:
            guard let ended = field else { return }
            field = nil
            guard let value = String(validating: ended.bytes, as: UTF8.self) else { throw WebFault.formUnreadable }
            fields.append((ended.name, value))
            if ended.name == "_form", let token { isTrusted = Token.equal(value, token) }
        }
    }

    /// - Throws: `WebFault` for a body that ends too early, or bears no token.
    func finish() throws -> Upload {
        guard parser.isComplete else { throw WebFault.formUnreadable }
        guard isTrusted else { throw WebFault.formStale }
        // A file field that was left empty is a part without name and bytes.
        let files = try spools.filter { $0.size > 0 }.map { try $0.finish() }
        return Upload(form: Form(fields: fields), files: files)
    }
}
