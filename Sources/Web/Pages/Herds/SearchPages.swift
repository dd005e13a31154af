import Hummingbird
import Kernel
import UseCases

/// Search from everywhere, and the list of all holdings: what is found, a page at a time (issue 3 §3).
struct SearchPage: PageModel {
    let title: String
    /// What was searched for; nil on the list of all.
    let text: String?
    let animals: [Animal]
    let holdings: [Holding]
    let moreAnimals: String?
    let moreHoldings: String?

    struct Animal: Sendable {
        let number: String
        let workingNumber: String
        let path: String
        let holding: String
        let holdingPath: String
    }

    struct Holding: Sendable {
        let number: String
        let path: String
        let name: String
        let commune: String
        let department: String
        let herds: Int
        let closed: String?
    }

    let hasAnimals: Bool
    let hasHoldings: Bool
    let isEmpty: Bool

    static let endpoints = [
        Endpoint(.get, "/recherche", .may(.herdRead)) { call in
            let text = SearchText(call.query("q") ?? "")
            guard !text.text.isEmpty else { return call.seeOther("/elevages") }
            return try await answer(call, text, "/recherche?q=\(text.text.formEncoded)&")
        },
        Endpoint(.get, "/elevages", .may(.herdRead)) { try await answer($0, .everything, "/elevages?") },
    ]

    private static func answer(_ call: Call, _ text: SearchText, _ path: String) async throws -> Response {
        let outcome = try await SearchEverything(
            text, afterHolding: call.query("elevages"), afterAnimal: call.query("bovins")
        ).perform(call.useCase())
        switch outcome.exact {
        case .holding(let number): return call.seeOther("/elevages/\(number)")
        case .animal(let number): return call.seeOther("/bovins/\(number)")
        case .intervention(let number): return call.seeOther("/interventions/\(number)")
        case nil: return try call.page(SearchPage(text, outcome, path), .herds)
        }
    }

    private init(_ text: SearchText, _ outcome: SearchEverything.Outcome, _ path: String) {
        title = Catalogue.french.text("herds", text == .everything ? "title" : "found")
        self.text = text == .everything ? nil : text.text
        animals = outcome.animals.map { hit in
            Animal(
                number: hit.number, workingNumber: hit.workingNumber, path: "/bovins/\(hit.number)",
                holding: "\(hit.holding) \(hit.name)", holdingPath: "/elevages/\(hit.holding)")
        }
        holdings = outcome.holdings.map { hit in
            Holding(
                number: hit.number, path: "/elevages/\(hit.number)", name: hit.name, commune: hit.commune,
                department: hit.department, herds: hit.herds, closed: hit.closedOn?.french)
        }
        (hasAnimals, hasHoldings) = (!animals.isEmpty, !holdings.isEmpty)
        isEmpty = animals.isEmpty && holdings.isEmpty
        moreAnimals = outcome.nextAnimal.map { "\(path)bovins=\($0)" }
        moreHoldings = outcome.nextHolding.map { "\(path)elevages=\($0)" }
    }
}
