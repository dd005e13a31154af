import Kernel

/// The heading of a sampling document: everything above the table. The first page says it all, the others whose
/// document they are.
struct SamplingHeading {
    /// Where the first page's heading ends, with the notice of a document without animals.
    let bottom: Points

    let document: SamplingPrint
    private let barcode: Code128
    private let mention: Paragraph?
    let left = mm(LabelSheet.tableLeft)
    let right = A4.width - A4.margin
    private let mentionTop = mm(45.5)
    let plansTop: Points
    static let planHeight = mm(3.5)
    static let visitHeight = mm(10)
    static let noticeHeight = mm(14)

    init(_ document: SamplingPrint, _ type: Typesetter) throws {
        let room = right - left - mm(4)
        let mention = try document.mention.map {
            try Paragraph($0, in: type.face(.bold(8.5)), of: type, width: room, (1.25, 3, .center))
        }
        let plansTop = mention.map { mm(45.5) + $0.height + mm(2.5) } ?? mm(45.5)
        self.document = document
        self.mention = mention
        self.plansTop = plansTop
        barcode = try type.barcodes.encode(document.head.number)
        bottom =
            plansTop + Double(document.plans.count + 2) * SamplingHeading.planHeight + SamplingHeading.visitHeight
            + (document.animals.isEmpty ? SamplingHeading.noticeHeight : 0)
    }

    func draw(_ canvas: Canvas, isFirst: Bool) {
        let code = document.edition.isDraft ? nil : barcode
        drawInterventionNumber(canvas, document.head, code)
        drawTitle(canvas, isFirst: isFirst)
        guard isFirst else { return drawKeeperLine(canvas) }
        drawParty(canvas, document.head.issuer, Rect(x: left, y: mm(6), width: mm(52), height: mm(18)))
        drawBoxes(canvas)
        if let mention {
            canvas.box(Rect(x: left, y: mentionTop, width: right - left, height: mention.height + mm(1.5)), weight: 1.2)
            canvas.paragraph(mention, left + mm(2), mentionTop + mm(0.75))
        }
        drawPlans(canvas)
        drawVisit(canvas)
        if document.animals.isEmpty { drawNoAnimals(canvas) }
    }

    private func drawTitle(_ canvas: Canvas, isFirst: Bool) {
        let middle = isFirst ? mm(107) : mm(128)
        let width = isFirst ? mm(90) : mm(60)
        let style = TextStyle.bold(isFirst ? 12 : 8.5)
        let leading = style.size * 1.2
        var baseline = mm(10.5)
        for line in ["Document d’accompagnement", "des prélèvements (DAP)"] {
            canvas.text(line, style, .center(middle, baseline, width: width))
            baseline += leading
        }
        canvas.text(document.head.campaign, .plain(8.5), .center(middle, baseline, width: width))
        guard document.copy == .farmer else { return }
        canvas.text("COPIE ÉLEVEUR – SANS ÉTIQUETTES", .bold(8), .center(middle, baseline + 11, width: width))
    }

    /// Continued pages: whose animals these are.
    private func drawKeeperLine(_ canvas: Canvas) {
        let head = document.head
        let width = mm(92)
        canvas.text("EDE \(head.holding) – \(head.keeper.name)", .bold(9), .left(left, mm(10.5), width: width))
        canvas.text(head.herd, .narrow(8), .left(left, mm(14.5), width: width))
        canvas.text(head.veterinarian.name, .narrow(8), .left(left, mm(18), width: width))
        canvas.text(
            "Édition n° \(document.edition.number) du \(document.edition.day.french)", .narrow(8),
            .left(left, mm(21.5), width: width))
    }

    private func drawBoxes(_ canvas: Canvas) {
        let head = document.head
        let edition = document.edition
        let keeper = [head.keeper.name] + head.keeper.lines
        let herd = [head.herd, head.herdClass].compactMap { $0 }.joined(separator: " – ")
        drawBox(canvas, (left, mm(68)), "Exploitation", "EDE \(head.holding)", keeper.prefix(3) + [herd])
        let order = head.orderNumber.map { ["N° ordinal \($0)"] } ?? []
        drawBox(
            canvas, (left + mm(69), mm(66)), "Vétérinaire sanitaire", head.veterinarian.name,
            order + head.veterinarian.lines.prefix(3))
        let frozen = edition.validated.map { "Validée le \($0.french), liste figée" } ?? draftMark
        let validity = edition.validUntil.map { "Valable jusqu’au \($0.french)" }
        drawBox(
            canvas, (left + mm(136), right - left - mm(136)), "Édition",
            "N° \(edition.number) du \(edition.day.french)",
            [frozen, validity, "Âges calculés au \(edition.referenceDay.french)", document.display].compactMap { $0 })
    }

    /// A frame with a small title, a bold first line and up to four more.
    private func drawBox(
        _ canvas: Canvas, _ place: (x: Points, width: Points), _ title: String, _ first: String, _ lines: [String]
    ) {
        let frame = Rect(x: place.x, y: mm(25.5), width: place.width, height: mm(19))
        canvas.box(frame)
        let x = frame.x + mm(1.2)
        let room = frame.width - mm(2.4)
        let titleWidth = canvas.text(title, .narrow(6), .right(frame.right - mm(1.2), frame.y + mm(2.8)))
        canvas.text(first, .narrowBold(9), .left(x, frame.y + mm(3.9), width: room - titleWidth - 4))
        for (index, line) in lines.prefix(4).enumerated() {
            let isFrozenMark = title == "Édition" && index == 0
            canvas.text(
                line, isFrozenMark ? .narrowBold(7.5) : .narrow(7.5),
                .left(x, frame.y + mm(7.6 + 3.35 * Double(index)), width: room))
        }
    }
}
