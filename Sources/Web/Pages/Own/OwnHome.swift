import Hummingbird
import Kernel
import Register
import UseCases

/// The first page of a veterinarian and of a keeper: their herds, what waits, their documents (CAL-30).
struct OwnHome: PageModel {
    struct Work: Sendable {
        let count: String
        let title: String
    }

    /// What waits stands first.
    struct Group: Sendable {
        let title: String
        let lines: [OwnLine]
    }

    struct Letter: Sendable {
        let title: String
        let path: String
        let detail: String
    }

    struct Identity: Sendable {
        let orderNumber: String
        let name: String
        let practice: String
        let email: String
        let accredited: String

        init(_ identity: VeterinarianIdentity) {
            (orderNumber, name) = (identity.orderNumber, identity.name)
            (practice, email) = (identity.practice ?? "", identity.email ?? "")
            accredited = Catalogue.french.text("own", identity.isAccredited ? "yes" : "no")
        }
    }

    let title = Catalogue.french.text("own", "title")
    /// Of a veterinarian (CAL-04).
    let identity: Identity?
    let isVeterinarian: Bool
    let hint: String
    let groups: [Group]
    let work: [Work]
    let letters: [Letter]
    let next: String?

    let isEmpty: Bool
    let hasLetters: Bool

    static func answer(_ call: Call) async throws -> Response {
        let actor = try call.visit.actor
        guard Policy.allows(.interventionRead, to: actor.role) else { throw WebFault.notFound }
        let (context, isKeeper) = (try call.useCase(), actor.role == .keeper)
        let outcome = try await ListOwnInterventions(after: call.query("apres"), withReasons: isKeeper)
            .perform(context)
        let letters = try await ListOwnLetters().perform(context)
        let page = OwnHome(
            identity: try await ReadOwnIdentity().perform(context).map(Identity.init),
            isVeterinarian: actor.role == .veterinarian,
            hint: Catalogue.french.text("own", isKeeper ? "keeperHint" : "veterinarianHint"),
            groups: groups(outcome.lines, isKeeper: isKeeper),
            work: actor.role == .veterinarian ? work(outcome.lines) : [],
            letters: letters.map { letter in
                Letter(
                    title: letter.title, path: "/courriers/\(letter.id).pdf",
                    detail: "\(letter.holding), \(letter.sentOn.french)")
            },
            next: outcome.next.map { "/?apres=\($0)" }, isEmpty: outcome.lines.isEmpty, hasLetters: !letters.isEmpty)
        return try call.page(page, .home)
    }

    private static func groups(_ lines: [ListOwnInterventions.Line], isKeeper: Bool) -> [Group] {
        let words = Catalogue.french
        let waiting = isKeeper ? [] : lines.filter { !$0.intervention.tasks.isEmpty }
        let others = isKeeper ? lines : lines.filter(\.intervention.tasks.isEmpty)
        return [
            Group(
                title: words.text("own", "waiting"), lines: waiting.map { OwnLine($0, entersReports: !isKeeper) }),
            Group(
                title: words.text("own", waiting.isEmpty ? "interventions" : "others"),
                lines: others.map { OwnLine($0, entersReports: !isKeeper) }),
        ].filter { !$0.lines.isEmpty }
    }

    /// What waits on this page of the list.
    private static func work(_ lines: [ListOwnInterventions.Line]) -> [Work] {
        let all = lines.map(\.intervention)
        let counts =
            OwnTask.allCases.map { task in (task, all.count { $0.tasks.contains(task) }) }
            + [(nil, all.count { $0.isOpen && $0.edition == nil && $0.needsDocument })]
        return counts.filter { $0.1 > 0 }.map {
            let key = ($0.1 == 1 ? "one-" : "") + ($0.0?.rawValue ?? "withoutDocument")
            return Work(count: String($0.1), title: Catalogue.french.text("own", key))
        }
    }

    static let endpoints = [
        Endpoint(.get, "/courriers/:file", .may(.interventionRead)) { call in
            let parts = try call.part("file").split(separator: ".", maxSplits: 1)
            guard let first = parts.first, let id = Int64(first), parts.last == "pdf" else { throw WebFault.notFound }
            let letter = try await ReadOwnLetter(id).perform(call.useCase())
            return try call.inline(letter.bytes, "courrier-\(id).pdf", .pdf)
        }
    ]
}
