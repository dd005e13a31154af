import Hummingbird
import Kernel
import Prophylaxis
import UseCases

/// The page of an intervention, and the papers that were issued for it.
enum InterventionPages {
    static let templates = [
        InterventionPage.template, OwnInterventionPage.template, InterventionPage.diseaseTemplate,
        InterventionPage.sectionTemplate,
        InterventionPage.formsTemplate, PaperPart.template,
        InterventionPage.resultsTemplate,
    ]

    static let endpoints =
        [
            // Who sees herd by herd has a page of its own kind: what the keeper or the veterinarian needs.
            Endpoint(.get, "/interventions/:number", .may(.interventionRead)) { call in
                try await shown(call, notices: call.doneNotices)
            },
            Endpoint(.get, "/interventions/:number/rapports/:version/rapport.pdf", .may(.campaignRead)) { call in
                guard let version = Int(try call.part("version")) else { throw WebFault.notFound }
                return try await stored(.report(version: version), call)
            },
            Endpoint(.get, "/interventions/:number/courriers/:letter/courrier.pdf", .may(.campaignRead)) { call in
                guard let id = Int64(try call.part("letter")) else { throw WebFault.notFound }
                return try await stored(.letter(id), call)
            },
            Endpoint(.get, "/interventions/:number/documents/:edition/document.pdf", .may(.documentRead)) { call in
                guard let edition = Int(try call.part("edition")) else { throw WebFault.notFound }
                return try await stored(.edition(edition), call)
            },
            Endpoint(.get, "/interventions/:number/exemplaires/:dispatch/exemplaire.pdf", .may(.documentRead)) { call in
                guard let id = Int64(try call.part("dispatch")) else { throw WebFault.notFound }
                return try await stored(.dispatch(id), call)
            },
        ] + InterventionActs.endpoints + AttachmentPages.endpoints

    /// The intervention that the address names; of two campaigns, the latest.
    static func named(_ call: Call) async throws -> InterventionIdentity {
        let found = try await FindIntervention(call.part("number")).all(call.useCase())
        guard let first = found.first else { throw WebFault.notFound }
        return first
    }

    static func shown(
        _ call: Call, notices: [Notice], status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        try call.visit.actor.scope.isTerritory
            ? await page(call, notices: notices, status: status)
            : await OwnInterventionPage.answer(call, notices: notices, status: status)
    }

    static func page(
        _ call: Call, notices: [Notice] = [], echo: FormEcho = .none, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let intervention = try await named(call)
        let context = try call.useCase(in: intervention.department)
        let file = try await ReadInterventionFile(intervention).perform(context)
        var page = try InterventionPage(file, call, notices: notices, echo: echo)
        page.actions = try await InterventionLinks.all(of: intervention, context)
        return try call.page(page, .followUp, status: status)
    }

    private static func stored(_ choice: ReadStoredDocument.Choice, _ call: Call) async throws -> Response {
        let intervention = try await named(call)
        let document = try await ReadStoredDocument(choice, of: intervention)
            .perform(call.useCase(in: intervention.department))
        return try call.inline(document.bytes, document.name, .pdf)
    }
}
