import Kernel
import Prophylaxis
import UseCases

/// What practice software asks for: the interventions that its veterinarian reaches, and a new edition of a document.
/// Whoever has a territory is given the interventions of its latest campaigns.
enum OwnOperations {
    static let all = [
        Operation(
            id: "listReachedInterventions", method: .get, path: "/interventions", access: .may(.interventionRead),
            parameters: [Schemas.limit(), Schemas.cursorParameter],
            success: .json(Schemas.page(.named("ReachedIntervention"))), answer: interventions),
        Operation(
            id: "listResults", method: .get, path: InterventionOperations.root + "/results",
            access: .may(.interventionRead), parameters: [Schemas.number],
            success: .json(Schemas.page(.named("Result"))), answer: results),
        Operation(
            id: "requestReedition", method: .post, path: InterventionOperations.root + "/re-edition-requests",
            access: .may(.reeditionRequest), parameters: [Schemas.number],
            body: .init(mediaType: "application/json", schema: .named("ReeditionRequest"), most: 10_000),
            success: .json(.named("ReeditionRequest"), .created), isWrite: true, answer: reedition),
    ]

    private static func interventions(_ call: APICall) async throws -> APIAnswer {
        let after = try Cursor.place(call.optional("cursor"), Schemas.intervention.accepts)
        let outcome = try await ListOwnInterventions(after: after, limit: call.number("limit")).perform(call.useCase())
        let mayReport = Policy.allows(.tuberculinReport, to: call.bearer.actor.role)
        return APIAnswer(JSON.page(outcome.lines.map { json($0.intervention, mayReport) }, next: outcome.next))
    }

    private static func json(_ own: OwnIntervention, _ mayReport: Bool) -> JSON {
        .object([
            ("number", .text(own.identity.number)), ("department", .text(own.identity.department)),
            ("year", .int(own.year)), ("holding", .text(own.holding)), ("name", .text(own.name)),
            ("herd", .text(own.herd)), ("class", .text(own.herdClass)), ("plannedOn", .day(own.plannedOn)),
            ("endsOn", .day(own.endsOn)), ("visitedOn", .day(own.visitedOn)), ("document", JSON(own.edition)),
            ("documentValidUntil", .day(own.validUntil)), ("isOpen", .bool(own.isOpen)),
            ("tuberculinPlanned", .bool(own.hasSkinPlan)), ("injectedOn", .day(own.injectedOn)),
            ("mayReportTuberculin", .bool(mayReport && own.isOfficial && own.hasSkinPlan && own.isOpen)),
            (
                "diseases",
                .list(
                    own.statuses.map { disease, status in
                        .object([("disease", .text(disease.rawValue)), ("status", JSON(status?.rawValue))])
                    })
            ),
        ])
    }

    private static func results(_ call: APICall) async throws -> APIAnswer {
        let intervention = try await call.intervention()
        let rows = try await ListInterventionResults(of: intervention)
            .perform(call.useCase(in: intervention.department))
        return APIAnswer(JSON.page(rows.map(json)))
    }

    private static func json(_ result: InterventionResult) -> JSON {
        .object([
            ("disease", .text(result.disease)), ("matrix", .text(result.matrix)), ("method", JSON(result.method)),
            ("animal", JSON(result.animal)), ("sampledOn", .day(result.sampledOn)),
            ("analysedOn", .day(result.analysedOn)), ("interpretation", JSON(result.interpretation)),
            ("decision", JSON(result.decision)), ("reason", JSON(result.reason)),
            ("laboratory", JSON(result.laboratory)), ("dossier", JSON(result.dossier)),
            ("onDocument", result.isOnDocument.map(JSON.bool) ?? .null),
        ])
    }

    /// The answer is known beforehand, so that it is stored in the transaction of the request.
    private static func reedition(_ call: APICall) async throws -> APIAnswer {
        let reason = try CanonicalJSON.decode(ReeditionRequest.self, from: call.body).reason
        let intervention = try await call.intervention()
        let answer = APIAnswer(.object([("reason", .text(reason))]), .created)
        var context = call.useCase(in: intervention.department)
        if let key = call.key { context.alongside = { connection, _ in try key.store(answer.stored, in: connection) } }
        try await RequestReedition(intervention, reason: reason).perform(context)
        return answer
    }

    private struct ReeditionRequest: Decodable { let reason: String }

    static let schemas: [(String, Schema)] = [
        ("ReachedIntervention", reachedIntervention), ("Result", result),
        ("ReeditionRequest", .object([.init("reason", .lengths(1...RequestReedition.mostCharacters))])),
    ]

    private static let reachedIntervention = Schema.object([
        .init("number", Schemas.intervention), .init("department", Schemas.department), .init("year", Schemas.year),
        .init("holding", Schemas.holding), .init("name", .string), .init("herd", .string), .init("class", .string),
        .init("plannedOn", .nullable(Schemas.day)), .init("endsOn", Schemas.day),
        .init("visitedOn", .nullable(Schemas.day)), .init("document", .nullable(.integer(1...1000))),
        .init("documentValidUntil", .nullable(Schemas.day)), .init("isOpen", .truth),
        .init("tuberculinPlanned", .truth),
        .init("injectedOn", .nullable(Schemas.day)), .init("mayReportTuberculin", .truth),
        .init(
            "diseases",
            .list(.object([.init("disease", Schemas.disease), .init("status", .nullable(.codes(Status.self)))]))),
    ])

    private static let result = Schema.object([
        .init("disease", Schemas.disease), .init("matrix", .codes(Matrix.self)), .init("method", .nullable(.string)),
        .init("animal", .nullable(.string)), .init("sampledOn", Schemas.day),
        .init("analysedOn", .nullable(Schemas.day)), .init("interpretation", .nullable(.string)),
        .init("decision", .nullable(.codes(["NEG", "POS"]))), .init("reason", .nullable(.string)),
        .init("laboratory", .nullable(.string)), .init("dossier", .nullable(.string)),
        .init("onDocument", .nullable(.truth)),
    ])
}
