import Kernel
import Prophylaxis
import UseCases

/// The shapes that several operations share. The named ones stand in the document under `components/schemas`.
enum Schemas {
    static let day = Schema.text(
        .init(format: "date", example: "2021-02-15", accepts: { Day($0) != nil }))
    static let instant = Schema.text(.init(format: "date-time", example: "2021-02-15T08:00:00Z"))
    static let department = Schema.pattern("^(2A|2B|[0-9]{2,3})$", "63") { text in
        text == "2A" || text == "2B"
            || ((2...3).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) })
    }
    static let year = Schema.integer(2000...2100)
    static let campaignName = Schema.lengths(1...40)
    static let intervention = Schema.digits(12...12, "202100000123")
    static let holding = Schema.digits(8...8, "99000001")
    static let herdCode = Schema.lengths(1...32)
    static let animal = Schema.lengths(1...30)
    static let insee = Schema.pattern("^[0-9AB]{5}$", "63113") { text in
        text.utf8.count == 5 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x41 || $0 == 0x42 }
    }
    static let disease = Schema.codes(Disease.self)
    static let cursor = Schema.lengths(1...200)
    static let requestKey = Schema.pattern("^[!-~]{1,100}$", "8f14e45f-ceea-467f") { text in
        (1...100).contains(text.utf8.count) && text.utf8.allSatisfy { (0x21...0x7e).contains($0) }
    }
    static let count = Schema.integer(0...1_000_000_000)
    static let id = Schema.integer(0...Int(Int64.max))

    static func limit(_ most: Int = 500) -> Operation.Parameter {
        .query("limit", .integer(1...most), standard: "100")
    }

    static let cursorParameter = Operation.Parameter.query("cursor", cursor)
    static let number = Operation.Parameter.path("number", intervention)

    /// A page of a list: rows, and the cursor of the next page, null on the last.
    static func page(_ row: Schema) -> Schema {
        .object([.init("items", .list(row)), .init("next", .nullable(.string))])
    }

    static let all: [String: Schema] = Dictionary(named, uniquingKeysWith: { first, _ in first })

    /// In the order of the document.
    static let named: [(String, Schema)] =
        [("Problem", problem), ("Finding", finding), ("Place", place)]
        + CampaignOperations.schemas + InterventionOperations.schemas + OwnOperations.schemas
        + LaboratoryOperations.schemas + RegisterOperations.schemas + NoticeOperations.schemas
        + ResultOperations.schemas + RuleOperations.schemas + WebhookOperations.schemas

    static let problem = Schema.object([
        .init("type", .string), .init("title", .string), .init("status", .integer(400...599)),
        .init("detail", .string), .init("findings", .list(.named("Finding"))),
    ])

    static let finding = Schema.object([
        .init("code", .string), .init("severity", .codes(Finding.Severity.self)), .init("sentence", .string),
        .init("wayOut", .string), .init("place", .named("Place"), optional: true),
    ])

    static let place = Schema.object([
        .init("file", .string, optional: true), .init("line", .integer(0...Int(Int32.max)), optional: true),
        .init("column", .string, optional: true),
    ])
}
