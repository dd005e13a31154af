import Hummingbird
import Kernel
import UseCases

/// Sampling documents: the list of a campaign, each document as a PDF in the browser, the sending register, and the
/// answers to veterinarians who ask for a new edition (PRO-121, PRO-132, PRO-162).
enum DocumentPages {
    static let endpoints = [
        Endpoint(.get, "/documents", .may(.documentRead), latest),
        Endpoint(.get, "/campagnes/:department/:year/documents", .may(.documentRead)) { call in
            try await list(call)
        },
        Endpoint(.post, "/campagnes/:department/:year/documents/reedition", .may(.documentEdit), reedit),
        Endpoint(.post, "/campagnes/:department/:year/documents/lot", .may(.documentEdit), DocumentBatch.answer),
        Endpoint(.get, "/campagnes/:department/:year/registre-des-envois", .may(.documentRead), register),
        Endpoint(.get, "/campagnes/:department/:year/registre-des-envois.pdf", .may(.documentRead)) { call in
            let campaign = try call.campaign()
            let outcome = try await sendingRegister(call, campaign)
            return try call.inline(outcome.pdf(), "registre-\(campaign.selector.department).pdf", .pdf)
        },
        Endpoint(.get, "/campagnes/:department/:year/registre-des-envois.csv", .may(.documentRead)) { call in
            let campaign = try call.campaign()
            let outcome = try await sendingRegister(call, campaign)
            return try call.download(outcome.csv(), "registre-\(campaign.selector.department).csv", .csv)
        },
        Endpoint(.get, "/interventions/:number/document.pdf", .may(.documentPrint)) { try await pdf($0, .labels) },
        Endpoint(.get, "/interventions/:number/document-eleveur.pdf", .may(.documentPrint)) {
            try await pdf($0, .farmer)
        },
        Endpoint(.get, "/interventions/:number/tuberculination.pdf", .may(.documentPrint)) {
            try await pdf($0, .tuberculin)
        },
        Endpoint(.get, "/interventions/:number/document-brouillon.pdf", .may(.documentRead), preview),
    ]

    /// The newest campaign in the territory.
    private static func latest(_ call: Call) async throws -> Response {
        let all = try await ListCampaigns(newestOnly: true).perform(call.useCase())
        guard let newest = all.first else { return call.seeOther("/") }
        return call.seeOther(CampaignAddress(newest.department, newest.year, newest.name).path("documents"))
    }

    static func list(_ call: Call, _ refused: [Notice] = [], entered: Form? = nil) async throws -> Response {
        let campaign = try call.campaign()
        let context = try call.useCase(in: campaign.selector.department)
        let query = try DocumentQuery(call)
        let outcome = try await ListDocuments(campaign: campaign.selector, query.filter).perform(context)
        let requests = try await ListReeditionRequests(campaign: campaign.selector).perform(context)
        var page = DocumentListPage(campaign, query, outcome, entered: entered)
        page.requests = requests.map(DocumentListPage.Request.init)
        page.mayEdit = Access.may(.documentEdit).allows(context.actor.role)
        (page.notices, page.isRefused) = (call.doneNotices + refused, !refused.isEmpty)
        return try call.page(page, .documents, status: refused.isEmpty ? .ok : .unprocessableContent)
    }

    private static func reedit(_ call: Call) async throws -> Response {
        let form = try await call.form()
        let campaign = try call.campaign()
        guard let item = Int64(try form.require("demande")) else { throw WebFault.formUnreadable }
        let outcome = try await AnswerReedition(
            campaign: campaign.selector, item: item, validates: form.value("valider") != nil
        ).perform(call.useCase(in: campaign.selector.department))
        guard outcome.isRefused || outcome.documents == 0 else {
            return call.seeOther(campaign.path("documents", "fait=documents-reedit"))
        }
        return try await list(call, outcome.findings.map { Notice($0) })
    }

    private static func sendingRegister(
        _ call: Call, _ campaign: CampaignAddress
    ) async throws -> SendingRegister.Outcome {
        try await SendingRegister(campaign: campaign.selector)
            .perform(call.useCase(in: campaign.selector.department))
    }

    private static func register(_ call: Call) async throws -> Response {
        let campaign = try call.campaign()
        let outcome = try await sendingRegister(call, campaign)
        return try call.page(SendingRegisterPage(campaign, outcome), .documents)
    }

    /// What would be issued; `?copie=` asks for the keeper's copy or the form of the tuberculin report.
    private static func preview(_ call: Call) async throws -> Response {
        let intervention = try await InterventionPages.named(call)
        let copy = try call.query("copie").map { name in
            guard let copy = DocumentCopy(rawValue: name) else { throw WebFault.notFound }
            return copy
        }
        let file = try await PreviewDocument(intervention, copy: copy ?? .labels)
            .perform(call.useCase(in: intervention.department))
        return try call.inline(file.bytes, file.name, .pdf)
    }

    private static func pdf(_ call: Call, _ copy: DocumentCopy) async throws -> Response {
        let found = try await FindIntervention(call.part("number")).all(call.useCase())
        guard let intervention = found.first else { throw WebFault.notFound }
        let file = try await ReadDocument(intervention, copy: copy).perform(
            call.useCase(in: intervention.department))
        return try call.inline(file.bytes, file.name, .pdf)
    }
}
