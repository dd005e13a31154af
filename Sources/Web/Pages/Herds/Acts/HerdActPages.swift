import Hummingbird
import Kernel
import Prophylaxis
import Register
import UseCases

/// What the forms of a herd's page do.
enum HerdActPages {
    static let root = "/elevages/:number/:code"

    static let endpoints =
        [
            Endpoint(.post, root + "/autorisations", .may(.authorisationSet)) {
                try await act($0, "authorised", authorise)
            },
            Endpoint(.post, root + "/autorisations/fin", .may(.authorisationSet)) {
                try await act($0, "authorisationEnded", end)
            },
            Endpoint(.post, root + "/informations", .may(.herdMaintain)) { try await act($0, "herdNoted", note) },
            Endpoint(.post, root + "/informations/retrait", .may(.herdMaintain)) {
                try await act($0, "herdNoteGone", withdraw)
            },
            Endpoint(.post, root + "/classe", .may(.herdMaintain)) { try await act($0, "herdChanged", change) },
        ] + HerdLifePages.endpoints

    static func act(
        _ call: Call, _ done: String, _ body: (HerdIdentity, Form, Context) async throws -> [Finding]
    ) async throws -> Response {
        let form = try await call.form()
        let herd = try await HerdPages.herd(call, "\(try call.part("number"))/\(try call.part("code"))")
        var context = try call.useCase(in: herd.department)
        var basis = FormBasis(stamps: [:], seenAt: try form.require("vu"))
        basis.subject = "herd:\(herd.holding)/\(herd.code)"
        context.basis = basis
        do {
            let warnings = try await body(herd, form, context)
            guard warnings.isEmpty else {
                let current = try await HerdPages.herd(call, "\(herd.holding)/\(herd.code)")
                let text = Catalogue.french.text("done", done)
                return try await HerdPages.page(
                    of: current, call, notices: [Notice(.done, text)] + warnings.map { Notice($0) })
            }
            return call.seeOther("/elevages/\(herd.holding)/\(herd.code.formEncoded)?fait=\(done)")
        } catch let refused as Refused {
            guard Refusal.staysOnPage(refused.findings) else { throw refused }
            return try await HerdPages.page(
                of: herd, call, notices: refused.findings.map { Notice($0) },
                echo: FormEcho(form: form, findings: refused.findings), status: .unprocessableContent)
        }
    }

    private static func authorise(_ herd: HerdIdentity, _ form: Form, _ context: Context) async throws -> [Finding] {
        guard let kind = AuthorisationKind(rawValue: try form.require("nature")) else { throw WebFault.formUnreadable }
        try await SetAuthorisation(
            herd, kind, disease: try disease(form.text("maladie")),
            period: (try form.neededDay("depuis", "since"), try form.day("jusqu")), reference: form.text("reference")
        ).perform(context)
        return []
    }

    private static func end(_ herd: HerdIdentity, _ form: Form, _ context: Context) async throws -> [Finding] {
        let parts = try form.require("autorisation").split(separator: " ").map(String.init)
        guard let kind = parts.first.flatMap({ AuthorisationKind(rawValue: $0) }) else {
            throw WebFault.formUnreadable
        }
        try await EndAuthorisation(
            herd, kind, disease: try disease(parts.count > 1 ? parts[1] : nil),
            on: try form.neededDay("fin", "endsOn"), reference: form.text("reference")
        ).perform(context)
        return []
    }

    private static func disease(_ code: String?) throws -> Disease? {
        guard let code else { return nil }
        guard let disease = Disease(rawValue: code) else { throw WebFault.formUnreadable }
        return disease
    }

    private static func note(_ herd: HerdIdentity, _ form: Form, _ context: Context) async throws -> [Finding] {
        guard let source = HerdNoteSource(rawValue: try form.require("par")) else { throw WebFault.formUnreadable }
        try await NoteHerd(
            herd, try kind(form), told: HerdNoteRow.Told(on: try form.neededDay("jour", "toldOn"), by: source),
            text: try form.needed("texte", "whatWasSaid")
        ).perform(context)
        return []
    }

    private static func withdraw(_ herd: HerdIdentity, _ form: Form, _ context: Context) async throws -> [Finding] {
        _ = try await WithdrawHerdNotes(herd, try kind(form)).perform(context)
        return []
    }

    private static func kind(_ form: Form) throws -> HerdNoteKind {
        guard let kind = HerdNoteKind(rawValue: try form.require("nature")) else { throw WebFault.formUnreadable }
        return kind
    }

    /// Only what is not as it was is changed.
    private static func change(_ herd: HerdIdentity, _ form: Form, _ context: Context) async throws -> [Finding] {
        guard let wanted = HerdClass(rawValue: try form.require("classe")) else { throw WebFault.formUnreadable }
        var change = HerdChange()
        if wanted.rawValue != herd.herdClass { change.herdClass = wanted }
        if let text = form.text("lait") {
            guard let milk = MilkDelivery(rawValue: text) else { throw WebFault.formUnreadable }
            change.milkDelivery = milk
        }
        if let text = form.text("orientation") {
            guard let orientation = HerdOrientationCode(rawValue: text) else { throw WebFault.formUnreadable }
            change.orientation = orientation
        }
        change.name = form.text("libelle")
        return try await ChangeHerd(herd, change, reason: form.text("motif") ?? "").perform(context)
    }
}
