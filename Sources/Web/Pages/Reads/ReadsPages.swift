import Hummingbird
import Kernel
import UseCases

/// `/lectures`: who looked at which herd, animal, intervention or paper.
enum ReadsPages {
    static let endpoints = [Endpoint(.get, "/lectures", .may(.readsRead), page)]

    private static let linesAPage = 100

    private static func page(_ call: Call) async throws -> Response {
        let actor = try call.visit.actor
        var department = call.query("departement")
        if department == nil, case .departments(let codes) = actor.scope, actor.role != .administrator {
            department = codes.min()
        }
        var filter = ReadFilter()
        filter.department = department
        (filter.login, filter.subject) = (call.query("compte"), call.query("objet"))
        let time = LocalTime(department)
        filter.from = try call.day("depuis").map { time.start(of: $0) }
        filter.until = try call.day("jusque").map { time.start(of: $0.adding(days: 1)) }
        (filter.before, filter.limit) = (call.query("avant"), linesAPage)
        let outcome = try await ListReads(filter, call.installation.access).perform(call.useCase(in: department))
        var page = ReadsPage(outcome, departments: AuditPages.departments(actor.scope, chosen: department))
        page.login = filter.login ?? ""
        page.subject = filter.subject ?? ""
        (page.from, page.until) = (call.query("depuis") ?? "", call.query("jusque") ?? "")
        let kept = ["departement", "compte", "objet", "depuis", "jusque"].compactMap { name in
            call.query(name).map { "\(name)=\($0.formEncoded)" }
        }
        page.next = outcome.next.map { "/lectures?" + (kept + ["avant=\($0)"]).joined(separator: "&") }
        return try call.page(page, .audit)
    }
}
