import Kernel
import UseCases

/// Herds and animals of the territory.
enum RegisterOperations {
    static let all = [
        Operation(
            id: "listHerds", method: .get, path: "/herds", access: .may(.registerRead),
            parameters: [
                .required("department", Schemas.department), .query("commune", Schemas.insee), Schemas.limit(),
                Schemas.cursorParameter,
            ],
            success: .json(Schemas.page(.named("Herd"))), answer: herds),
        Operation(
            id: "getHerd", method: .get, path: "/herds/{holding}/{code}", access: .may(.herdRead),
            parameters: [.path("holding", Schemas.holding), .path("code", Schemas.herdCode)],
            success: .json(.named("Dossier"))
        ) { call in
            let herd = try await FindHerd("\(call.text("holding"))/\(call.text("code"))").run(call.useCase())
            let dossier = try await ShowHerd(herd).perform(call.useCase(in: herd.department))
            return APIAnswer(bytes: try CanonicalJSON.encode(dossier))
        },
        Operation(
            id: "getAnimal", method: .get, path: "/animals/{number}", access: .may(.herdRead),
            parameters: [.path("number", Schemas.animal)], success: .json(.named("Dossier"))
        ) { call in
            let animal = try await FindAnimal(call.text("number")).run(call.useCase())
            let dossier = try await ShowAnimal(animal).perform(call.useCase(in: animal.department))
            return APIAnswer(bytes: try CanonicalJSON.encode(dossier))
        },
    ]

    private static func herds(_ call: APICall) async throws -> APIAnswer {
        let (department, limit) = (try call.text("department"), try call.number("limit"))
        let place = try Cursor.place(call.optional("cursor")) { $0.contains("/") }
        let parts = place?.split(separator: "/", maxSplits: 1).map(String.init) ?? []
        let after = parts.count == 2 ? (holding: parts[0], code: parts[1]) : nil
        let rows = try await PageHerds(of: department, insee: call.optional("commune"), after: after, limit: limit)
            .perform(call.useCase(in: department))
        let next = rows.count == limit ? rows.last.map { "\($0.holding)/\($0.code)" } : nil
        return APIAnswer(JSON.page(rows.map(json), next: next))
    }

    private static func json(_ herd: HerdLine) -> JSON {
        .object([
            ("holding", .text(herd.holding)), ("name", .text(herd.holdingName)), ("commune", JSON(herd.insee)),
            ("code", .text(herd.code)), ("class", .text(herd.herdClass)), ("openedOn", .day(herd.openedOn)),
            ("closedOn", .day(herd.closedOn)),
        ])
    }

    static let schemas: [(String, Schema)] = [
        (
            "Herd",
            .object([
                .init("holding", Schemas.holding), .init("name", .string), .init("commune", .nullable(.string)),
                .init("code", .string), .init("class", .string), .init("openedOn", .nullable(Schemas.day)),
                .init("closedOn", .nullable(Schemas.day)),
            ])
        ),
        (
            "Dossier",
            .object([
                .init("title", .string),
                .init("facts", .list(.object([.init("label", .string), .init("value", .string)]))),
                .init(
                    "sections",
                    .list(
                        .object([
                            .init("title", .string), .init("columns", .list(.string)),
                            .init("rows", .list(.list(.string))),
                        ]))),
            ])
        ),
    ]
}
