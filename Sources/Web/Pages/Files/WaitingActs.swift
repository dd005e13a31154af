import Hummingbird
import Kernel
import Mustache
import Register
import UseCases

/// A result of a file that belongs to nothing yet: what it says, and the forms for those who may use them.
struct WaitingCard: MustacheParent, Sendable {
    private let line: WaitingLine
    private let attaching: String?
    private let dismissing: String?
    private let sent: SentAboutLine

    /// - Parameter entered: what was sent about one of the results and refused.
    init(_ line: WaitingLine, of file: ShowReceivedFile.Outcome, _ call: Call, entered: Form? = nil) throws {
        let actor = try call.visit.actor
        let isOurs = actor.scope.covers(line.department)
        let mayAttach = Access.may(WaitingActs.intention(file, actor.role)).allows(actor.role)
        let mayDismiss =
            Access.may(.resultAttach).allows(actor.role) && (!line.isNonNegative || actor.role == .authority)
        self.line = line
        sent = SentAboutLine(entered, item: nil, result: line.id)
        attaching = isOurs && mayAttach ? "/fichiers/\(file.run.id)/rattacher" : nil
        dismissing = isOurs && mayDismiss ? "/fichiers/\(file.run.id)/ecarter" : nil
    }

    func child(named name: String) -> Any? {
        let texts = Catalogue.french
        switch name {
        case "id": return line.id
        case "title":
            return [
                texts.text("disease", line.disease), line.animals.isEmpty ? line.holding : line.animals[0], line.sign,
            ].filter { !$0.isEmpty }.joined(separator: " ")
        case "detail":
            let place = [line.holding, line.name].filter { !$0.isEmpty }.joined(separator: " ")
            let tested = line.testedOn.map { "\(texts.text("own", "sampled")) \($0.french)" } ?? ""
            return [line.sentence, place, tested].filter { !$0.isEmpty }.joined(separator: " · ")
        case "nonNegative": return line.isNonNegative
        case "findings": return FaultPage.Line.lines(of: line.findings)
        case "isOfAnimal": return line.kind == "blood"
        case "animal": return sent.value("bovin") ?? line.animals.first ?? ""
        case "intervention": return sent.value("intervention") ?? line.intervention
        case "reason": return sent.value("motif") ?? ""
        case "attaching": return attaching
        case "dismissing": return dismissing
        default: return nil
        }
    }
}

/// What is done about the waiting results of a file.
enum WaitingActs {
    /// A laboratory corrects what it sent, under the right to send it.
    static func intention(_ file: ShowReceivedFile.Outcome, _ role: Role) -> Intention {
        role.isLaboratory ? file.kind?.replayIntention(bySender: true) ?? .resultAttach : .resultAttach
    }

    static func attach(_ call: Call) async throws -> Response {
        try await act(call, "attached") { form, line, file in
            let number = try form.require("intervention").filter { !$0.isWhitespace }
            var attachment = AttachResult(
                line.id, to: number, department: line.department,
                under: intention(file, try call.visit.actor.role))
            attachment.animal = form.text("bovin")
            _ = try await attachment.perform(call.useCase(in: line.department))
        }
    }

    static func dismiss(_ call: Call) async throws -> Response {
        try await act(call, "dismissed") { form, line, _ in
            _ = try await DismissResult(
                .unattached(line.id), department: line.department, reason: form.text("motif") ?? ""
            ).perform(call.useCase(in: line.department))
        }
    }

    private static func act(
        _ call: Call, _ done: String,
        _ body: (Form, WaitingLine, ShowReceivedFile.Outcome) async throws -> Void
    ) async throws -> Response {
        let form = try await call.form()
        let file = try await ShowReceivedFile(try FilesPages.number(call)).perform(call.useCase())
        let id = try form.identifier("resultat")
        return try await call.act(
            done, then: "/fichiers/\(file.run.id)",
            again: { try await FilesPages.show(call, fault: $0, entered: form) },
            {
                guard let line = file.waiting.first(where: { $0.id == id }) else {
                    throw Refused(ResultsFinding.unattachedUnknown, ["id": String(id)])
                }
                try await body(form, line, file)
            })
    }
}
