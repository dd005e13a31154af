import Kernel

/// Draws the tuberculin report form: the rubrics of PRO-178, to be filled in by hand.
struct TuberculinPage {
    let print: TuberculinPrint
    let left = mm(8)
    let right = A4.width - A4.margin

    init(print: TuberculinPrint) { self.print = print }

    func draw(_ canvas: Canvas, _ barcode: Code128?, _ notice: Paragraph, _ place: PagePlace) {
        if print.edition.isDraft { drawDraftMark(canvas, Rect(x: left, y: 0, width: right - left, height: A4.height)) }
        drawInterventionNumber(canvas, print.head, barcode)
        drawHeading(canvas)
        drawTest(canvas, top: mm(46))
        drawCounts(canvas, top: mm(66))
        drawNonNegative(canvas, top: mm(92))
        drawUntested(canvas, top: mm(203))
        drawSignature(canvas, top: mm(252))
        canvas.paragraph(notice, left, mm(276))
        canvas.text(
            "Rapport de tuberculination · intervention \(print.head.groupedNumber) · "
                + "édition n° \(print.edition.number)",
            .narrow(6.5), .left(left, mm(291)))
        place.draw(canvas)
    }

    private func drawHeading(_ canvas: Canvas) {
        let head = print.head
        canvas.text("Rapport de tuberculination", .bold(14), .left(left, mm(12)))
        canvas.text("Prophylaxie de la tuberculose bovine – \(head.campaign)", .plain(8.5), .left(left, mm(17)))
        canvas.text(
            "Bovins à tester : \(print.form.requested)", .bold(9), .left(left, mm(22.5)))
        let boxes = [
            (
                "Exploitation", "EDE \(head.holding)",
                [head.keeper.name] + head.keeper.lines.prefix(2) + [head.herd]
            ),
            (
                "Vétérinaire sanitaire", head.veterinarian.name,
                (head.orderNumber.map { ["N° ordinal \($0)"] } ?? []) + head.veterinarian.lines.prefix(3)
            ),
        ]
        let width = (right - left - mm(2)) / 2
        for (index, box) in boxes.enumerated() {
            let frame = Rect(
                x: left + Double(index) * (width + mm(2)), y: mm(25.5), width: width, height: mm(18.5))
            canvas.box(frame)
            let room = frame.width - mm(3)
            let title = canvas.text(box.0, .narrow(6), .right(frame.right - mm(1.2), frame.y + mm(2.8)))
            canvas.text(box.1, .bold(9), .left(frame.x + mm(1.2), frame.y + mm(3.9), width: room - title - 4))
            for (line, text) in box.2.prefix(4).enumerated() {
                canvas.text(
                    text, .narrow(7.5),
                    .left(frame.x + mm(1.2), frame.y + mm(7.6 + 3.3 * Double(line)), width: room))
            }
        }
    }

    private func drawTest(_ canvas: Canvas, top: Points) {
        section(canvas, "Test réalisé", top)
        let first = top + mm(9)
        let second = top + mm(16)
        canvas.text("Type :", .plain(9), .left(left, first))
        canvas.checkbox(left + mm(13), first, size: 9)
        canvas.text("IDS (intradermotuberculination simple)", .plain(9), .left(left + mm(17.5), first))
        canvas.checkbox(left + mm(92), first, size: 9)
        canvas.text("IDC (intradermotuberculination comparative)", .plain(9), .left(left + mm(96.5), first))
        canvas.text("Injection le : ____ / ____ / ________", .plain(9), .left(left, second))
        canvas.text("Lecture le : ____ / ____ / ________", .plain(9), .left(left + mm(64), second))
        canvas.text("Lecture subjective :", .plain(9), .left(left + mm(128), second))
        canvas.checkbox(left + mm(161), second, size: 9)
        canvas.text("oui", .plain(9), .left(left + mm(165.5), second))
        canvas.checkbox(left + mm(176), second, size: 9)
        canvas.text("non", .plain(9), .left(left + mm(180.5), second))
    }

    private func drawSignature(_ canvas: Canvas, top: Points) {
        canvas.text("Je certifie l’exactitude de ces résultats.", .plain(9), .left(left, top + mm(5)))
        canvas.text("Fait le : ____ / ____ / ________", .plain(9), .left(left, top + mm(13)))
        canvas.text("à : ______________________________", .plain(9), .left(left, top + mm(20)))
        let frame = Rect(x: mm(110), y: top, width: right - mm(110), height: mm(22))
        canvas.box(frame)
        canvas.text("Signature et cachet du vétérinaire", .narrow(7), .left(frame.x + 4, frame.y + mm(3)))
    }
}
