import UseCases

/// Notes, calls and refusals about an intervention.
enum NoteOperations {
    static let all = [
        Operation(
            id: "listNotes", method: .get, path: path, access: .may(.campaignRead), parameters: [Schemas.number],
            success: .json(Schemas.page(.named("Note"))), answer: list),
        Operation(
            id: "addNote", method: .post, path: path, access: .may(.interventionNote), parameters: [Schemas.number],
            body: .init(mediaType: "application/json", schema: .named("NewNote"), most: 100_000),
            success: .json(.named("NewNote"), .created), isWrite: true, answer: add),
    ]

    private static let path = InterventionOperations.root + "/notes"

    private static func list(_ call: APICall) async throws -> APIAnswer {
        let (intervention, selector) = try await found(call)
        let table = try await ListNotes(campaign: selector, intervention: intervention.number)
            .perform(call.useCase(in: intervention.department))
        return APIAnswer(
            JSON.page(
                table.rows.map { row in
                    .object([
                        ("writtenAt", .text(row[0])), ("writtenBy", .text(row[1])), ("kind", .text(row[2])),
                        ("text", .text(row[3])),
                    ])
                }))
    }

    /// The answer is known beforehand, so that it is stored in the transaction of the note.
    private static func add(_ call: APICall) async throws -> APIAnswer {
        let note = try CanonicalJSON.decode(NewNote.self, from: call.body)
        guard let kind = NoteKind(rawValue: note.kind) else { throw APIFault(.unprocessableContent, .valueInvalid) }
        let (intervention, selector) = try await found(call)
        let answer = APIAnswer(.object([("kind", .text(note.kind)), ("text", .text(note.text))]), .created)
        var context = call.useCase(in: intervention.department)
        if let key = call.key { context.alongside = { connection, _ in try key.store(answer.stored, in: connection) } }
        try await AddNote(campaign: selector, intervention: intervention.number, kind: kind, text: note.text)
            .perform(context)
        return answer
    }

    private static func found(_ call: APICall) async throws -> (InterventionIdentity, CampaignSelector) {
        let intervention = try await call.intervention()
        let campaign = try await FindCampaign(of: intervention).perform(call.useCase())
        return (intervention, campaign)
    }

    private struct NewNote: Decodable {
        let kind: String
        let text: String
    }

    static let schemas: [(String, Schema)] = [
        (
            "Note",
            .object([
                .init("writtenAt", .string), .init("writtenBy", .string), .init("kind", .string),
                .init("text", .string),
            ])
        ),
        (
            "NewNote",
            .object([.init("kind", .codes(NoteKind.self)), .init("text", .lengths(1...AddNote.mostCharacters))])
        ),
    ]
}
