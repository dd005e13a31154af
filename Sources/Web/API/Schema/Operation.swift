import HTTPTypes
import UseCases

/// One operation of the API: a row from which the router, the checks of what comes in and the OpenAPI document come.
struct Operation: Sendable {
    /// Stable: what generated clients call it. Its sentence stands in the catalogue (`api`) under the same key.
    let id: String
    let method: HTTPRequest.Method
    /// As OpenAPI writes it, below `/api/v1`: `/interventions/{number}`.
    let path: String
    let access: Access
    var parameters: [Parameter] = []
    var body: Body?
    let success: Success
    /// What it may be refused with, beside what every operation may be.
    var refusals: [HTTPResponse.Status] = []
    /// Changes something: asks for an `Idempotency-Key`.
    var isWrite = false
    let answer: @Sendable (APICall) async throws -> APIAnswer

    /// Something in the path or after the `?`.
    struct Parameter: Sendable {
        let name: String
        let schema: Schema
        let isInPath: Bool
        let isRequired: Bool
        /// Taken when nothing is said.
        var standard: String?
    }

    struct Body: Sendable {
        let mediaType: String
        let schema: Schema
        let most: Int
    }

    struct Success: Sendable {
        let status: HTTPResponse.Status
        let mediaType: String
        let schema: Schema
        /// Other forms of the same, by their media type.
        var others: [String] = []
        var hasETag = false

        static func json(_ schema: Schema, _ status: HTTPResponse.Status = .ok) -> Success {
            Success(status: status, mediaType: "application/json", schema: schema)
        }

        static func file(_ mediaType: String) -> Success {
            Success(status: .ok, mediaType: mediaType, schema: .bytes)
        }

        var mediaTypes: [String] { [mediaType] + others }
    }

    var asksForToken: Bool { access != .everyone }
}

extension Operation.Parameter {
    static func path(_ name: String, _ schema: Schema) -> Self {
        Self(name: name, schema: schema, isInPath: true, isRequired: true)
    }

    static func query(_ name: String, _ schema: Schema, standard: String? = nil) -> Self {
        Self(name: name, schema: schema, isInPath: false, isRequired: false, standard: standard)
    }

    static func required(_ name: String, _ schema: Schema) -> Self {
        Self(name: name, schema: schema, isInPath: false, isRequired: true)
    }
}

/// What an operation answers.
struct APIAnswer: Sendable {
    var status: HTTPResponse.Status
    var mediaType: String
    var bytes: [UInt8]
    var headers: [(HTTPField.Name, String)] = []
    /// What is kept for the same request's being sent again, where that is less: no secret is.
    var bytesKept: [UInt8]?

    init(_ status: HTTPResponse.Status = .ok, _ mediaType: String = "application/json", _ bytes: [UInt8]) {
        self.status = status
        self.mediaType = mediaType
        self.bytes = bytes
    }

    init(_ json: JSON, _ status: HTTPResponse.Status = .ok) { self.init(status, "application/json", json.bytes) }

    /// A file to keep.
    static func file(_ bytes: [UInt8], _ name: String, _ mediaType: String) -> APIAnswer {
        var answer = APIAnswer(.ok, mediaType, bytes)
        let plain = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || ".-_".contains($0)) }
        answer.headers.append((.contentDisposition, "attachment; filename=\"\(plain)\""))
        return answer
    }
}
