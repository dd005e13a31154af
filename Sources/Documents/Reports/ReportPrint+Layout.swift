import Kernel

extension ReportPrint: PrintedDocument {
    private static let left = mm(18)
    private static let right = A4.width - mm(18)

    package func layout(_ type: Typesetter) throws -> PageLayout {
        let width = ReportPrint.right - ReportPrint.left
        let heading = try Paragraph(title, in: type.face(.bold(15)), of: type, width: width, (1.25, 4, .left))
        let under = try subtitle.map {
            try Paragraph($0, in: type.face(.plain(10)), of: type, width: width, (1.3, 4, .left))
        }
        let issued = ([issuer.name] + issuer.lines).joined(separator: " · ") + " · le \(day.longFrench)"
        let textTop = mm(16) + heading.height + (under.map { $0.height + mm(1) } ?? 0) + mm(9)

        var builder = FlowBuilder(type, left: ReportPrint.left, width: width)
        var firstOfChapter: [Int] = [0]
        for block in blocks {
            if case .pageBreak = block { firstOfChapter.append(builder.items.count) }
            try add(block, to: &builder)
        }
        let pages = paginate(builder.items, chapters: firstOfChapter, firstTop: textTop)
        return PageLayout(
            pages: pages.enumerated().map { index, page in
                { canvas in
                    if index == 0 {
                        canvas.paragraph(heading, ReportPrint.left, mm(16))
                        if let under { canvas.paragraph(under, ReportPrint.left, mm(17) + heading.height) }
                        canvas.text(
                            issued, .narrow(8), .left(ReportPrint.left, textTop - mm(5.2), width: width))
                        canvas.line(
                            ReportPrint.left, textTop - mm(3.5), ReportPrint.right, textTop - mm(3.5), weight: 0.8)
                    } else {
                        canvas.text(title, .narrow(8), .left(ReportPrint.left, mm(12), width: width))
                        canvas.line(ReportPrint.left, mm(13.5), ReportPrint.right, mm(13.5), weight: 0.4)
                    }
                    page.draw(canvas)
                    drawFoot(canvas, PagePlace(number: index + 1, total: pages.count))
                }
            })
    }

    private func paginate(_ items: [FlowItem], chapters: [Int], firstTop: Points) -> [FlowPage] {
        var pages: [FlowPage] = []
        for (index, start) in chapters.enumerated() {
            let end = index + 1 < chapters.count ? chapters[index + 1] : items.count
            // A break at the very beginning or end, or two in a row, makes no empty page.
            guard start < end || (items.isEmpty && index == 0) else { continue }
            pages += flow(
                Array(items[start..<end]), firstTop: pages.isEmpty ? firstTop : mm(17), top: mm(17), bottom: mm(280))
        }
        return pages
    }

    private func add(_ block: ReportBlock, to builder: inout FlowBuilder) throws {
        switch block {
        case .heading(let text, let level):
            try builder.heading(text, level == 1 ? .bold(12) : .bold(10), gap: level == 1 ? mm(6) : mm(4))
        case .paragraph(let text): try builder.paragraph(text, .plain(9.5), gap: mm(2.5))
        case .bullets(let texts): for text in texts { try builder.bullet(text, .plain(9.5), gap: mm(1)) }
        case .table(let table): try builder.table(table)
        case .pageBreak: break
        }
    }

    private func drawFoot(_ canvas: Canvas, _ place: PagePlace) {
        canvas.text(
            foot ?? "", .narrow(7),
            .left(ReportPrint.left, mm(288), width: ReportPrint.right - ReportPrint.left - mm(20)))
        canvas.text("page \(place.number)/\(place.total)", .bold(8), .right(ReportPrint.right, mm(288)))
    }
}
