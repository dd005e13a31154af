import Hummingbird
import Kernel
import UseCases

/// Sending files, and what became of those that came in.
enum FilesPages {
    static let endpoints = [
        Endpoint(.get, "/fichiers", .may(.importRead)) { try await list($0) },
        Endpoint(.post, "/fichiers", .may(.importRead), send),
        Endpoint(.get, "/fichiers/:id", .may(.importRead)) { try await show($0) },
        Endpoint(.get, "/fichiers/:id/accuse.csv", .may(.importRead), acknowledgement),
        Endpoint(.post, "/fichiers/:id/rejouer", .may(.importRead), replay),
        Endpoint(.post, "/fichiers/:id/rattacher", .may(.importRead), WaitingActs.attach),
        Endpoint(.post, "/fichiers/:id/ecarter", .may(.importRead), WaitingActs.dismiss),
    ]

    private static let filesAPage = 50

    private static func list(_ call: Call, fault: Refused? = nil, entered: Form? = nil) async throws -> Response {
        let role = try call.visit.actor.role
        let (kind, state) = (
            try call.filter("sorte", ReceivedKind.self), try call.filter("etat", ReceivedFileState.self)
        )
        let (onlyOpen, before) = (try call.isTicked("en-attente"), try call.position("avant") { Int64($0) })
        var files = try await ListReceivedFiles(
            kind: kind, state: state, onlyOpen: onlyOpen, before: before,
            limit: filesAPage + 1
        ).perform(call.useCase())
        var page = FilesPage()
        if files.count > filesAPage {
            files.removeLast()
            let filters = ["sorte": kind?.rawValue, "etat": state?.rawValue, "en-attente": onlyOpen ? "1" : nil]
            let parts = filters.compactMap { name, value in value.map { "\(name)=\($0)" } }.sorted()
            page.next = "/fichiers?" + (parts + ["avant=\(files[filesAPage - 1].run.id)"]).joined(separator: "&")
        }
        page.files = files.map(FileLine.init)
        page.kinds = ReceivedKind.allCases.map { option($0, isChosen: $0 == kind) }
        page.states = ReceivedFileState.allCases.map {
            Choice($0.rawValue, FileWords.state($0), isChosen: $0 == state)
        }
        page.onlyOpen = onlyOpen
        page.sendable = ReceivedKind.allCases.filter { Access.may($0.intention).allows(role) }
            .map { option($0, isChosen: entered?.value("sorte") == $0.rawValue) }
        if !page.sendable.isEmpty {
            page.limit = String(call.configuration.mostUploadBytes >> 20)
            page.laboratories = try await ListDairyLaboratories().perform(call.useCase()).map {
                Choice($0.code, $0.name, isChosen: entered?.value("laboratoire") == $0.code)
            }
            page.department = entered?.value("departement") ?? ""
        }
        if let fault { page.fault = FaultPage.Line.lines(of: fault.findings) }
        return try call.page(page, .files, status: fault.map { Refusal.status(of: $0.findings) } ?? .ok)
    }

    private static func option(_ kind: ReceivedKind, isChosen: Bool) -> Choice {
        Choice(kind.rawValue, Catalogue.french.text("files", kind.rawValue), isChosen: isChosen)
    }

    private static func send(_ call: Call) async throws -> Response {
        let upload = try await call.upload()
        func value(_ name: String) -> String? {
            upload.form.value(name).flatMap { $0.isEmpty ? nil : $0.filter { !$0.isWhitespace } }
        }
        var received = ReceiveFiles(upload.files, kind: value("sorte").flatMap(ReceivedKind.init(rawValue:)))
        received.departmentCode = value("departement")
        received.laboratory = value("laboratoire")
        received.fictitious = call.configuration.takesFictitious
        do {
            let job = try await received.perform(call.useCase(in: received.departmentCode))
            return call.seeOther("/travaux/\(job)")
        } catch let refused as Refused where Refusal.status(of: refused.findings) == .unprocessableContent {
            return try await list(call, fault: refused, entered: upload.form)
        }
    }

    static func show(_ call: Call, fault: Refused? = nil, entered: Form? = nil) async throws -> Response {
        let outcome = try await ShowReceivedFile(try number(call)).perform(call.useCase())
        let role = try call.visit.actor.role
        let right = outcome.kind?.replayIntention(bySender: role.isLaboratory) ?? .resultsEnter
        var page = FilePage(outcome, mayReplay: Access.may(right).allows(role), entered: entered)
        page.notices = fault == nil ? call.doneNotices : []
        page.waiting = try outcome.waiting.map { try WaitingCard($0, of: outcome, call, entered: entered) }
        if let fault { page.fault = FaultPage.Line.lines(of: fault.findings) }
        return try call.page(page, .files, status: fault.map { Refusal.status(of: $0.findings) } ?? .ok)
    }

    private static func acknowledgement(_ call: Call) async throws -> Response {
        let id = try number(call)
        let bytes = try await WriteAcknowledgement(id).perform(call.useCase())
        return try call.download(bytes, "accuse-\(id).csv", .csv)
    }

    /// Lines whose text was changed are corrections; the others are judged again as they came.
    private static func replay(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let outcome = try await ShowReceivedFile(try number(call)).perform(call.useCase())
        guard let kind = outcome.kind else { throw WebFault.notFound }
        var corrections: [ReplayWork.Correction] = []
        for line in outcome.lines {
            guard let sent = form.value("ligne.\(line.part).\(line.number)") else { continue }
            // A browser writes every end of a line as CRLF.
            let text = sent.replacing("\r\n", with: "\n")
            guard text != line.text.replacing("\r\n", with: "\n") else { continue }
            corrections.append(.init(part: line.part, line: line.number, text: text))
        }
        var work = ReplayWork(
            outcome.run.id, department: outcome.run.department, received: kind, corrections: corrections,
            fictitious: call.configuration.takesFictitious)
        work.bySender = try call.visit.actor.role.isLaboratory ? true : nil
        do {
            let job = try await QueueJob(work, title: outcome.run.fileName)
                .perform(call.useCase(in: outcome.run.department))
            return call.seeOther("/travaux/\(job)")
        } catch let refused as Refused where Refusal.status(of: refused.findings) == .unprocessableContent {
            return try await show(call, fault: refused, entered: form)
        }
    }

    static func number(_ call: Call) throws -> Int64 {
        guard let id = Int64(try call.part("id")) else { throw WebFault.notFound }
        return id
    }
}
