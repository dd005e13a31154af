import Kernel
import UseCases

/// The rule book: the same entries, and the same lines of JSON, as `vigie rules`.
enum RuleOperations {
    static let all = [
        Operation(
            id: "listRules", method: .get, path: "/rules", access: .signedIn,
            success: .json(Schemas.page(.named("Rule")))
        ) { _ in APIAnswer(JSON.page(RuleBook.entries.map(short))) },
        Operation(
            id: "getRule", method: .get, path: "/rules/{rule}", access: .signedIn, parameters: [rule],
            success: .json(.named("RuleView"))
        ) { call in APIAnswer(full(try entry(call))) },
        Operation(
            id: "runRule", method: .post, path: "/rules/{rule}/run", access: .signedIn, parameters: [rule],
            body: .init(mediaType: "application/x-ndjson", schema: .bytes, most: 16 << 20),
            success: .init(status: .ok, mediaType: "application/x-ndjson", schema: .bytes)
        ) { call in
            let entry = try entry(call)
            var output: [UInt8] = []
            for line in call.body.split(separator: 0x0a) {
                output += entry.answer(line.last == 0x0d ? Array(line.dropLast()) : Array(line)).line
                output.append(0x0a)
            }
            return APIAnswer(.ok, "application/x-ndjson", output)
        },
    ]

    private static let rule = Operation.Parameter.path("rule", .lengths(1...60))

    private static func entry(_ call: APICall) throws -> RuleEntry {
        guard let entry = RuleBook.entry(named: try call.text("rule")) else { throw APIFault.notFound }
        return entry
    }

    private static func short(_ entry: RuleEntry) -> JSON {
        .object([
            ("name", .text(entry.name)), ("version", .int(entry.version)), ("summary", .text(entry.text.summary)),
        ])
    }

    private static func full(_ entry: RuleEntry) -> JSON {
        .object([
            ("name", .text(entry.name)), ("version", .int(entry.version)), ("summary", .text(entry.text.summary)),
            ("clauses", .list(entry.text.clauses.map(JSON.text))),
            (
                "parameters",
                .list(
                    entry.parameters.map { name, value in
                        .object([
                            ("name", .text(name)), ("standard", .raw(Array(value.utf8))),
                            ("meaning", .text(entry.text.parameters[name] ?? "")),
                        ])
                    })
            ),
            (
                "sources",
                .list(
                    entry.sources.map { source in
                        .object([
                            ("text", .text(source.text)), ("place", .text(source.place)),
                            ("requirement", JSON(source.requirement)),
                        ])
                    })
            ),
        ])
    }

    static let schemas: [(String, Schema)] = [
        (
            "Rule",
            .object([.init("name", .string), .init("version", .integer(1...1000)), .init("summary", .string)])
        ),
        (
            "RuleView",
            .object([
                .init("name", .string), .init("version", .integer(1...1000)), .init("summary", .string),
                .init("clauses", .list(.string)),
                .init(
                    "parameters",
                    .list(
                        .object([
                            .init("name", .string), .init("standard", .anything), .init("meaning", .string),
                        ]))),
                .init(
                    "sources",
                    .list(
                        .object([
                            .init("text", .string), .init("place", .string),
                            .init("requirement", .nullable(.string)),
                        ]))),
            ])
        ),
    ]
}
