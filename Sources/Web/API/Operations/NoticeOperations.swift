import Kernel
import UseCases

/// What the account is told of: alerts on results, refused files, work that waits, its own account.
enum NoticeOperations {
    static let all = [
        Operation(
            id: "listNotices", method: .get, path: "/notices", access: .may(.noticeRead),
            parameters: [Schemas.limit(), Schemas.cursorParameter],
            success: .json(Schemas.page(.named("Notice"))), answer: list),
        Operation(
            id: "markNotice", method: .post, path: "/notices/{notice}/read", access: .may(.noticeRead),
            parameters: [.path("notice", Schemas.id)], success: .json(.named("Notice"), .created), isWrite: true,
            answer: mark),
    ]

    private static func list(_ call: APICall) async throws -> APIAnswer {
        let before = try Cursor.place(call.optional("cursor")) { Schemas.id.accepts($0) }.flatMap(Int64.init)
        let outcome = try await ListNotices(before: before, limit: call.number("limit")).perform(call.useCase())
        return APIAnswer(JSON.page(outcome.lines.map { json($0.notice) }, next: outcome.next.map(String.init)))
    }

    private static func mark(_ call: APICall) async throws -> APIAnswer {
        let notice = try await OpenNotice(Int64(call.number("notice"))).perform(call.useCase())
        return APIAnswer(json(notice, isRead: true), .created)
    }

    private static func json(_ notice: ShownNotice, isRead: Bool? = nil) -> JSON {
        let event = notice.event
        return .object([
            ("id", .int(Int(notice.id))), ("kind", .text(event.kind)), ("topic", .text(event.topic)),
            ("at", .text(Instant.text(ofSeconds: event.at))), ("department", JSON(event.department)),
            ("intervention", JSON(event.intervention)), ("import", JSON(event.importID.map(Int.init))),
            ("isRead", .bool(isRead ?? notice.isRead)),
        ])
    }

    static let schemas: [(String, Schema)] = [
        (
            "Notice",
            .object([
                .init("id", Schemas.id), .init("kind", .codes(NoticeKind.self)), .init("topic", .string),
                .init("at", Schemas.instant), .init("department", .nullable(Schemas.department)),
                .init("intervention", .nullable(Schemas.intervention)), .init("import", .nullable(Schemas.id)),
                .init("isRead", .truth),
            ])
        )
    ]
}
