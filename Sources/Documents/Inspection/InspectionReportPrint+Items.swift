import Kernel

extension InspectionReportPrint {
    private static let text = TextStyle.plain(9.5)

    /// The report's text, from the inspected object to the signature.
    func items(_ type: Typesetter) throws -> [FlowItem] {
        var builder = FlowBuilder(
            type, left: InspectionReportPrint.left, width: InspectionReportPrint.right - InspectionReportPrint.left)
        try addObject(to: &builder)
        addValue(to: &builder)
        try addEvaluations(to: &builder)
        try addList("Motifs", reasons, to: &builder)
        try addList(articles.count > 1 ? "Articles enfreints" : "Article enfreint", articles, to: &builder)
        try addList("Courriers envoyés", letters.map(InspectionReportPrint.line), to: &builder)
        if let comment {
            try addHeading("Commentaire", to: &builder)
            try builder.paragraph(comment, InspectionReportPrint.text, gap: mm(1.5))
        }
        try addIssuer(to: &builder)
        return builder.items
    }

    private func addHeading(_ text: String, to builder: inout FlowBuilder) throws {
        try builder.heading(text, .bold(11), gap: mm(5))
    }

    private func addObject(to builder: inout FlowBuilder) throws {
        try addHeading("Objet inspecté", to: &builder)
        let veterinarian = head.veterinarian.name + (head.orderNumber.map { " (n° ordinal \($0))" } ?? "")
        let known = [
            ReportedFact("Intervention", "\(head.groupedNumber), \(head.campaign)"),
            ReportedFact("Exploitation", "EDE \(head.holding) – \(head.keeper.name)"),
            ReportedFact("Adresse", head.keeper.lines.joined(separator: ", ")),
            ReportedFact("Atelier", [head.herd, head.herdClass].compactMap { $0 }.joined(separator: " – ")),
            ReportedFact("Vétérinaire sanitaire", veterinarian),
        ]
        for (index, fact) in (known + facts).enumerated() where !fact.value.isEmpty {
            try addFact(fact, gap: index == 0 ? mm(1.5) : mm(0.5), to: &builder)
        }
    }

    /// Name on the left, value beside it.
    private func addFact(
        _ fact: ReportedFact, gap: Points, keepsWithNext: Bool = false, to builder: inout FlowBuilder
    ) throws {
        let first = builder.items.count
        try builder.paragraph(
            fact.value, InspectionReportPrint.text, gap: gap, indent: mm(45), keepsWithNext: keepsWithNext)
        let style = InspectionReportPrint.text
        builder.decorate(first) { canvas, top, lineHeight in
            canvas.text(
                fact.name, style,
                .left(InspectionReportPrint.left, top + (lineHeight + style.capHeight) / 2, width: mm(43)))
        }
    }

    private func addValue(to builder: inout FlowBuilder) {
        let text = "Résultat de l’inspection : \(value.rawValue) – \(value.label)"
        builder.add(
            FlowItem(height: mm(11), gap: mm(6)) { canvas, top in
                let frame = Rect(
                    x: InspectionReportPrint.left, y: top,
                    width: InspectionReportPrint.right - InspectionReportPrint.left, height: mm(11))
                canvas.box(frame, weight: 1.5)
                canvas.text(text, .bold(13), .center(frame.middle, top + mm(7.2), width: frame.width - 12))
            })
    }

    private func addEvaluations(to builder: inout FlowBuilder) throws {
        try addHeading("Évaluation par maladie", to: &builder)
        let rows = evaluations.map { evaluation in
            [
                evaluation.disease, evaluation.value.rawValue, evaluation.value.label, evaluation.facts,
                evaluation.comment ?? "",
            ]
        }
        try builder.table(
            ReportTable(
                columns: [
                    .init("Maladie", share: 0.15), .init("Valeur", .center, share: 0.08),
                    .init("Signification", share: 0.24), .init("Constats", share: 0.28),
                    .init("Commentaire", share: 0.25),
                ], rows: rows))
    }

    private func addList(_ title: String, _ lines: [String], to builder: inout FlowBuilder) throws {
        guard !lines.isEmpty else { return }
        try addHeading(title, to: &builder)
        for line in lines { try builder.bullet(line, InspectionReportPrint.text, gap: mm(1)) }
    }

    private static func line(_ letter: SentLetter) -> String {
        "\(letter.day.french) : \(letter.title)" + (letter.reference.map { " (réf. \($0))" } ?? "")
    }

    private func addIssuer(to builder: inout FlowBuilder) throws {
        let facts = [
            ReportedFact("Émetteur", issuer.name), ReportedFact("Opérateur d’inspection", inspector),
            ReportedFact("Date d’émission", issued.french),
        ]
        for (index, fact) in facts.enumerated() {
            try addFact(fact, gap: index == 0 ? mm(8) : mm(0.5), keepsWithNext: index < 2, to: &builder)
        }
    }
}
