import Kernel
import Prophylaxis
import UseCases

/// One intervention: in short, in full, its notes.
enum InterventionOperations {
    static let all =
        [
            Operation(
                id: "getIntervention", method: .get, path: root, access: .may(.interventionRead),
                parameters: [Schemas.number],
                success: .init(
                    status: .ok, mediaType: "application/json", schema: .named("Intervention"), hasETag: true)
            ) { call in
                APIAnswer(json(try await ReadIntervention(call.text("number")).perform(call.useCase())))
            },
            Operation(
                id: "getInterventionDossier", method: .get, path: root + "/dossier", access: .may(.interventionRead),
                parameters: [Schemas.number], success: .json(.named("InterventionRecord"))
            ) { call in
                let intervention = try await call.intervention()
                let record = try await ReadInterventionRecord(intervention)
                    .perform(call.useCase(in: intervention.department))
                return APIAnswer(RecordOperations.intervention(record))
            },
        ] + NoteOperations.all + DocumentOperations.all

    static let root = "/interventions/{number}"

    static func json(_ summary: InterventionSummary) -> JSON {
        let head = summary.head
        return .object([
            ("number", .text(head.identity.number)), ("department", .text(head.identity.department)),
            (
                "campaign",
                .object([("year", .int(head.campaign.year)), ("name", .text(head.campaign.name))])
            ),
            (
                "herd",
                .object([
                    ("holding", .text(head.holding)), ("name", .text(head.holdingName)), ("commune", JSON(head.insee)),
                    ("code", .text(head.herd)), ("class", .text(head.herdClass)),
                ])
            ),
            ("kind", .text(head.kind)), ("state", .text(head.state)), ("plannedOn", .day(head.plannedOn)),
            ("completedOn", .day(head.completedOn)), ("veterinarian", JSON(head.veterinarian)),
            ("diseases", .list(summary.diseases.map(json))),
            (
                "report",
                head.report.map { report in
                    .object([
                        ("number", .text(report.number)), ("version", .int(report.version)),
                        ("value", .text(report.value)), ("issuedOn", .day(report.issuedOn)),
                    ])
                } ?? .null
            ),
        ])
    }

    static func json(_ disease: InterventionSummary.Disease) -> JSON {
        let state = disease.state
        return .object([
            ("disease", .text(state.disease.rawValue)), ("status", .text(state.status.rawValue)),
            ("requested", .int(state.requested)), ("tested", .int(state.tested)),
            ("nonNegative", .int(state.nonNegative)), ("startedOn", .day(state.startedOn)),
            ("finishedOn", .day(state.finishedOn)), ("lastResultOn", .day(state.lastResultOn)),
            ("proposal", .text(state.proposal.evaluation.rawValue)), ("evaluation", JSON(disease.evaluation)),
            (
                "reasons",
                .list(
                    disease.reasons.map { .object([("code", .text($0.code)), ("sentence", .text($0.sentence))]) })
            ),
        ])
    }

    /// A line of the list.
    static func line(_ row: FollowUpRow) -> JSON {
        .object([
            ("number", .text(row.number)), ("holding", .text(row.holding)), ("name", .text(row.name)),
            ("commune", .text(row.insee)), ("herd", .text(row.herd)), ("class", .text(row.herdClass)),
            ("plannedOn", .day(row.plannedOn)), ("veterinarian", .text(row.veterinarian)),
            ("diseases", .list(row.diseases.map(json))), ("nonCompletion", JSON(row.nonCompletion)),
            ("report", JSON(row.report)), ("reportValue", JSON(row.reportValue)), ("reportedOn", .day(row.reportedOn)),
            ("followUp", JSON(row.followUp)),
        ])
    }

    private static func json(_ part: FollowUpRow.DiseasePart) -> JSON {
        .object([
            ("disease", .text(part.disease.rawValue)), ("plans", .text(part.plans)),
            ("status", JSON(part.status?.rawValue)), ("requested", .int(part.requested)), ("tested", .int(part.tested)),
            ("nonNegative", .int(part.nonNegative)), ("doubtful", .int(part.doubtful)),
            ("lastResultOn", .day(part.lastResultOn)),
            ("proposal", .text(part.proposal)), ("evaluation", JSON(part.evaluation)),
        ])
    }
}

extension APIAnswer {
    init(bytes: [UInt8]) { self.init(.ok, "application/json", bytes) }
}
