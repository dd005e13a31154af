/// The intervention's number at the top right of a page, as a barcode (unless the paper is a draft) and in figures.
func drawInterventionNumber(_ canvas: Canvas, _ head: InterventionHead, _ barcode: Code128?) {
    let module = mm(0.33)
    // Twelve digits are 101 modules; the quiet zone lies between the symbol and the margin.
    let right = A4.width - A4.margin - Double(Code128.quietModules) * module
    let width = 101 * module
    canvas.text("Intervention", .narrow(6.5), .center(right - width / 2, mm(7.5)))
    if let barcode {
        canvas.bars(barcode, right - Double(barcode.modules) * module, mm(8.5), module: module, height: mm(10))
    }
    canvas.text(head.groupedNumber, .bold(10.5), .center(right - width / 2, mm(22.5)))
}

/// Name and lines of a party, one below the other, as many as the place holds.
func drawParty(_ canvas: Canvas, _ party: Party, _ place: Rect) {
    canvas.text(party.name, .narrowBold(8.5), .left(place.x, place.y + mm(4), width: place.width))
    let lines = Int((place.height - mm(4)) / mm(3.2))
    for (index, line) in party.lines.prefix(lines).enumerated() {
        canvas.text(
            line, .narrow(7), .left(place.x, place.y + mm(7.2 + 3.2 * Double(index)), width: place.width))
    }
}

/// What a paper says that nobody issued.
let draftMark = "BROUILLON – SANS VALEUR"

/// Across a page that must not be used: what it says stays readable, and nothing on it can be scanned.
func drawDraftMark(_ canvas: Canvas, _ place: Rect) {
    // Slanted, the words are some thirteen times as wide as they are high.
    let size = min(26, place.width / 13.5)
    for y in [mm(140), mm(232)] { canvas.outlined(draftMark, size: size, middle: (place.middle, y)) }
}
