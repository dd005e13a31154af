import Hummingbird
import Kernel
import UseCases

/// A herd and an animal with their history (issue 3 §3, CAL-30).
enum HerdPages {
    static let endpoints =
        [
            Endpoint(.get, "/elevages/:number", .may(.herdRead), herds),
            Endpoint(.get, "/elevages/:number/:code", .may(.herdRead), herd),
            Endpoint(.get, "/bovins/:number", .may(.herdRead), animal),
        ] + HerdActPages.endpoints + AnimalActPages.endpoints

    /// A holding with one herd shows it; with several, one is chosen; with none, who may opens one.
    private static func herds(_ call: Call) async throws -> Response {
        let number = try call.part("number")
        let herds = try await found(number, call)
        guard !herds.isEmpty else { return try await page(of: try await holding(call), call) }
        guard herds.count == 1 else {
            guard try call.visit.actor.scope.isTerritory else {
                return try call.page(HoldingPage(herds[0].holding, herds), .herds)
            }
            return try await page(of: try await holding(call), call)
        }
        return try await page(of: herds[0], call, notices: call.doneNotices)
    }

    /// The holding that the address names, for who has a territory.
    static func holding(_ call: Call) async throws -> HoldingIdentity {
        let context = try call.useCase()
        guard context.actor.scope.isTerritory else { throw WebFault.notFound }
        do { return try await FindHolding(try call.part("number")).run(context) } catch is Refused {
            throw WebFault.notFound
        }
    }

    static func page(
        of holding: HoldingIdentity, _ call: Call, echo: FormEcho = .none, refused: [Finding] = []
    ) async throws -> Response {
        let context = try call.useCase(in: holding.department)
        var page = HoldingPage(holding.number, try await found(holding.number, call))
        let offered = try await ReadAnimalActs(department: holding.department).perform(context)
        if offered.contains(.herdMaintain) {
            let maker = ActFormMaker("/elevages/\(holding.number)", context, echo)
            page.show([HerdLifeForms.open(holding.number, maker)])
        }
        (page.notices, page.isRefused) = (refused.map { Notice($0) }, !refused.isEmpty)
        return try call.page(page, .herds, status: refused.isEmpty ? .ok : .unprocessableContent)
    }

    private static func herd(_ call: Call) async throws -> Response {
        let found = try await herd(call, "\(try call.part("number"))/\(try call.part("code"))")
        return try await page(of: found, call, notices: call.doneNotices)
    }

    /// The herd of a text like `99000001/A`.
    static func herd(_ call: Call, _ text: String) async throws -> HerdIdentity {
        guard let herd = try await found(text, call).first else { throw WebFault.notFound }
        return herd
    }

    /// A number that is none answers like one that nobody has.
    private static func found(_ text: String, _ call: Call) async throws -> [HerdIdentity] {
        do { return try await FindHerd(text).all(call.useCase()) } catch is Refused { throw WebFault.notFound }
    }

    static func page(
        of herd: HerdIdentity, _ call: Call, notices: [Notice] = [], echo: FormEcho = .none,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let context = try call.useCase(in: herd.department)
        var dossier = try await ShowHerd(herd).perform(context).inWords
        let states = try await currentStates(dossier, context)
        dossier.sections.insert(contentsOf: states, at: 0)
        let name = dossier.facts.first { $0.label == "Nom" }?.value
        var page = DossierPage(dossier, LocalTime(herd.department), subtitle: name)
        if let latest = latestIntervention(dossier) {
            page.actions = [
                .init(title: Catalogue.french.text("dossier", "intervention"), path: "/interventions/\(latest)")
            ]
        }
        page.show(notices, status)
        if context.actor.scope.isTerritory {
            let acts = try await ReadHerdActs(herd).perform(context)
            let path = "/elevages/\(herd.holding)/\(herd.code.formEncoded)"
            if acts.offered.contains(.interventionAdd), let campaign = acts.missingCampaign, let year = campaign.year {
                page.actions.append(
                    .init(
                        title: Catalogue.french.text("dossier", "addToCampaign"),
                        path: CampaignAddress(campaign.department, year, campaign.name)
                            .path("ateliers", "atelier=\("\(herd.holding)/\(herd.code)".formEncoded)")))
            }
            page.show(HerdActForms.all(herd, acts, ActFormMaker(path, context, echo)))
        }
        return try call.page(page, .herds, status: status)
    }

    /// The states of the latest campaign, and why they are what they are.
    private static func currentStates(_ dossier: Dossier, _ context: Context) async throws -> [Dossier.Section] {
        guard let latest = latestIntervention(dossier),
            let found = try await FindIntervention(latest).all(context).first
        else { return [] }
        let shown = try await ShowIntervention(found).perform(context)
        return shown.sections.compactMap { section in
            switch section.title {
            // The figures of each disease are the intervention's page's.
            case "Statut par maladie": section.firstColumns(6)
            case "Motifs": section
            default: nil
            }
        }
    }

    private static func latestIntervention(_ dossier: Dossier) -> String? {
        dossier.sections.first { $0.title == "Interventions" }?.rows.first.map { $0[1] }
    }

    private static func animal(_ call: Call) async throws -> Response {
        try await page(of: try await found(call), call, notices: call.doneNotices)
    }

    /// The animal that the address names.
    static func found(_ call: Call) async throws -> AnimalIdentity {
        do {
            return try await FindAnimal(try call.part("number")).run(call.useCase())
        } catch is Refused {
            throw WebFault.notFound
        }
    }

    static func page(
        of animal: AnimalIdentity, _ call: Call, notices: [Notice] = [], echo: FormEcho = .none,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let context = try call.useCase(in: animal.department)
        var page = DossierPage(try await ShowAnimal(animal).perform(context).inWords, LocalTime(animal.department))
        page.show(notices, status)
        if context.actor.scope.isTerritory {
            let offered = try await ReadAnimalActs(department: animal.department).perform(context)
            page.show(AnimalActPages.forms(animal, offered, ActFormMaker("/bovins/\(animal.number)", context, echo)))
        }
        return try call.page(page, .herds, status: status)
    }
}
