import Hummingbird
import Kernel
import UseCases

extension InterventionActs {
    /// A form about one intervention.
    struct Case: Sendable {
        let form: Form
        let identity: InterventionIdentity
        let campaign: CampaignSelector
        let context: Context
        /// Whether numbers of nobody are let in.
        let takesFictitious: Bool

        var number: String { identity.number }
        var department: String { identity.department }

        /// A field's text without blanks around it; nil where it is empty.
        func text(_ name: String) -> String? { form.text(name) }
    }

    /// Runs an act on what the person saw, and tells what came of it: on the page again where there is more to say.
    static func act(
        _ call: Call, _ done: String, _ body: (Case) async throws -> [Finding]
    ) async throws -> Response {
        try await run(call, body) { act, warnings in
            guard warnings.isEmpty else {
                let text = Catalogue.french.text("done", done)
                return try await InterventionPages.page(
                    call, notices: [Notice(.done, text)] + warnings.map { Notice($0) })
            }
            return call.seeOther("/interventions/\(act.number)?fait=\(done)")
        }
    }

    /// As `act`, for what makes something new: the page of that is the next.
    static func act(
        _ call: Call, then path: (String) -> String, _ body: (Case) async throws -> String
    ) async throws -> Response {
        try await run(call, body) { _, made in call.seeOther(path(made)) }
    }

    private static func run<Made>(
        _ call: Call, _ body: (Case) async throws -> Made, then: (Case, Made) async throws -> Response
    ) async throws -> Response {
        let form = try await call.form()
        let intervention = try await InterventionPages.named(call)
        var context = try call.useCase(in: intervention.department)
        context.basis = FormBasis(
            stamps: [intervention.number: try form.require("etat")], seenAt: try form.require("vu"))
        let campaign = try await CampaignOfIntervention(intervention).perform(context)
        let act = Case(
            form: form, identity: intervention, campaign: campaign, context: context,
            takesFictitious: call.configuration.takesFictitious)
        do {
            return try await then(act, try await body(act))
        } catch let refused as Refused {
            guard Refusal.staysOnPage(refused.findings) else { throw refused }
            return try await InterventionPages.page(
                call, notices: refused.findings.map { Notice($0) },
                echo: FormEcho(form: form, findings: refused.findings), status: .unprocessableContent)
        }
    }
}
