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

    struct Letter: Sendable {
        let title: String
        let path: String
        let detail: String
    }

    let title = Catalogue.french.text("own", "title")
    let isVeterinarian: Bool
    let lines: [OwnLine]
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
            isVeterinarian: actor.role == .veterinarian,
            lines: outcome.lines.map { OwnLine($0, entersReports: actor.role == .veterinarian) },
            work: actor.role == .veterinarian ? work(outcome.lines) : [],
            letters: letters.map { letter in
                Letter(
                    title: letter.title, path: "/courriers/\(letter.id).pdf",
                    detail: "\(letter.holding), \(letter.sentOn.french)")
            },
            next: outcome.next.map { "/?apres=\($0)" }, isEmpty: outcome.lines.isEmpty, hasLetters: !letters.isEmpty)
        return try call.page(page, .home)
    }

    /// What waits on this page of the list.
    private static func work(_ lines: [ListOwnInterventions.Line]) -> [Work] {
        let all = lines.map(\.intervention).filter(\.isOpen)
        let counts = [
            ("toVisit", all.count { $0.edition != nil && $0.visitedOn == nil }),
            ("toReport", all.count { $0.hasSkinPlan && $0.isOfficial && $0.edition != nil && $0.injectedOn == nil }),
            ("drafts", all.count { $0.draftSavedAt != nil }),
            ("withoutDocument", all.count { $0.edition == nil && !$0.statuses.isEmpty }),
        ]
        return counts.filter { $0.1 > 0 }.map { Work(count: String($0.1), title: Catalogue.french.text("own", $0.0)) }
    }

    static let endpoints = [
        Endpoint(.get, "/courriers/:file", .may(.interventionRead)) { call in
            let parts = try call.part("file").split(separator: ".", maxSplits: 1)
            guard let first = parts.first, let id = Int64(first), parts.last == "pdf" else { throw WebFault.notFound }
            let bytes = try await ReadOwnLetter(id).perform(call.useCase())
            return try call.inline(bytes, "courrier-\(id).pdf", .pdf)
        }
    ]
}
