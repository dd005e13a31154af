import Hummingbird
import Kernel
import UseCases

/// A laboratory's analysis requests (DAI): listed, filtered, fetched one by one or together (PRO-166, CAL-43).
enum AnalysisPages {
    static let endpoints = [
        Endpoint(.get, "/analyses", .may(.analysisFetch)) { try await list($0) },
        Endpoint(.post, "/analyses/lot", .may(.analysisFetch), batch),
        Endpoint(.get, "/analyses/:request/demande.xml", .may(.analysisFetch)) { call in
            guard let key = AnalysisRequestKey(try call.part("request")) else { throw WebFault.notFound }
            let files = try await FetchAnalysisRequests([key]).perform(call.useCase())
            guard let file = files.first else { throw WebFault.notFound }
            return try call.download(file.bytes, file.name, .xml)
        },
        Endpoint(.get, "/analyses/:request/demande.pdf", .may(.analysisFetch)) { call in
            guard let key = AnalysisRequestKey(try call.part("request")) else { throw WebFault.notFound }
            let sheet = try await PrintAnalysisRequest(key).perform(call.useCase())
            return try call.download(sheet.bytes, sheet.name, .pdf)
        },
    ]

    static func filter(_ call: Call) throws -> LaboratoryRequestFilter {
        var filter = LaboratoryRequestFilter()
        filter.stage = try call.filter("etat", LaboratoryRequestFilter.Stage.self) ?? .waiting
        filter.department = call.query("departement")
        filter.number = call.query("numero").map { $0.filter { $0.isASCII && $0.isNumber } }
        filter.after = try call.position("apres") { AnalysisRequestPlace($0) }
        return filter
    }

    private static func list(
        _ call: Call, _ notices: [Notice] = [], status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let filter = try filter(call)
        let outcome = try await ListAnalysisRequests(filter).perform(call.useCase())
        let isUnattached = try call.visit.actor.organisation == nil
        return try call.page(
            AnalysesPage(filter, outcome, notices, isUnattached: isUnattached), .home, status: status)
    }

    /// One request is its file, several are a zip archive.
    private static func batch(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let keys = form.values("choix").compactMap(AnalysisRequestKey.init)
        do {
            let files = try await FetchAnalysisRequests(keys).perform(call.useCase())
            if files.count == 1, let file = files.first { return try call.download(file.bytes, file.name, .xml) }
            let day = try call.useCase().today
            return try call.download(files.zipped(), "DAI-\(day).zip", .zip)
        } catch let refused as Refused where Refusal.staysOnPage(refused.findings) {
            return try await list(call, refused.findings.map { Notice($0) }, status: .unprocessableContent)
        }
    }
}
