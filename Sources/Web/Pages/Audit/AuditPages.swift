import Hummingbird
import Kernel
import Register
import UseCases

/// The audit: read page by page, and its chain verified on demand.
enum AuditPages {
    static let templates = [AuditPage.template, AuditEntryPage.template]

    static let endpoints = [
        Endpoint(.get, "/journal", .may(.auditVerify)) { try await page($0) },
        Endpoint(.get, "/journal/:entry", .may(.auditVerify), entry),
        Endpoint(.post, "/journal/verification", .may(.auditVerify), verify),
    ]

    private static let linesAPage = 100

    /// The departments one may choose; the whole country for who has it.
    static func departments(_ scope: Scope, chosen: String?) -> [Choice] {
        switch scope {
        case .national:
            [Choice("", Catalogue.french.text("audit", "all"), isChosen: chosen == nil)]
                + (chosen.map { [Choice($0, $0, isChosen: true)] } ?? [])
        case .departments(let codes): codes.sorted().map { Choice($0, $0, isChosen: $0 == chosen) }
        case .holdings, .relations, .nothing: []
        }
    }

    private static func page(
        _ call: Call, notices: [Notice] = [], status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let scope = try call.visit.actor.scope
        var department = call.query("departement")
        if department == nil, case .departments(let codes) = scope { department = codes.min() }
        var (filter, fields) = (AuditFilter(), AuditPage.Fields())
        filter.department = department
        filter.limit = linesAPage
        func value(_ name: String) -> String? { call.query(name) }
        filter.actor = value("compte")
        filter.intention = try call.filter("acte", form: "intention") { Intention(rawValue: $0)?.rawValue }
        filter.subject = SubjectWords.searched(value("objet"))
        let time = LocalTime(department)
        filter.from = try call.day("depuis").map { Instant.text(ofSeconds: time.start(of: $0)) }
        filter.until = try call.day("jusque").map { Instant.text(ofSeconds: time.start(of: $0.adding(days: 1)) - 1) }
        filter.after = try call.position("apres") { AuditFilter.Cursor(text: $0) }
        fields.actor = filter.actor ?? ""
        fields.subject = value("objet") ?? ""
        (fields.from, fields.until) = (value("depuis") ?? "", value("jusque") ?? "")
        fields.intentions =
            [Choice("", Catalogue.french.text("audit", "all"))]
            + Intention.allCases.filter { !$0.rawValue.hasSuffix(".read") }.map {
                Choice($0.rawValue, ActWords.french($0.rawValue), isChosen: filter.intention == $0.rawValue)
            }
        let outcome = try await ReadAudit(filter).perform(call.useCase(in: department))
        let kept = ["departement", "compte", "acte", "objet", "depuis", "jusque"].compactMap { name in
            value(name).map { "\(name)=\($0.formEncoded)" }
        }
        let campaigns = outcome.campaigns.compactMapValues { CampaignAddress($0) }
        return try call.page(
            AuditPage(
                notices: notices, isRefused: status != .ok, isRedacted: outcome.isRedacted,
                departments: departments(scope, chosen: department), fields: fields,
                lines: outcome.rows.map { AuditLine(row: $0, isRedacted: outcome.isRedacted, campaigns: campaigns) },
                next: outcome.next.map {
                    "/journal?" + (kept + ["apres=\($0.text.formEncoded)"]).joined(separator: "&")
                }),
            .audit, status: status)
    }

    private static func entry(_ call: Call) async throws -> Response {
        guard let id = Int64(try call.part("entry")), try call.visit.actor.role != .administrator else {
            throw WebFault.notFound
        }
        let scope = try call.visit.actor.scope
        var department = call.query("departement")
        if department == nil, case .departments(let codes) = scope { department = codes.min() }
        let parts = try await ShowAuditEntry(id, department: department).perform(call.useCase(in: department))
        return try call.page(
            AuditEntryPage(
                title: "\(Catalogue.french.text("audit", "entry")) \(id)",
                parts: parts.map {
                    AuditEntryPage.Part(
                        subject: SubjectWords.french($0.subject), outcome: OutcomeWords.french($0.outcome),
                        payload: $0.payload?.hex ?? "")
                }), .audit)
    }

    private static func verify(_ call: Call) async throws -> Response {
        _ = try await call.form()
        let texts = Catalogue.french
        do {
            let report = try await VerifyAudit(sealing: true).perform(call.useCase())
            let words =
                "\(texts.text("audit", "sound")) \(report.sealedEntries) \(texts.text("audit", "entries")) "
                + "\(report.unsealedEntries) \(texts.text("audit", "tail"))"
            return try await page(call, notices: [Notice(.done, words)])
        } catch let refused as Refused {
            guard Refusal.staysOnPage(refused.findings) else { throw refused }
            return try await page(
                call, notices: refused.findings.map { Notice($0) }, status: .unprocessableContent)
        }
    }
}

extension AuditFilter.Cursor {
    /// `2021-02-15T08:00:00Z.4711`
    var text: String { "\(at).\(id)" }

    init?(text: String) {
        guard let point = text.lastIndex(of: "."), let id = Int64(text[text.index(after: point)...]) else { return nil }
        self.init(at: String(text[..<point]), id: id)
    }
}
