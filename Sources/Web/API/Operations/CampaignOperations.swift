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
                ("department", .text(selector.department)), ("year", .int(view.parameters.prophylaxisYear)),
                ("name", .text(selector.name)), ("title", .text(view.title)), ("state", .text(view.state)),
                ("startsOn", .day(view.parameters.startsOn)), ("endsOn", .day(view.parameters.endsOn)),
                ("interventions", .int(view.interventions)),
                ("deadlines", deadlines(view.dates)),
                ("parameters", .raw(try CanonicalJSON.encode(view.parameters))),
            ]))
    }

    private static func deadlines(_ dates: CampaignDeadlines.Decision) -> JSON {
        .object([
            ("authorisationsBy", .day(dates.authorisationsBy)), ("milkFrom", .day(dates.milkWindowStart)),
            ("milkUntil", .day(dates.milkWindowEnd)), ("closingFrom", .day(dates.closingFrom)),
            ("closingUntil", .day(dates.closingUntil)), ("computationUntil", .day(dates.computationUntil)),
            ("forcedClosingAfter", .day(dates.forcedClosingAfter)),
        ])
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
        let work = try await ReadWork(campaign: selector, kind: kind, limit: .max)
            .perform(call.useCase(in: selector.department))
        return APIAnswer(JSON.page(work.lines.map { json($0, on: kind) }))
    }

    private static func json(_ line: ReadWork.Line, on kind: WorkKind) -> JSON {
        func known(_ text: String) -> JSON { text.isEmpty ? .null : .text(text) }
        return .object([
            ("list", .text(kind.rawValue)), ("intervention", known(line.intervention)),
            ("holding", known(line.holding)), ("name", known(line.name)), ("disease", known(line.disease)),
            ("detail", known(line.detail)), ("since", .day(line.since)), ("due", .day(line.dueOn)),
            ("audience", .text(line.isAuthority ? "authority" : "delegate")), ("action", .text(line.action)),
            ("item", JSON(line.item.map { Int($0) })), ("kinds", .list(line.kinds.map { .text($0) })),
        ])
    }

    private static let states = Schema.codes(["draft", "validated", "executed", "closed"])

    static let schemas: [(String, Schema)] = [
        (
            "Campaign",
            .object([
                .init("department", Schemas.department), .init("year", Schemas.year), .init("name", .string),
                .init("state", states), .init("startsOn", Schemas.day),
                .init("endsOn", Schemas.day), .init("interventions", Schemas.count),
            ])
        ),
        (
            "CampaignView",
            .object([
                .init("department", Schemas.department), .init("year", Schemas.year), .init("name", .string),
                .init("title", .string), .init("state", states), .init("startsOn", Schemas.day),
                .init("endsOn", Schemas.day), .init("interventions", Schemas.count),
                .init(
                    "deadlines",
                    .object(
                        [
                            "authorisationsBy", "milkFrom", "milkUntil", "closingFrom", "closingUntil",
                            "computationUntil", "forcedClosingAfter",
                        ].map { .init($0, Schemas.day) })),
                .init("parameters", .map(.anything)),
            ])
        ),
        (
            "WorkCount",
            .object([
                .init("list", .codes(WorkKind.self)), .init("count", Schemas.count), .init("title", .string),
            ])
        ),
        (
            "WorkEntry",
            .object([
                .init("list", .codes(WorkKind.self)), .init("intervention", .nullable(.string)),
                .init("holding", .nullable(.string)), .init("name", .nullable(.string)),
                .init("disease", .nullable(.string)), .init("detail", .nullable(.string)),
                .init("since", .nullable(Schemas.day)), .init("due", .nullable(Schemas.day)),
                .init("audience", .codes(["delegate", "authority"])), .init("action", .string),
                .init("item", .nullable(Schemas.id)), .init("kinds", .list(.string)),
            ])
        ),
    ]
}

extension JSON {
    static func day(_ day: Day?) -> JSON { JSON(day?.description) }

    static func page(_ rows: [JSON], next: String? = nil) -> JSON {
        .object([("items", .list(rows)), ("next", JSON(next.map(Cursor.make)))])
    }
}
