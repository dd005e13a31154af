import Hummingbird
import Kernel
import UseCases

/// A herd and an animal with their history (issue 3 §3, CAL-30).
enum HerdPages {
    static let endpoints =
        [
            Endpoint(.get, "/elevages/:number", .may(.herdRead), holding),
            Endpoint(.get, "/elevages/:number/:code", .may(.herdRead), herd),
            Endpoint(.get, "/bovins/:number", .may(.herdRead), animal),
        ] + HerdActPages.endpoints + AnimalActPages.endpoints

    /// A holding with one herd shows it; with several, one is chosen.
    private static func holding(_ call: Call) async throws -> Response {
        let herds = try await find(call, try call.part("number"))
        guard herds.count == 1 else {
            return try call.page(HoldingPage(herds), .herds)
        }
        return try await page(of: herds[0], call, notices: call.doneNotices)
    }

    private static func herd(_ call: Call) async throws -> Response {
        let found = try await herd(call, "\(try call.part("number"))/\(try call.part("code"))")
        return try await page(of: found, call, notices: call.doneNotices)
    }

    /// The herd of a text like `99000001/A`.
    static func herd(_ call: Call, _ text: String) async throws -> HerdIdentity { try await find(call, text)[0] }

    /// At least one herd; a number that is none answers like one that nobody has.
    private static func find(_ call: Call, _ text: String) async throws -> [HerdIdentity] {
        do {
            let herds = try await FindHerd(text).all(call.useCase())
            if !herds.isEmpty { return herds }
        } catch is Refused {
            throw WebFault.notFound
        }
        throw WebFault.notFound
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
