import Hummingbird
import Kernel
import Register
import UseCases

/// The papers on an intervention's page: a service's and a veterinarian's.
struct PaperPart: Sendable {
    let path: String
    let lines: [AttachmentLine]
    let mayAdd: Bool
    /// A service says whether the herd's veterinarians see it.
    let mayShare: Bool
    let hint: String

    init(_ rows: [AttachmentRow], of intervention: InterventionIdentity, _ call: Call) throws {
        let (actor, texts) = (try call.visit.actor, Catalogue.french)
        let (own, time) = ("/interventions/\(intervention.number)/pieces", LocalTime(intervention.department))
        path = own
        lines = rows.map { AttachmentLine($0, "\(own)/\($0.id)", actor, time) }
        mayAdd = Access.may(.paperAdd).allows(actor.role)
        mayShare = mayAdd && actor.scope.isTerritory
        hint = texts.text("intervention", actor.scope.isTerritory ? "attachHint" : "attachHintVet")
    }

    static let template = Template(
        "attachments",
        #"""
        {{#page.pieces}}<section id="pieces"><h2>{{t.intervention.attachments}}</h2>
        {{^lines}}<p>{{t.intervention.noAttachments}}</p>{{/lines}}
        <ul class="lines">{{#lines}}<li><a class="words" dir="auto" href="{{path}}">{{name}}</a>
        <span class="hint">{{detail}}</span>
        {{#withdrawn}}<br><em>{{t.intervention.withdrawnPiece}} <span class="words">{{.}}</span></em>{{/withdrawn}}
        {{#mayWithdraw}}<details><summary>{{t.intervention.withdrawPiece}}<span
        class="visually-hidden"> {{name}}</span></summary>
        <form class="filters" method="post" action="{{path}}/retrait">
        <input type="hidden" name="_form" value="{{form}}">
        <p><label for="motif-piece-{{id}}">{{t.intervention.reason}}</label>
        <input id="motif-piece-{{id}}" name="motif" required></p>
        <p><button>{{t.intervention.withdrawPiece}}</button></p></form></details>{{/mayWithdraw}}</li>
        {{/lines}}</ul>
        {{#mayAdd}}<details class="card"><summary>{{t.intervention.attach}}</summary>
        <p class="hint" id="piece-aide">{{hint}}</p>
        <form class="filters" method="post" action="{{path}}" enctype="multipart/form-data">
        <input type="hidden" name="_form" value="{{form}}">
        <p><label for="piece">{{t.intervention.attachField}}</label>
        <input id="piece" type="file" name="piece" accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
        required aria-describedby="piece-aide"></p>
        {{#mayShare}}<p class="checks"><label><input type="checkbox" name="partager" value="1">
        {{t.intervention.share}}</label></p>{{/mayShare}}
        <p><button class="primary">{{t.intervention.attach}}</button></p></form></details>{{/mayAdd}}
        </section>{{/page.pieces}}
        """#)
}

/// A paper on the page.
struct AttachmentLine: Sendable {
    let id: Int64
    let name: String
    let path: String
    let detail: String
    /// Why it counts no more.
    let withdrawn: String?
    let mayWithdraw: Bool

    fileprivate init(_ row: AttachmentRow, _ path: String, _ actor: Actor, _ time: LocalTime) {
        (id, name, self.path, withdrawn) = (row.id, row.name, path, row.withdrawalReason)
        let texts = Catalogue.french
        detail = [
            time.text(row.addedAt), row.addedBy, "\(max(1, row.size >> 10)) Ko",
            row.isShared ? texts.text("intervention", "shared") : "",
        ].filter { !$0.isEmpty }.joined(separator: ", ")
        mayWithdraw = row.mayBeWithdrawn(by: actor)
    }
}

/// Adding, reading and withdrawing the papers of an intervention.
enum AttachmentPages {
    private static let root = "/interventions/:number/pieces"

    static let endpoints = [
        Endpoint(.post, root, .may(.paperAdd), add),
        Endpoint(.get, root + "/:id", .may(.paperRead), read),
        Endpoint(.post, root + "/:id/retrait", .may(.paperAdd), withdraw),
    ]

    private static func add(_ call: Call) async throws -> Response {
        let upload = try await call.upload()
        let intervention = try await InterventionPages.named(call)
        let context = try call.useCase(in: intervention.department)
        let file = upload.files.first
        return try await call.act(
            "piece", then: "/interventions/\(intervention.number)", again: { try await again(call, $0) },
            {
                try await AddAttachment(
                    to: intervention, name: file?.name ?? "", bytes: file?.bytes ?? [],
                    shares: upload.form.value("partager") != nil
                ).perform(context)
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
        try await InterventionPages.shown(
            call, notices: refused.findings.map { Notice($0) }, status: .unprocessableContent)
    }

    private static func number(_ call: Call) throws -> Int64 {
        guard let id = Int64(try call.part("id")) else { throw WebFault.notFound }
        return id
    }
}
