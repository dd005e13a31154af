import Kernel
import Prophylaxis
import UseCases

/// What was issued for an intervention, as the bytes that were issued: sampling document, analysis requests, reports.
enum DocumentOperations {
    static let all = [
        Operation(
            id: "getSamplingDocument", method: .get, path: root + "/document", access: .may(.documentPrint),
            parameters: [
                Schemas.number, .query("copy", .codes(["farmer", "labels", "tuberculin"]), standard: "farmer"),
            ],
            success: .file("application/pdf"), answer: document),
        Operation(
            id: "listAnalysisRequests", method: .get, path: root + "/analysis-requests", access: .may(.documentRead),
            parameters: [Schemas.number], success: .json(Schemas.page(.named("AnalysisRequest"))), answer: requests),
        Operation(
            id: "getAnalysisRequest", method: .get, path: root + "/analysis-requests/{edition}/{laboratory}",
            access: .may(.documentRead),
            parameters: [
                Schemas.number, .path("edition", .integer(1...1000)), .path("laboratory", .lengths(1...20)),
            ],
            success: .file("application/xml"), answer: request),
        Operation(
            id: "listReports", method: .get, path: root + "/reports", access: .may(.documentRead),
            parameters: [Schemas.number], success: .json(Schemas.page(.named("Report"))), answer: reports),
        Operation(
            id: "getReport", method: .get, path: root + "/reports/{version}", access: .may(.documentRead),
            parameters: [Schemas.number, .path("version", .integer(1...1000))],
            success: .file("application/pdf"), answer: report),
    ]

    private static let root = InterventionOperations.root

    private static func document(_ call: APICall) async throws -> APIAnswer {
        let intervention = try await call.intervention()
        guard let copy = DocumentCopy(rawValue: try call.text("copy")) else { throw APIFault.notFound }
        let file: PrintedFile
        do {
            file = try await ReadDocument(intervention, copy: copy)
                .perform(call.useCase(in: intervention.department))
        } catch let refused as Refused where refused.findings.contains(where: \.isAboutDocuments) {
            throw APIFault(.notFound, [Finding(APIFinding.nothingStored, .fatal)] + refused.findings)
        }
        return .file(file.bytes, file.name, "application/pdf")
    }

    private static func requests(_ call: APICall) async throws -> APIAnswer {
        let intervention = try await call.intervention()
        let lines = try await ReadAnalysisRequests(of: intervention)
            .perform(call.useCase(in: intervention.department))
        return APIAnswer(
            JSON.page(
                lines.map { line in
                    .object([
                        ("edition", .int(line.edition)), ("laboratory", .text(line.laboratory)),
                        ("diseases", .list(line.diseases.map { .text($0.rawValue) })), ("animals", .int(line.animals)),
                        ("writtenAt", JSON(line.writtenAt)),
                    ])
                }))
    }

    private static func request(_ call: APICall) async throws -> APIAnswer {
        let intervention = try await call.intervention()
        let file = try await ReadAnalysisRequestFile(
            of: intervention, edition: try call.number("edition"), laboratory: try call.text("laboratory")
        ).perform(call.useCase(in: intervention.department))
        return .file(file.bytes, file.name, "application/xml")
    }

    private static func reports(_ call: APICall) async throws -> APIAnswer {
        let intervention = try await call.intervention()
        let rows = try await ReadReports(of: intervention).perform(call.useCase(in: intervention.department))
        return APIAnswer(
            JSON.page(
                rows.map { row in
                    .object([
                        ("number", .text(row.number)), ("version", .int(row.version)),
                        ("value", .text(row.value.rawValue)), ("issuedOn", .day(row.issuedOn)),
                        ("issuer", .text(row.issuer)), ("inspector", .text(row.inspector)),
                        ("completedOn", .day(row.completedOn)), ("comment", JSON(row.comment)),
                        ("invalidatedOn", .day(row.invalidatedOn)), ("digest", .text(row.document.hex)),
                    ])
                }))
    }

    private static func report(_ call: APICall) async throws -> APIAnswer {
        let intervention = try await call.intervention()
        let file = try await ReadReportDocument(of: intervention, version: try call.number("version"))
            .perform(call.useCase(in: intervention.department))
        return .file(file.bytes, file.name, "application/pdf")
    }

    static let schemas: [(String, Schema)] = [
        (
            "AnalysisRequest",
            .object([
                .init("edition", .integer(1...1000)), .init("laboratory", .string),
                .init("diseases", .list(Schemas.disease)), .init("animals", Schemas.count),
                .init("writtenAt", .nullable(Schemas.instant)),
            ])
        ),
        (
            "Report",
            .object([
                .init("number", .string), .init("version", .integer(1...1000)), .init("value", .string),
                .init("issuedOn", Schemas.day), .init("issuer", .string), .init("inspector", .string),
                .init("completedOn", .nullable(Schemas.day)), .init("comment", .nullable(.string)),
                .init("invalidatedOn", .nullable(Schemas.day)), .init("digest", .string),
            ])
        ),
    ]
}

extension Finding {
    /// Nothing was validated, or nothing selected.
    fileprivate var isAboutDocuments: Bool { SamplingFinding(rawValue: code) != nil }
}
