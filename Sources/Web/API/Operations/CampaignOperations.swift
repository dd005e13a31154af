import Kernel
import Prophylaxis
import Register
import UseCases

/// Campaigns, their interventions page by page, their work lists.
enum CampaignOperations {
    static let all = [
        Operation(
            id: "listCampaigns", method: .get, path: "/campaigns", access: .may(.campaignRead),
            parameters: [.query("department", Schemas.department)],
            success: .json(Schemas.page(.named("Campaign"))), answer: campaigns),
        Operation(
            id: "getCampaign", method: .get, path: root, access: .may(.campaignRead), parameters: campaignParameters,
            success: .json(.named("CampaignView")), answer: campaign),
        Operation(
            id: "listInterventions", method: .get, path: root + "/interventions", access: .may(.campaignRead),
            parameters: campaignParameters + [
                .query("disease", Schemas.disease), .query("status", .codes(Status.self)),
                .query("class", .codes(HerdClass.self)), .query("commune", Schemas.insee),
                .query("veterinarian", .lengths(1...20)), .query("report", .truth),
                .query("unevaluated", .truth), .query("nonNegative", .truth),
                .query("kind", .codes(["main", "retest", "outside"])), Schemas.limit(), Schemas.cursorParameter,
            ],
            success: .json(Schemas.page(.named("InterventionLine"))), answer: interventions),
        Operation(
            id: "listWork", method: .get, path: root + "/worklists", access: .may(.campaignRead),
            parameters: campaignParameters, success: .json(Schemas.page(.named("WorkCount"))), answer: work),
        Operation(
            id: "getWorkList", method: .get, path: root + "/worklists/{list}", access: .may(.campaignRead),
            parameters: campaignParameters + [.path("list", .codes(WorkKind.self))],
            success: .json(Schemas.page(.named("WorkEntry"))), answer: workList),
    ]

    static let root = "/campaigns/{department}/{year}"

    static let campaignParameters: [Operation.Parameter] = [
        .path("department", Schemas.department), .path("year", Schemas.year),
        .query("campaign", Schemas.campaignName, standard: CampaignSelector.nationalName),
    ]

    private static func campaigns(_ call: APICall) async throws -> APIAnswer {
        let department = call.optional("department")
        let found = try await ListCampaigns(department: department).perform(call.useCase(in: department))
        return APIAnswer(JSON.page(found.map(json)))
    }

    private static func json(_ campaign: ListCampaigns.Summary) -> JSON {
        .object([
            ("department", .text(campaign.department)), ("year", .int(campaign.year)), ("name", .text(campaign.name)),
            ("state", .text(campaign.state)), ("startsOn", .day(campaign.startsOn)), ("endsOn", .day(campaign.endsOn)),
            ("interventions", .int(campaign.interventions)),
        ])
    }

    private static func campaign(_ call: APICall) async throws -> APIAnswer {
        let selector = try call.campaign()
        let view = try await ShowCampaign(selector: selector).perform(call.useCase(in: selector.department))
        return APIAnswer(
            .object([
                ("title", .text(view.title)), ("state", .text(view.state)), ("interventions", .int(view.interventions)),
                ("parameters", .raw(try CanonicalJSON.encode(view.parameters))),
                (
                    "deadlines",
                    .list(view.deadlines.map { .object([("label", .text($0.label)), ("value", .text($0.value))]) })
                ),
            ]))
    }

    private static func interventions(_ call: APICall) async throws -> APIAnswer {
        let selector = try call.campaign()
        var filter = FollowUpFilter()
        filter.disease = call.optional("disease").flatMap(Disease.init(rawValue:))
        filter.status = call.optional("status").flatMap(Status.init(rawValue:))
        filter.herdClass = call.optional("class")
        filter.insee = call.optional("commune")
        filter.veterinarian = call.optional("veterinarian")
        filter.hasReport = call.optional("report").map { $0 == "true" }
        filter.isUnevaluated = call.flag("unevaluated")
        filter.hasNonNegative = call.flag("nonNegative")
        filter.kind = call.optional("kind") ?? filter.kind
        filter.limit = try call.number("limit")
        filter.after = try Cursor.place(call.optional("cursor"), Schemas.intervention.accepts)
            .map { FollowUpOrder.Cursor(value: $0, id: 0) }
        let outcome = try await ListFollowUp(campaign: selector, filter: filter)
            .perform(call.useCase(in: selector.department))
        return APIAnswer(JSON.page(outcome.rows.map(InterventionOperations.line), next: outcome.next?.value))
    }

    private static func work(_ call: APICall) async throws -> APIAnswer {
        let selector = try call.campaign()
        let table = try await CountWork(campaign: selector).perform(call.useCase(in: selector.department))
        return APIAnswer(
            JSON.page(
                table.rows.map { row in
                    .object([("list", .text(row[0])), ("count", JSON(Int(row[1]))), ("title", .text(row[2]))])
                }))
    }

    private static func workList(_ call: APICall) async throws -> APIAnswer {
        let selector = try call.campaign()
        guard let kind = WorkKind(rawValue: try call.text("list")) else { throw APIFault.notFound }
        let table = try await ListWork(campaign: selector, kind: kind).perform(call.useCase(in: selector.department))
        return APIAnswer(
            JSON.page(
                table.rows.map { row in
                    .object(zip(workNames, row).map { ($0, $1.isEmpty ? .null : .text($1)) })
                }))
    }

    /// The columns of `ListWork`, as programs call them.
    private static let workNames = [
        "list", "intervention", "holding", "name", "disease", "detail", "since", "due", "audience", "action", "item",
    ]

    static let schemas: [(String, Schema)] = [
        (
            "Campaign",
            .object([
                .init("department", Schemas.department), .init("year", Schemas.year), .init("name", .string),
                .init("state", .codes(["draft", "validated", "executed", "closed"])), .init("startsOn", Schemas.day),
                .init("endsOn", Schemas.day), .init("interventions", Schemas.count),
            ])
        ),
        (
            "CampaignView",
            .object([
                .init("title", .string), .init("state", .string), .init("interventions", Schemas.count),
                .init("parameters", .map(.anything)),
                .init("deadlines", .list(.object([.init("label", .string), .init("value", .string)]))),
            ])
        ),
        (
            "WorkCount",
            .object([
                .init("list", .codes(WorkKind.self)), .init("count", Schemas.count), .init("title", .string),
            ])
        ),
        ("WorkEntry", .object(workNames.map { Schema.Field($0, .nullable(.string)) })),
    ]
}

extension JSON {
    static func day(_ day: Day?) -> JSON { JSON(day?.description) }

    static func page(_ rows: [JSON], next: String? = nil) -> JSON {
        .object([("items", .list(rows)), ("next", JSON(next.map(Cursor.make)))])
    }
}
