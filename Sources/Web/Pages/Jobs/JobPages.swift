import Hummingbird
import Kernel
import Mustache
import UseCases

/// One's jobs, and one of them while it runs and after.
enum JobPages {
    static let endpoints = [
        Endpoint(.get, "/travaux", .may(.jobRead), list),
        Endpoint(.get, "/travaux/:id", .may(.jobRead)) { try await show($0) },
        Endpoint(.get, "/travaux/:id/fichiers/:position", .may(.jobRead), download),
        Endpoint(.post, "/travaux/:id/annuler", .may(.jobRead)) { try await change($0, .cancel) },
        Endpoint(.post, "/travaux/:id/relancer", .may(.jobRead)) { try await change($0, .retry) },
    ]

    private static let jobsAPage = 50

    private static func list(_ call: Call) async throws -> Response {
        var jobs = try await ListJobs(before: call.position("avant") { Int64($0) }, limit: jobsAPage + 1)
            .perform(call.useCase())
        var page = JobsPage()
        if jobs.count > jobsAPage {
            jobs.removeLast()
            page.next = "/travaux?avant=\(jobs[jobsAPage - 1].row.id)"
        }
        page.jobs = jobs.map(JobCells.init)
        return try call.page(page, .files)
    }

    private static func show(_ call: Call, fault: Refused? = nil) async throws -> Response {
        let job = try await ShowJob(try number(call)).perform(call.useCase())
        var page = JobPage(job: JobCells(view: job))
        if let fault { page.fault = FaultPage.Line.lines(of: fault.findings) }
        return try call.page(page, .files, status: fault.map { Refusal.status(of: $0.findings) } ?? .ok)
    }

    private static func change(_ call: Call, _ change: ChangeJob.Change) async throws -> Response {
        _ = try await call.form()
        let id = try number(call)
        do {
            try await ChangeJob(id, change).perform(call.useCase())
            return call.seeOther("/travaux/\(id)")
        } catch let refused as Refused where Refusal.status(of: refused.findings) == .unprocessableContent {
            return try await show(call, fault: refused)
        }
    }

    private static func download(_ call: Call) async throws -> Response {
        guard let position = Int(try call.part("position")) else { throw WebFault.notFound }
        let file = try await ReadJobFile(try number(call), position: position).perform(call.useCase())
        let isPDF = file.name.hasSuffix(".pdf")
        return try call.download(file.bytes, file.name, isPDF ? .pdf : .zip)
    }

    private static func number(_ call: Call) throws -> Int64 {
        guard let id = Int64(try call.part("id")) else { throw WebFault.notFound }
        return id
    }
}

/// A job in words.
struct JobCells: MustacheParent, Sendable {
    let view: JobView

    private struct Count: Sendable {
        let label: String
        let value: Int
    }

    private struct File: Sendable {
        let name: String
        let path: String
    }

    private var isOver: Bool { ![.queued, .running].contains(view.row.state) }

    func child(named name: String) -> Any? {
        let row = view.row
        switch name {
        case "id": return row.id
        case "path": return "/travaux/\(row.id)"
        case "title": return NoticeTopic(rawValue: row.title).map(NoticeWords.title) ?? row.title
        case "kind": return word("kind-\(row.kind)")
        case "state": return word("state-\(row.state.rawValue)")
        case "asked": return LocalTime(row.department).text(row.createdAt)
        case "attempts": return row.attempts > 1 ? row.attempts : nil
        case "step": return row.state == .running ? row.progress.step.map { word("step-\($0)") } : nil
        case "done": return row.progress.total == nil && row.progress.done == 0 ? nil : row.progress.done
        case "total": return row.progress.total
        case "isRunning": return !isOver
        case "canRetry": return row.state == .failed || row.state == .cancelled
        case "counts":
            return (view.report?.counts ?? [:]).sorted { $0.key < $1.key }
                .map { Count(label: word("count-\($0.key)"), value: $0.value) }
        case "findings": return FaultPage.Line.lines(of: view.report?.findings ?? [])
        case "letters": return view.report?.letters.flatMap { $0.lines.isEmpty ? nil : JobLetters($0) }
        case "register": return view.report?.letters.flatMap { CampaignAddress($0.campaign)?.path("courriers") }
        case "file": return view.report?.importID.map { "/fichiers/\($0)" }
        case "files":
            return view.files.indices.map {
                File(name: view.files[$0].name, path: "/travaux/\(row.id)/fichiers/\($0 + 1)")
            }
        default: return nil
        }
    }

    private func word(_ key: String) -> String { Catalogue.french.text("jobs", key) }
}
