import HTTPTypes
import Hummingbird
import Kernel
import Register
import UseCases

/// The tuberculin report as it is typed in the barn: drafts, checks at their field, storing (CAL-37, PRO-178, PRO-181).
enum TuberculinPages {
    private static let path = "/interventions/:number/tuberculination"

    static let endpoints = [
        Endpoint(.get, path, .may(.tuberculinReport), show),
        Endpoint(.post, path, .may(.tuberculinReport), enter),
        Endpoint(.post, "\(path)/brouillon", .may(.tuberculinReport), keepDraft),
        Endpoint(.post, "\(path)/effacer", .may(.tuberculinReport)) { call in
            _ = try await call.form()
            let intervention = try await find(call)
            try await KeepTuberculinDraft(nil, of: intervention).perform(call.useCase(in: intervention.department))
            return call.seeOther(address(intervention))
        },
    ]

    private static func address(_ intervention: InterventionIdentity) -> String {
        "/interventions/\(intervention.number)/tuberculination"
    }

    private static func find(_ call: Call) async throws -> InterventionIdentity {
        guard let found = try await FindIntervention(call.part("number")).all(call.useCase()).first else {
            throw WebFault.notFound
        }
        return found
    }

    private static func show(_ call: Call) async throws -> Response {
        let intervention = try await find(call)
        let context = try call.useCase(in: intervention.department)
        let entry = try await OpenTuberculinEntry(intervention).perform(context)
        var page = TuberculinPage(
            intervention, entry, entry.draft ?? TypedTuberculin([:]), isService: context.actor.scope.isTerritory)
        let time = LocalTime(intervention.department)
        page.draftSavedAt = entry.draftSavedAt.map { time.hour($0) }
        page.isStored = call.query("enregistre") != nil
        return try call.page(page, .followUp)
    }

    private static func enter(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let intervention = try await find(call)
        let context = try call.useCase(in: intervention.department)
        let typed = TypedTuberculin(form)
        let outcome = try await EnterTuberculinReport(
            typed, of: intervention, isConfirmed: form.value("confirmer") != nil
        ).perform(context)
        guard case .notStored(let findings) = outcome else {
            return call.seeOther("\(address(intervention))?enregistre=1")
        }
        let entry = try await OpenTuberculinEntry(intervention).perform(context)
        var page = TuberculinPage(intervention, entry, typed, isService: context.actor.scope.isTerritory)
        page.show(findings)
        return try call.page(page, .followUp, status: .unprocessableContent)
    }

    /// Saved by htmx while one types, or by the button.
    private static func keepDraft(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let intervention = try await find(call)
        let context = try call.useCase(in: intervention.department)
        try await KeepTuberculinDraft(TypedTuberculin(form), of: intervention).perform(context)
        guard call.request.isPartOfAPage else {
            return call.seeOther(address(intervention))
        }
        let text =
            "\(Catalogue.french.text("tuberculin", "saved")) \(LocalTime(intervention.department).hour(context.now))"
        var response = Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        response.headers[.contentType] = "text/html; charset=utf-8"
        return response
    }
}

extension TypedTuberculin {
    /// The fields of the report; the form's own (`_form`, buttons) stay out.
    fileprivate init(_ form: Form) {
        var fields: [String: String] = [:]
        for (name, value) in form.fields where !name.hasPrefix("_") && name != "confirmer" { fields[name] = value }
        self.init(fields)
    }
}
