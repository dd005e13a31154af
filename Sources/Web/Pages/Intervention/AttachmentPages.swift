import Hummingbird
import Kernel
import UseCases

/// A paper on the intervention's page.
struct AttachmentLine: Sendable {
    let id: Int64
    let name: String
    let path: String
    let detail: String
    /// Why it counts no more.
    let withdrawn: String?
    let mayWithdraw: Bool

    static func all(of file: InterventionFile, _ call: Call) throws -> [AttachmentLine] {
        let (role, time) = (try call.visit.actor.role, LocalTime(file.campaign.selector.department))
        return file.attachments.map { row in
            AttachmentLine(
                id: row.id, name: row.name, path: "/interventions/\(file.head.number)/pieces/\(row.id)",
                detail: "\(time.text(row.addedAt)), \(row.addedBy), \(max(1, row.size >> 10)) Ko",
                withdrawn: row.withdrawalReason,
                mayWithdraw: row.stands && Access.may(.interventionNote).allows(role))
        }
    }

    static let template = Template(
        "attachments",
        #"""
        <section id="pieces"><h2>{{t.intervention.attachments}}</h2>
        {{^page.attachments}}<p>{{t.intervention.noAttachments}}</p>{{/page.attachments}}
        <ul class="lines">{{#page.attachments}}<li><a class="words" dir="auto" href="{{path}}">{{name}}</a>
        <span class="hint">{{detail}}</span>
        {{#withdrawn}}<br><em>{{t.intervention.withdrawnPiece}} <span class="words">{{.}}</span></em>{{/withdrawn}}
        {{#mayWithdraw}}<details><summary>{{t.intervention.withdrawPiece}}<span
        class="visually-hidden"> {{name}}</span></summary>
        <form class="filters" method="post" action="{{path}}/retrait">
        <input type="hidden" name="_form" value="{{form}}">
        <p><label for="motif-piece-{{id}}">{{t.intervention.reason}}</label>
        <input id="motif-piece-{{id}}" name="motif" required></p>
        <p><button>{{t.intervention.withdrawPiece}}</button></p></form></details>{{/mayWithdraw}}</li>
        {{/page.attachments}}</ul>
        {{#page.forms.note}}<details class="card"><summary>{{t.intervention.attach}}</summary>
        <p class="hint" id="piece-aide">{{t.intervention.attachHint}}</p>
        <form class="filters" method="post" action="{{page.path}}/pieces" enctype="multipart/form-data">
        <input type="hidden" name="_form" value="{{form}}">
        <p><label for="piece">{{t.intervention.attachField}}</label>
        <input id="piece" type="file" name="piece" accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
        required aria-describedby="piece-aide"></p>
        <p><button class="primary">{{t.intervention.attach}}</button></p></form></details>{{/page.forms.note}}
        </section>
        """#)
}

/// Adding, reading and withdrawing the papers of an intervention.
enum AttachmentPages {
    private static let root = "/interventions/:number/pieces"

    static let endpoints = [
        Endpoint(.post, root, .may(.interventionNote), add),
        Endpoint(.get, root + "/:id", .may(.campaignRead), read),
        Endpoint(.post, root + "/:id/retrait", .may(.interventionNote), withdraw),
    ]

    private static func add(_ call: Call) async throws -> Response {
        let upload = try await call.upload()
        let intervention = try await InterventionPages.named(call)
        let context = try call.useCase(in: intervention.department)
        let file = upload.files.first
        return try await call.act(
            "piece", then: "/interventions/\(intervention.number)", again: { try await again(call, $0) },
            {
                try await AddAttachment(to: intervention, name: file?.name ?? "", bytes: file?.bytes ?? [])
                    .perform(context)
            })
    }

    /// Always a file to keep: what a stranger made is not shown inside our pages.
    private static func read(_ call: Call) async throws -> Response {
        let (intervention, id) = (try await InterventionPages.named(call), try number(call))
        let piece = try await ReadAttachment(id, of: intervention)
            .perform(call.useCase(in: intervention.department))
        guard let type = FileType(rawValue: piece.kind.rawValue) else { throw WebFault.notFound }
        return try call.download(piece.bytes, "piece-\(id).\(piece.kind.fileExtension)", type)
    }

    private static func withdraw(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let (intervention, id) = (try await InterventionPages.named(call), try number(call))
        let context = try call.useCase(in: intervention.department)
        return try await call.act(
            "pieceGone", then: "/interventions/\(intervention.number)", again: { try await again(call, $0) },
            {
                try await WithdrawAttachment(id, of: intervention, reason: form.text("motif") ?? "").perform(context)
            })
    }

    private static func again(_ call: Call, _ refused: Refused) async throws -> Response {
        try await InterventionPages.page(
            call, notices: refused.findings.map { Notice($0) }, status: .unprocessableContent)
    }

    private static func number(_ call: Call) throws -> Int64 {
        guard let id = Int64(try call.part("id")) else { throw WebFault.notFound }
        return id
    }
}
