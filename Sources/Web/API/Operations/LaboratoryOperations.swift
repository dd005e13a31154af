import Kernel
import Prophylaxis
import UseCases

/// A laboratory's analysis requests (DAI): what waits, each as a message or on paper. Whoever fetches one for the first
/// time stands in the sending register, as on the page `/analyses` (PRO-162, PRO-166, CAL-43).
enum LaboratoryOperations {
    static let all = [
        Operation(
            id: "listLaboratoryRequests", method: .get, path: "/analysis-requests", access: .may(.analysisFetch),
            parameters: [
                .query("stage", .codes(LaboratoryRequestFilter.Stage.self), standard: "waiting"),
                .query("department", Schemas.department), .query("year", Schemas.year), Schemas.limit(),
                Schemas.cursorParameter,
            ],
            success: .json(Schemas.page(.named("LaboratoryRequest"))), answer: requests),
        Operation(
            id: "fetchLaboratoryRequest", method: .get, path: "/analysis-requests/{request}",
            access: .may(.analysisFetch), parameters: [.path("request", key)],
            success: .init(status: .ok, mediaType: "application/xml", schema: .bytes, hasETag: true)
        ) { call in
            let files = try await FetchAnalysisRequests([request(call)]).perform(call.useCase())
            guard let file = files.first else { throw APIFault.notFound }
            return .file(file.bytes, file.name, "application/xml")
        },
        Operation(
            id: "printLaboratoryRequest", method: .get, path: "/analysis-requests/{request}/sheet",
            access: .may(.analysisFetch), parameters: [.path("request", key)], success: .file("application/pdf")
        ) { call in
            let sheet = try await PrintAnalysisRequest(request(call)).perform(call.useCase())
            return .file(sheet.bytes, sheet.name, "application/pdf")
        },
    ]

    private static let key = Schema.pattern("^[0-9]{1,18}-[0-9]{1,18}-[0-9]{1,6}$", "12-345-1") {
        AnalysisRequestKey($0) != nil
    }

    private static func request(_ call: APICall) throws -> AnalysisRequestKey {
        guard let key = AnalysisRequestKey(try call.text("request")) else { throw APIFault.notFound }
        return key
    }

    private static func requests(_ call: APICall) async throws -> APIAnswer {
        var filter = LaboratoryRequestFilter()
        filter.stage = LaboratoryRequestFilter.Stage(rawValue: try call.text("stage")) ?? .waiting
        filter.department = call.optional("department")
        filter.year = call.optional("year").flatMap { Int($0) }
        filter.limit = try call.number("limit")
        filter.after = try Cursor.place(call.optional("cursor")) { AnalysisRequestPlace($0) != nil }
            .flatMap { AnalysisRequestPlace($0) }
        let outcome = try await ListAnalysisRequests(filter).perform(call.useCase())
        return APIAnswer(JSON.page(outcome.lines.map(json), next: outcome.next?.description))
    }

    private static func json(_ request: LaboratoryRequest) -> JSON {
        .object([
            ("request", .text(request.key.description)), ("intervention", .text(request.intervention)),
            ("edition", .int(request.key.edition)), ("department", .text(request.department)),
            ("holding", .text(request.holding)),
            ("diseases", .list(Disease.set(request.diseases).map { .text($0.rawValue) })),
            ("animals", .int(request.animals)), ("issuedAt", .text(request.issuedAt)),
            ("fetchedAt", JSON(request.fetchedAt)), ("fetchedBy", JSON(request.fetchedBy)),
            ("isCancelled", .bool(request.isCancelled)),
        ])
    }

    static let schemas: [(String, Schema)] = [
        (
            "LaboratoryRequest",
            .object([
                .init("request", key), .init("intervention", Schemas.intervention),
                .init("edition", .integer(1...1000)), .init("department", Schemas.department),
                .init("holding", Schemas.holding), .init("diseases", .list(Schemas.disease)),
                .init("animals", Schemas.count), .init("issuedAt", Schemas.instant),
                .init("fetchedAt", .nullable(Schemas.instant)), .init("fetchedBy", .nullable(.string)),
                .init("isCancelled", .truth),
            ])
        )
    ]
}
