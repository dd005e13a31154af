import Kernel
import UseCases

/// Herds and animals of the territory.
enum RegisterOperations {
    static let all = [
        Operation(
            id: "listHerds", method: .get, path: "/herds", access: .may(.herdRead),
            parameters: [
                .query("department", Schemas.department), .query("commune", Schemas.insee), Schemas.limit(),
                Schemas.cursorParameter,
            ],
            success: .json(Schemas.page(.named("Herd"))), answer: herds),
        Operation(
            id: "getHerd", method: .get, path: "/herds/{holding}/{code}", access: .may(.herdRead),
            parameters: [.path("holding", Schemas.holding), .path("code", Schemas.herdCode)],
            success: .json(.named("HerdRecord"))
        ) { call in
            let herd = try await herd(call)
            return APIAnswer(
                RecordOperations.herd(try await ReadHerd(herd).perform(call.useCase(in: herd.department))))
        },
        Operation(
            id: "listHerdAnimals", method: .get, path: "/herds/{holding}/{code}/animals", access: .may(.herdRead),
            parameters: [
                .path("holding", Schemas.holding), .path("code", Schemas.herdCode), .query("on", Schemas.day),
                Schemas.limit(), Schemas.cursorParameter,
            ],
            success: .json(Schemas.page(.named("HerdAnimal"))), answer: animals),
        Operation(
            id: "getAnimal", method: .get, path: "/animals/{number}", access: .may(.herdRead),
            parameters: [.path("number", Schemas.animal)], success: .json(.named("AnimalRecord"))
        ) { call in
            let animal = try await FindAnimal(call.text("number")).run(call.useCase())
            return APIAnswer(
                RecordOperations.animal(try await ReadAnimal(animal).perform(call.useCase(in: animal.department))))
        },
    ]

    private static func herd(_ call: APICall) async throws -> HerdIdentity {
        try await FindHerd("\(call.text("holding"))/\(call.text("code"))").run(call.useCase())
    }

    private static func herds(_ call: APICall) async throws -> APIAnswer {
        let (department, limit) = (call.optional("department"), try call.number("limit"))
        let place = try Cursor.place(call.optional("cursor")) { $0.contains("/") }
        let parts = place?.split(separator: "/", maxSplits: 1).map(String.init) ?? []
        let after = parts.count == 2 ? (holding: parts[0], code: parts[1]) : nil
        let herds = PageHerds(
            of: department, for: call.bearer.actor, insee: call.optional("commune"), after: after, limit: limit)
        let rows = try await herds.perform(call.useCase(in: department))
        let next = rows.count == limit ? rows.last.map { "\($0.holding)/\($0.code)" } : nil
        return APIAnswer(JSON.page(rows.map(json), next: next))
    }

    private static func animals(_ call: APICall) async throws -> APIAnswer {
        let (herd, limit) = (try await herd(call), try call.number("limit"))
        let after = try Cursor.place(call.optional("cursor"), Schemas.animal.accepts)
        let rows = try await PageHerdAnimals(
            of: herd, on: call.optional("on").flatMap { Day($0) }, after: after, limit: limit
        ).perform(call.useCase(in: herd.department))
        return APIAnswer(JSON.page(rows.map(json), next: rows.count == limit ? rows.last?.number : nil))
    }

    private static func json(_ herd: HerdLine) -> JSON {
        .object([
            ("holding", .text(herd.holding)), ("name", .text(herd.holdingName)), ("commune", JSON(herd.insee)),
            ("code", .text(herd.code)), ("class", .text(herd.herdClass)), ("openedOn", .day(herd.openedOn)),
            ("closedOn", .day(herd.closedOn)),
        ])
    }

    private static func json(_ animal: HerdAnimal) -> JSON {
        .object([
            ("number", .text(animal.number)), ("workingNumber", JSON(animal.workingNumber)), ("sex", JSON(animal.sex)),
            ("breed", JSON(animal.breed)), ("bornOn", .day(animal.bornOn)),
            ("birthPrecision", .text(precisions[animal.birthPrecision, default: "day"])),
            ("productionType", JSON(animal.productionType)), ("since", .day(animal.since)),
            ("until", .day(animal.until)), ("introducedOn", .day(animal.introducedOn)),
        ])
    }

    /// How much of a birth date is known.
    private static let precisions = [0: "day", 1: "month", 2: "year"]

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
            "HerdAnimal",
            .object([
                .init("number", .string), .init("workingNumber", .nullable(.string)), .init("sex", .nullable(.string)),
                .init("breed", .nullable(.string)), .init("bornOn", .nullable(Schemas.day)),
                .init("birthPrecision", .codes(["day", "month", "year"])),
                .init("productionType", .nullable(.codes(["dairy", "beef"]))), .init("since", Schemas.day),
                .init("until", .nullable(Schemas.day)), .init("introducedOn", .nullable(Schemas.day)),
            ])
        ),
    ]
}
