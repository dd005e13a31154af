import Kernel

/// The page with which one sets the offset of a printer and tries a stock of label paper before using it
/// (PRO-159, PRO-161): label outlines with crosses, rulers, and a symbol on every label to try the scanner.
package struct PrinterTestPrint: Hashable, Sendable, PrintedDocument {
    package var sheet: LabelSheet
    /// Printed on the page, e.g. the printer's name.
    package var printer: String
    package var day: Day

    package init(sheet: LabelSheet, printer: String, day: Day) {
        self.sheet = sheet
        self.printer = printer
        self.day = day
    }

    package func layout(_ type: Typesetter) throws -> PageLayout {
        try sheet.check()
        var codes: [Code128] = []
        for number in 1...(sheet.rows * sheet.columns) {
            codes.append(try type.barcodes.encode(PrinterTestPrint.text(of: number)))
        }
        let steps = try PrinterTestPrint.instructions.map {
            try Paragraph($0, in: type.face(.plain(8.5)), of: type, width: mm(sheet.left - 14) - mm(22))
        }
        return PageLayout(pages: [{ draw($0, codes, steps) }], labels: codes.count)
    }

    /// What the symbol of label `number` says: as long as an animal number, but of no country.
    package static func text(of number: Int) -> String {
        let digits = String(number)
        return "XX" + String(repeating: "0", count: 10 - digits.count) + digits
    }

    private static let instructions = [
        "1. Imprimer cette page à 100 %, sans ajustement à la page, sur une feuille d’étiquettes.",
        "2. Mesurer de combien de millimètres les croix s’écartent du coin supérieur gauche des étiquettes : "
            + "vers la droite et vers le bas comptés en plus, vers la gauche et vers le haut en moins.",
        "3. Retrancher ces écarts du décalage de cette imprimante et imprimer la page à nouveau.",
        "4. Les deux règles doivent mesurer exactement 100 mm ; sinon, l’impression est mise à l’échelle.",
        "5. Lire chaque étiquette avec la douchette. Un code illisible signale un défaut du papier ou du toner : "
            + "ne pas utiliser le lot.",
    ]

    private func draw(_ canvas: Canvas, _ codes: [Code128], _ steps: [Paragraph]) {
        canvas.text("Page d’essai des étiquettes", .bold(14), .left(mm(20), mm(14)))
        canvas.text(
            "\(printer) · \(day.french) · décalage x \(shown(sheet.offsetX)) mm, y \(shown(sheet.offsetY)) mm · "
                + "\(sheet.columns) × \(sheet.rows) étiquettes de \(shown(sheet.labelWidth)) × "
                + "\(shown(sheet.labelHeight)) mm",
            .narrow(8), .left(mm(20), mm(20), width: mm(185)))
        var top = mm(60)
        for step in steps {
            canvas.paragraph(step, mm(20), top)
            top += step.height + mm(2)
        }
        drawRuler(canvas, from: (mm(20), mm(286)), down: false)
        drawRuler(canvas, from: (mm(12), mm(40)), down: true)
        let grid = SlotGrid(sheet)
        for (index, code) in codes.enumerated() {
            let (row, column) = index.quotientAndRemainder(dividingBy: sheet.columns)
            drawLabel(canvas, code, index + 1, grid.label(row: row, column: column))
        }
    }

    private func drawLabel(_ canvas: Canvas, _ code: Code128, _ number: Int, _ place: Rect) {
        canvas.box(place, weight: 0.2)
        let arm = mm(2)
        canvas.line(place.x - arm, place.y, place.x + arm, place.y, weight: 0.5)
        canvas.line(place.x, place.y - arm, place.x, place.y + arm, weight: 0.5)
        let module = mm(sheet.moduleWidth)
        let width = Double(code.modules) * module
        canvas.bars(
            code, place.middle - width / 2, place.y + mm(2.2), module: module, height: place.height - mm(6.4))
        canvas.text("\(number)", .narrow(7), .left(place.x + mm(1.5), place.bottom - mm(1)))
        canvas.text(code.text, .narrow(7), .right(place.right - mm(1.5), place.bottom - mm(1)))
    }

    /// 100 mm with a mark each millimetre.
    private func drawRuler(_ canvas: Canvas, from start: (x: Points, y: Points), down: Bool) {
        for mark in 0...100 {
            let at = mm(Double(mark))
            let length = mm(mark % 10 == 0 ? 4 : mark % 5 == 0 ? 3 : 2)
            if down {
                canvas.line(start.x, start.y + at, start.x + length, start.y + at, weight: 0.2)
            } else {
                canvas.line(start.x + at, start.y, start.x + at, start.y + length, weight: 0.2)
            }
        }
        canvas.text("0", .narrow(7), .right(start.x - 2, start.y + 6))
        canvas.text(
            "100 mm", .narrow(7), down ? .left(start.x, start.y + mm(104)) : .left(start.x + mm(101), start.y + mm(3)))
    }

    private func shown(_ millimetres: Double) -> String {
        let hundredths = Int((millimetres * 100).rounded())
        let (whole, part) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
        return (hundredths < 0 ? "−" : "") + "\(whole),\(part < 10 ? "0" : "")\(part)"
    }
}
