import Prophylaxis

extension InterventionOperations {
    static let schemas: [(String, Schema)] =
        [
            ("Intervention", intervention), ("DiseaseState", diseaseState),
            ("Reason", .object([.init("code", .codes(DiseaseStatus.Reason.self)), .init("sentence", .string)])),
            ("InterventionLine", line), ("DiseaseLine", diseaseLine),
        ] + NoteOperations.schemas + DocumentOperations.schemas + RecordOperations.schemas

    private static let intervention = Schema.object([
        .init("number", Schemas.intervention), .init("department", Schemas.department),
        .init("campaign", .object([.init("year", Schemas.year), .init("name", .string)])),
        .init(
            "herd",
            .object([
                .init("holding", Schemas.holding), .init("name", .string), .init("commune", .nullable(.string)),
                .init("code", .string), .init("class", .string),
            ])),
        .init("kind", .codes(["main", "retest", "outside"])), .init("state", .codes(["planned", "withdrawn"])),
        .init("plannedOn", .nullable(Schemas.day)), .init("completedOn", .nullable(Schemas.day)),
        .init("veterinarian", .nullable(.string)), .init("diseases", .list(.named("DiseaseState"))),
        .init(
            "report",
            .nullable(
                .object([
                    .init("number", .string), .init("version", .integer(1...10_000)), .init("value", .string),
                    .init("issuedOn", Schemas.day),
                ]))),
    ])

    static let diseaseState = Schema.object([
        .init("disease", Schemas.disease), .init("status", .codes(Status.self)), .init("requested", Schemas.count),
        .init("tested", Schemas.count), .init("nonNegative", Schemas.count),
        .init("startedOn", .nullable(Schemas.day)), .init("finishedOn", .nullable(Schemas.day)),
        .init("lastResultOn", .nullable(Schemas.day)), .init("proposal", .string),
        .init("evaluation", .nullable(.string)), .init("reasons", .list(.named("Reason"))),
    ])

    private static let line = Schema.object([
        .init("number", Schemas.intervention), .init("holding", Schemas.holding), .init("name", .string),
        .init("commune", .string), .init("herd", .string), .init("class", .string),
        .init("plannedOn", .nullable(Schemas.day)), .init("veterinarian", .string),
        .init("diseases", .list(.named("DiseaseLine"))), .init("nonCompletion", .nullable(.string)),
        .init("report", .nullable(.string)), .init("reportValue", .nullable(.string)),
        .init("reportedOn", .nullable(Schemas.day)), .init("followUp", .nullable(.string)),
    ])

    private static let diseaseLine = Schema.object([
        .init("disease", Schemas.disease), .init("plans", .string), .init("status", .nullable(.codes(Status.self))),
        .init("requested", Schemas.count), .init("tested", Schemas.count), .init("nonNegative", Schemas.count),
        .init("doubtful", Schemas.count), .init("lastResultOn", .nullable(Schemas.day)), .init("proposal", .string),
        .init("evaluation", .nullable(.string)),
    ])
}
