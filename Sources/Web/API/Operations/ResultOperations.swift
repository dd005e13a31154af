import HTTPTypes
import Kernel
import UseCases

/// Files of results in, and what became of them.
enum ResultOperations {
    static let all = [
        Operation(
            id: "listImports", method: .get, path: "/imports", access: .may(.importRead),
            parameters: [.required("department", Schemas.department), Schemas.limit(), Schemas.cursorParameter],
            success: .json(Schemas.page(.named("Import"))), answer: imports),
        Operation(
            id: "getImport", method: .get, path: "/imports/{import}", access: .may(.importRead),
            parameters: [.path("import", Schemas.id)], success: .json(.named("Import"))
        ) { call in
            APIAnswer(json(try await FindResultImport(Int64(call.number("import"))).perform(call.useCase())))
        },
        Operation(
            id: "getAcknowledgement", method: .get, path: "/imports/{import}/acknowledgement",
            access: .may(.importRead), parameters: [.path("import", Schemas.id)],
            success: .json(.named("Acknowledgement"))
        ) { call in
            let run = try await FindResultImport(Int64(call.number("import"))).perform(call.useCase())
            let context = call.useCase(in: run.department)
            return APIAnswer(bytes: try await ReadAcknowledgement(run.id, department: run.department).json(context))
        },
        Operation(
            id: "sendAnalysisReport", method: .post, path: "/results/blood", access: .may(.resultsImport),
            parameters: [.required("department", Schemas.department)],
            body: .init(mediaType: "application/xml", schema: .bytes, most: 64 << 20),
            success: .json(.named("Reception"), .created), isWrite: true
        ) { try await receive(.blood, $0) },
        Operation(
            id: "sendMilkResults", method: .post, path: "/results/milk", access: .may(.milkResultsImport),
            parameters: [
                .required("department", Schemas.department), .required("laboratory", .lengths(1...20)),
            ],
            body: .init(mediaType: "application/octet-stream", schema: .bytes, most: 64 << 20),
            success: .json(.named("Reception"), .created), isWrite: true
        ) { try await receive(.milk(laboratory: $0.text("laboratory")), $0) },
        Operation(
            id: "sendTuberculinReport", method: .post, path: "/results/tuberculin",
            access: .may(.tuberculinReport), parameters: [.query("department", Schemas.department)],
            body: .init(mediaType: "application/json", schema: .named("TuberculinReport"), most: 1 << 20),
            success: .json(.named("TuberculinReception"), .created), isWrite: true, answer: tuberculin),
    ]

    private static func imports(_ call: APICall) async throws -> APIAnswer {
        let department = try call.text("department")
        let before = try Cursor.place(call.optional("cursor")) { Schemas.id.accepts($0) }.flatMap(Int64.init)
        let outcome = try await ListResultImports(
            department: department, before: before, limit: try call.number("limit")
        )
        .perform(call.useCase(in: department))
        return APIAnswer(JSON.page(outcome.runs.map(json), next: outcome.next.map(String.init)))
    }

    private static func json(_ run: ResultRun) -> JSON {
        .object([
            ("id", .int(Int(run.id))), ("kind", .text(run.kind)), ("department", .text(run.department)),
            ("sender", .text(run.sender)), ("receivedAt", .text(run.receivedAt)), ("state", .text(run.state.rawValue)),
            ("accepted", .int(run.acceptedCount)), ("refused", .int(run.refusedCount)), ("digest", .text(run.digest)),
        ])
    }

    private static func receive(_ kind: ReceiveResults.Kind, _ call: APICall) async throws -> APIAnswer {
        let department = try call.text("department")
        let outcome = try await ReceiveResults(kind, call.body, department: department, fictitious: call.fictitious)
            .perform(call.useCase(in: department))
        var answer = APIAnswer(
            .object([
                ("import", json(outcome.run)), ("unattached", .int(outcome.unattached)),
                ("nonNegative", .int(outcome.nonNegative)), ("recomputed", .int(outcome.recomputed)),
                ("findings", .list(outcome.findings.map(Problem.finding))),
            ]), .created)
        answer.headers.append((.location, "\(APIDesk.root)/imports/\(outcome.run.id)"))
        return answer
    }

    /// Stored in the transaction of the report.
    private static func tuberculin(_ call: APICall) async throws -> APIAnswer {
        guard case .object(let fields) = call.json, case .string(let number) = fields["intervention"] else {
            throw APIFault(.unprocessableContent, .valueMissing, ["name": "intervention"])
        }
        let department = call.optional("department")
        let found = try await FindIntervention(number).all(call.useCase(in: department))
        guard let intervention = found.first(where: { department == nil || $0.department == department }) else {
            throw APIFault.notFound
        }
        var context = call.useCase(in: intervention.department)
        let input = try CanonicalJSON.decode(
            TuberculinInput.self, from: TuberculinOperationShape.completed(fields, today: context.today))
        if let key = call.key {
            context.alongside = { connection, findings in
                try key.store(reception(input, findings).stored, in: connection)
            }
        }
        let findings = try await SendTuberculinReport(input, of: intervention, fictitious: call.fictitious)
            .perform(context)
        return reception(input, findings)
    }

    private static func reception(_ input: TuberculinInput, _ findings: [Finding]) -> APIAnswer {
        APIAnswer(
            .object([
                ("intervention", .text(input.intervention)), ("findings", .list(findings.map(Problem.finding))),
            ]), .created)
    }

    static let schemas: [(String, Schema)] = [
        ("Import", importRun), ("Reception", reception), ("Acknowledgement", acknowledgement),
        ("TuberculinReport", TuberculinOperationShape.report),
        (
            "TuberculinReception",
            .object([.init("intervention", Schemas.intervention), .init("findings", .list(.named("Finding")))])
        ),
    ]

    private static let importRun = Schema.object([
        .init("id", Schemas.id), .init("kind", .codes(["blood", "milk", "tuberculin"])),
        .init("department", Schemas.department), .init("sender", .string), .init("receivedAt", Schemas.instant),
        .init("state", .codes(ResultRun.State.self)), .init("accepted", Schemas.count),
        .init("refused", Schemas.count), .init("digest", .string),
    ])

    private static let reception = Schema.object([
        .init("import", .named("Import")), .init("unattached", Schemas.count), .init("nonNegative", Schemas.count),
        .init("recomputed", Schemas.count), .init("findings", .list(.named("Finding"))),
    ])

    /// As docs/formats/acknowledgement.md says.
    private static let acknowledgement = Schema.object([
        .init("file", .string), .init("digest", .string), .init("sender", .string), .init("readOn", Schemas.day),
        .init("verdict", .codes(["accepted", "partial", "refused"])), .init("counts", .map(Schemas.count)),
        .init("findings", .list(.anything)), .init("refused", .list(.anything)),
    ])
}
