import HTTPTypes
import Hummingbird
import Kernel
import UseCases

/// One request of a program, checked against its row of the table: parameters that fit, a body that fits.
struct APICall: Sendable {
    let operation: Operation
    let installation: Installation
    let bearer: Bearer
    let fictitious: Bool
    let values: [String: String]
    let body: [UInt8]
    /// The body, where it is JSON.
    let json: JSONValue?
    let accept: String
    /// The key of a write, when there is one.
    let key: RequestKey?

    /// The world as a use case sees it.
    func useCase(in department: String? = nil) -> Context {
        var context = installation.context(for: bearer.actor, department: department)
        context.reads?.door = .api
        return context
    }

    /// A parameter that the row requires, or gives a standard.
    /// - Throws: what a missing value answers; the row was checked before, so that only a wrong row comes here.
    func text(_ name: String) throws -> String {
        guard let value = values[name] else { throw APIFault(.badRequest, .valueMissing, ["name": name]) }
        return value
    }

    func number(_ name: String) throws -> Int {
        guard let number = Int(try text(name)) else { throw APIFault(.badRequest, .valueInvalid, ["name": name]) }
        return number
    }

    func optional(_ name: String) -> String? { values[name] }
    func flag(_ name: String) -> Bool { values[name] == "true" }

    /// The first intervention with the number of the path that belongs to the actor's territory.
    func intervention() async throws -> InterventionIdentity {
        guard let found = try await FindIntervention(text("number")).all(useCase()).first else {
            throw APIFault.notFound
        }
        return found
    }

    func campaign() throws -> CampaignSelector {
        CampaignSelector(
            department: try text("department"), year: try number("year"),
            name: optional("campaign") ?? CampaignSelector.nationalName)
    }
}
