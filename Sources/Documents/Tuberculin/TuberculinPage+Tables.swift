extension TuberculinPage {
    func drawCounts(_ canvas: Canvas, top: Points) {
        section(canvas, "Nombre de bovins", top)
        let titles = [
            ("testés", ""), ("négatifs", ""), ("douteux", "IDS"), ("petits douteux", "IDC"), ("grands douteux", "IDC"),
            ("positifs", ""), ("non testés", ""),
        ]
        let width = (right - left) / Double(titles.count)
        let frame = Rect(x: left, y: top + mm(6), width: right - left, height: mm(17))
        canvas.box(frame, weight: 0.8)
        for (index, title) in titles.enumerated() {
            let x = frame.x + Double(index) * width
            canvas.text(title.0, .narrowBold(8), .center(x + width / 2, frame.y + mm(3.6), width: width - 4))
            canvas.text(title.1, .narrow(7), .center(x + width / 2, frame.y + mm(6.6)))
            if index > 0 { canvas.line(x, frame.y, x, frame.bottom, weight: 0.3) }
        }
        canvas.line(frame.x, frame.y + mm(7.6), frame.right, frame.y + mm(7.6), weight: 0.3)
    }

    func drawNonNegative(_ canvas: Canvas, top: Points) {
        section(
            canvas, "Bovins non négatifs", top,
            "N° complet (code pays et numéro national) ou étiquette collée ; mesures en millimètres, facultatives")
        let columns: [(title: String, width: Double)] = [
            ("N° national ou étiquette", 58), ("Douteux", 15), ("Petit douteux", 15), ("Grand douteux", 15),
            ("Positif", 15), ("B J0", 13), ("B J3", 13), ("A J0", 13), ("A J3", 13), ("Observation", 27),
        ]
        grid(canvas, top: top + mm(7), columns, (rows: 7, height: mm(14))) { index, rect in
            if (1...4).contains(index) { canvas.checkbox(rect.middle - 4.5, rect.y + rect.height / 2 + 3.6, size: 9) }
        }
    }

    func drawUntested(_ canvas: Canvas, top: Points) {
        let legend = print.form.reasons.map { "\($0.code) \($0.label)" }.joined(separator: " · ")
        section(canvas, "Bovins non testés", top, "Motif : \(legend)")
        let half: [(title: String, width: Double)] = [("N° national", 36), ("Motif", 12), ("Observation", 17.666)]
        grid(canvas, top: top + mm(7), half + half + half, (rows: 5, height: mm(7))) { _, _ in }
    }

    func section(_ canvas: Canvas, _ title: String, _ top: Points, _ hint: String = "") {
        let width = canvas.text(title, .bold(10), .left(left, top + mm(4)))
        canvas.text(
            hint, .narrow(7), .left(left + width + 8, top + mm(4), width: right - left - width - 8))
        canvas.line(left, top + mm(5.2), right, top + mm(5.2), weight: 0.8)
    }

    /// An empty table; `cell` draws what stands in each of its fields.
    private func grid(
        _ canvas: Canvas, top: Points, _ columns: [(title: String, width: Double)],
        _ rows: (rows: Int, height: Points), _ cell: (Int, Rect) -> Void
    ) {
        let total = columns.reduce(0) { $0 + $1.width }
        let scale = (right - left) / total
        let headHeight = mm(4.5)
        let bottom = top + headHeight + Double(rows.rows) * rows.height
        var x = left
        for (index, column) in columns.enumerated() {
            let width = column.width * scale
            canvas.text(column.title, .narrowBold(6.5), .center(x + width / 2, top + mm(3), width: width - 2))
            canvas.line(x, top, x, bottom, weight: 0.3)
            for row in 0..<rows.rows {
                cell(
                    index,
                    Rect(x: x, y: top + headHeight + Double(row) * rows.height, width: width, height: rows.height))
            }
            x += width
        }
        canvas.line(right, top, right, bottom, weight: 0.3)
        canvas.line(left, top, right, top, weight: 0.3)
        for row in 0...rows.rows {
            let y = top + headHeight + Double(row) * rows.height
            canvas.line(left, y, right, y, weight: 0.3)
        }
    }
}
