import Kernel

extension InspectionReportPrint: PrintedDocument {
    static let left = mm(18)
    static let right = A4.width - mm(18)

    package func layout(_ type: Typesetter) throws -> PageLayout {
        let marks = try marks.map {
            try Paragraph(
                $0, in: type.face(.bold(9.5)), of: type,
                width: InspectionReportPrint.right - InspectionReportPrint.left - 12,
                (1.3, 6, .left))
        }
        let top = mm(40) + marks.reduce(0) { $0 + $1.height + mm(4.5) }
        let pages = flow(try items(type), firstTop: top, top: mm(20), bottom: mm(278))
        return PageLayout(
            pages: pages.enumerated().map { index, page in
                { canvas in
                    if invalidated != nil { drawInvalidMark(canvas) }
                    if isDraft { drawDraftMark(canvas, A4.sheet) }
                    if index == 0 { drawHead(canvas, marks) } else { drawRunningHead(canvas) }
                    page.draw(canvas)
                    drawFoot(canvas, PagePlace(number: index + 1, total: pages.count))
                }
            })
    }

    /// What must be seen before all else: a version that was replaced, or one that replaces another.
    private var marks: [String] {
        var marks: [String] = []
        if let invalidated {
            marks.append("RAPPORT INVALIDÉ le \(invalidated.day.french). Motif : \(invalidated.reason)")
        }
        if let replaces {
            marks.append(
                "ANNULE ET REMPLACE la version \(replaces.version) du \(replaces.issued.french). "
                    + "Motif : \(replaces.reason)")
        }
        return marks
    }

    private var title: String { isDraft ? draftMark : "N° \(number) – version \(version)" }

    private func drawHead(_ canvas: Canvas, _ marks: [Paragraph]) {
        let (left, right) = (InspectionReportPrint.left, InspectionReportPrint.right)
        drawParty(canvas, issuer, Rect(x: left, y: mm(10), width: mm(80), height: mm(20)))
        canvas.text("Rapport d’inspection", .bold(16), .right(right, mm(17)))
        canvas.text(title, .bold(10), .right(right, mm(23), width: mm(95)))
        canvas.text(
            "\(isDraft ? "aperçu du" : "émis le") \(issued.longFrench)", .plain(9.5), .right(right, mm(28)))
        canvas.line(left, mm(34), right, mm(34), weight: 1)
        var top = mm(38)
        for mark in marks {
            canvas.box(
                Rect(x: left, y: top, width: right - left, height: mark.height + mm(2.5)), weight: 1.5)
            canvas.paragraph(mark, left + 6, top + mm(1.25))
            top += mark.height + mm(4.5)
        }
    }

    private func drawRunningHead(_ canvas: Canvas) {
        canvas.text(
            "Rapport d’inspection – \(title) – intervention \(head.groupedNumber)", .narrow(8.5),
            .left(InspectionReportPrint.left, mm(13)))
        canvas.line(InspectionReportPrint.left, mm(15), InspectionReportPrint.right, mm(15), weight: 0.4)
    }

    private func drawFoot(_ canvas: Canvas, _ place: PagePlace) {
        canvas.text(
            "Ce rapport ne préjuge pas de la décision de l’autorité délégante.", .narrow(7.5),
            .left(InspectionReportPrint.left, mm(287)))
        canvas.text("page \(place.number)/\(place.total)", .bold(8), .right(InspectionReportPrint.right, mm(287)))
    }

    private func drawInvalidMark(_ canvas: Canvas) {
        canvas.outlined("INVALIDÉ", size: 70, middle: (A4.width / 2, A4.height / 2))
    }
}
