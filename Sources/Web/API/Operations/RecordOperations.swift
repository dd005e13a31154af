import Kernel
import Prophylaxis
import UseCases

/// All there is to know of one herd, one animal, one intervention. What an account may not see of them is left out.
enum RecordOperations {
    static func herd(_ record: HerdRecord) -> JSON {
        let herd = record.herd
        let head = record.themes.first { $0.theme == .holding }?.rows.first ?? []
        return .object(
            RecordShape.pairs(head, HerdTheme.holding.fields) + [
                ("department", .text(herd.department)), ("code", .text(herd.code)), ("class", .text(herd.herdClass)),
                ("openedOn", .day(herd.openedOn)), ("closedOn", .day(herd.closedOn)),
                ("animalsPresent", .int(record.animals)),
                // `45.777222,3.087025`: degrees, latitude first.
                ("position", JSON(record.position.map { "\($0.point)" })),
            ]
                + record.themes.filter { $0.theme != .holding }.map { theme, rows in
                    (theme.rawValue, RecordShape.json(rows, theme.fields))
                })
    }

    static func animal(_ record: AnimalRecord) -> JSON {
        let identity = record.themes.first { $0.theme == .identity }?.rows.first ?? []
        return .object(
            [
                ("number", .text(record.animal.number.description)),
                ("department", .text(record.animal.department)),
            ]
                + RecordShape.pairs(identity, AnimalTheme.identity.fields)
                + record.themes.filter { $0.theme != .identity }.map { theme, rows in
                    (theme.rawValue, RecordShape.json(rows, theme.fields))
                })
    }

    static func intervention(_ record: InterventionRecord) -> JSON {
        let identity = record.intervention
        return .object(
            [("number", .text(identity.number)), ("department", .text(identity.department))]
                + RecordShape.pairs(record.head, InterventionTheme.head.fields)
                + [
                    (
                        "diseases",
                        .list(
                            record.diseases.map { disease in
                                json(disease, isAuthority: record.withAuthority.contains(disease.state.disease))
                            })
                    )
                ]
                + record.themes.map { ($0.theme.name, RecordShape.json($0.rows, $0.theme.fields)) })
    }

    private static func json(_ disease: InterventionSummary.Disease, isAuthority: Bool) -> JSON {
        let state = disease.state
        guard case .object(let short) = InterventionOperations.json(disease) else { return .null }
        return .object(
            short + [
                ("inCharge", .text(isAuthority ? "authority" : "delegate")),
                ("uninterpretable", .int(state.uninterpretable)), ("awaitingDecision", .int(state.awaitingDecision)),
                ("doubtfulSeen", .int(state.doubtfulSeen)), ("testedOffDocument", .int(state.testedOffDocument)),
                ("presentUntested", .int(state.presentUntested)), ("milkFirstOn", .day(state.milkFirstOn)),
                ("milkLastOn", .day(state.milkLastOn)), ("computedOn", .day(state.computedOn)),
                ("changesOn", .day(state.changesOn)),
            ])
    }

    static let schemas: [(String, Schema)] = [
        ("HerdRecord", herdRecord), ("AnimalRecord", animalRecord), ("InterventionRecord", interventionRecord),
        ("DiseaseRecord", diseaseRecord),
    ]

    private static let herdRecord = Schema.object(
        RecordShape.named(HerdTheme.holding.fields) + [
            .init("department", Schemas.department), .init("code", .string), .init("class", .string),
            .init("openedOn", .nullable(Schemas.day)), .init("closedOn", .nullable(Schemas.day)),
            .init("animalsPresent", Schemas.count), .init("position", .nullable(.string)),
        ]
            + HerdTheme.allCases.filter { $0 != .holding }.map { theme in
                .init(
                    theme.rawValue, .list(RecordShape.schema(theme.fields)),
                    optional: !HerdTheme.own.contains(theme))
            })

    private static let animalRecord = Schema.object(
        [.init("number", .string), .init("department", Schemas.department)]
            + RecordShape.named(AnimalTheme.identity.fields)
            + AnimalTheme.allCases.filter { $0 != .identity }.map { theme in
                .init(theme.rawValue, .list(RecordShape.schema(theme.fields)))
            })

    private static let interventionRecord = Schema.object(
        [.init("number", Schemas.intervention), .init("department", Schemas.department)]
            + RecordShape.named(InterventionTheme.head.fields)
            + [.init("diseases", .list(.named("DiseaseRecord")))]
            + InterventionTheme.all.map { theme in
                .init(
                    theme.name, .list(RecordShape.schema(theme.fields)),
                    optional: !InterventionTheme.own.contains { $0.name == theme.name })
            })

    private static let diseaseRecord: Schema = {
        guard case .object(let short) = InterventionOperations.diseaseState else { return .anything }
        return .object(
            short + [
                .init("inCharge", .codes(["delegate", "authority"])), .init("uninterpretable", Schemas.count),
                .init("awaitingDecision", Schemas.count), .init("doubtfulSeen", Schemas.count),
                .init("testedOffDocument", Schemas.count), .init("presentUntested", Schemas.count),
                .init("milkFirstOn", .nullable(Schemas.day)), .init("milkLastOn", .nullable(Schemas.day)),
                .init("computedOn", .nullable(Schemas.day)), .init("changesOn", .nullable(Schemas.day)),
            ])
    }()
}
