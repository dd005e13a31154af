import Hummingbird
import Kernel
import UseCases

/// A herd and an animal with their history (issue 3 §3, CAL-30).
enum HerdPages {
    static let endpoints = [
        Endpoint(.get, "/elevages/:number", .may(.herdRead), holding),
        Endpoint(.get, "/elevages/:number/:code", .may(.herdRead), herd),
        Endpoint(.get, "/bovins/:number", .may(.herdRead), animal),
    ]

    /// A holding with one herd shows it; with several, one is chosen.
    private static func holding(_ call: Call) async throws -> Response {
        let herds = try await find(call, try call.part("number"))
        guard herds.count == 1 else {
            return try call.page(HoldingPage(herds), .herds)
        }
        return try await page(of: herds[0], call)
    }

    private static func herd(_ call: Call) async throws -> Response {
        let herds = try await find(call, "\(try call.part("number"))/\(try call.part("code"))")
        return try await page(of: herds[0], call)
    }

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

    private static func page(of herd: HerdIdentity, _ call: Call) async throws -> Response {
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
        return try call.page(page, .herds)
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
        let found: AnimalIdentity
        do {
            found = try await FindAnimal(try call.part("number")).run(call.useCase())
        } catch is Refused {
            throw WebFault.notFound
        }
        let dossier = try await ShowAnimal(found).perform(call.useCase(in: found.department)).inWords
        return try call.page(DossierPage(dossier, LocalTime(found.department)), .herds)
    }
}
