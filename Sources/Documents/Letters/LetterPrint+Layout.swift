import Kernel

extension LetterPrint: PrintedDocument {
    private static let left = mm(22)
    private static let right = A4.width - mm(22)
    /// Window of an envelope with the letter folded in three: 100 × 35 mm, from 100 mm and 45 mm on.
    private static let window = Rect(x: mm(108), y: mm(47), width: mm(84), height: mm(32))
    private static let addressLines = 6
    private static let bodyStyle = TextStyle.plain(10)
    /// For a letter whose last lines would stand alone on a second page.
    private static let compactStyle = TextStyle.plain(9.2)

    package func layout(_ type: Typesetter) throws -> PageLayout {
        let lines = recipient.lines.count + 1
        guard lines <= LetterPrint.addressLines else { throw LetterFault.addressTooLong(lines: lines) }
        // A long name takes a second line where the window has room for it.
        let name = try Paragraph(
            recipient.name, in: type.face(.bold(10)), of: type, width: LetterPrint.window.width,
            (spacing: 1.3, maximumLines: lines < LetterPrint.addressLines ? 2 : 1, alignment: .left))
        let picture = try logo.map { try Picture(png: $0) }
        let heading = try Paragraph(sender.name, in: type.face(.bold(10)), of: type, width: mm(80))
        let pages = try bodyPages(type)
        return PageLayout(
            pages: pages.enumerated().map { index, page in
                { canvas in
                    if isDraft { drawDraftMark(canvas, A4.sheet) }
                    if index == 0 { drawHead(canvas, picture, heading, name) }
                    page.draw(canvas)
                    drawFoot(canvas, PagePlace(number: index + 1, total: pages.count))
                }
            })
    }

    private func bodyPages(_ type: Typesetter) throws -> [FlowPage] {
        func pages(_ style: TextStyle) throws -> [FlowPage] {
            flow(try items(type, style), firstTop: mm(97), top: mm(25), bottom: mm(277))
        }
        let usual = try pages(LetterPrint.bodyStyle)
        guard usual.count == 2 else { return usual }
        let compact = try pages(LetterPrint.compactStyle)
        return compact.count == 1 ? compact : usual
    }

    private func items(_ type: Typesetter, _ style: TextStyle) throws -> [FlowItem] {
        var builder = FlowBuilder(type, left: LetterPrint.left, width: LetterPrint.right - LetterPrint.left)
        if let reference { try builder.paragraph("Nos réf. : \(reference)", .plain(9)) }
        try builder.paragraph("Objet : \(text.subject)", .bold(10), gap: 2, keepsWithNext: true)
        for (index, paragraph) in text.paragraphs.enumerated() {
            let isLast = index == text.paragraphs.count - 1
            switch paragraph {
            case .text(let text):
                // A signature never stands alone on a page.
                try builder.paragraph(
                    text, style, gap: index == 0 ? mm(7) : mm(2.8), keepsWithNext: isLast)
            case .bullet(let text): try builder.bullet(text, style, gap: mm(1.2))
            }
        }
        builder.add(try signatureItem(type))
        return builder.items
    }

    /// Function, room to sign and name on the right, enclosures and copies on the left: never parted.
    private func signatureItem(_ type: Typesetter) throws -> FlowItem {
        var notes: [Paragraph] = []
        for (title, lines) in [("P. J.", enclosures), ("Copie", copies)] where !lines.isEmpty {
            notes.append(
                try Paragraph(
                    "\(title) : \(lines.joined(separator: " ; "))", in: type.face(.plain(8.5)), of: type, width: mm(80))
            )
        }
        let notesHeight = notes.reduce(0) { $0 + $1.height + mm(1.5) }
        return FlowItem(height: max(mm(31), notesHeight), gap: mm(6)) { canvas, top in
            let x = mm(112)
            let room = LetterPrint.right - x
            canvas.text(signatory.function, LetterPrint.bodyStyle, .left(x, top + 10, width: room))
            canvas.text(signatory.name, .bold(10), .left(x, top + mm(30), width: room))
            var noteTop = top + max(0, mm(31) - notesHeight)
            for note in notes {
                canvas.paragraph(note, LetterPrint.left, noteTop)
                noteTop += note.height + mm(1.5)
            }
        }
    }

    private func drawHead(_ canvas: Canvas, _ picture: Picture?, _ heading: Paragraph, _ name: Paragraph) {
        var top = mm(14)
        if let picture { top += canvas.picture(picture, LetterPrint.left, top, (mm(60), mm(22))) + mm(2) }
        canvas.paragraph(heading, LetterPrint.left, top)
        top += heading.height
        for (index, line) in sender.lines.prefix(6).enumerated() {
            canvas.text(
                line, .plain(8.5), .left(LetterPrint.left, top + 11 * Double(index + 1), width: mm(80)))
        }
        let window = LetterPrint.window
        if let sendingMode {
            canvas.text(sendingMode, .bold(8.5), .left(window.x, window.y - mm(4), width: window.width))
        }
        canvas.paragraph(name, window.x, window.y + mm(4) - 10)
        for (index, line) in recipient.lines.enumerated() {
            let row = Double(index + name.lineCount)
            canvas.text(
                line, .plain(10), .left(window.x, window.y + mm(4) + 13.5 * row, width: window.width))
        }
        canvas.text(
            "\(place), le \(day.longFrench)", LetterPrint.bodyStyle, .left(window.x, mm(88), width: window.width))
        // Where to fold for an envelope of 110 mm.
        canvas.line(mm(4), mm(99), mm(8), mm(99), weight: 0.3)
        canvas.line(mm(4), mm(198), mm(8), mm(198), weight: 0.3)
    }

    private func drawFoot(_ canvas: Canvas, _ place: PagePlace) {
        guard place.total > 1 else { return }
        canvas.text(
            reference ?? text.subject, .narrow(7.5),
            .left(LetterPrint.left, mm(287), width: LetterPrint.right - LetterPrint.left - mm(20)))
        canvas.text("page \(place.number)/\(place.total)", .narrow(8), .right(LetterPrint.right, mm(287)))
    }
}
