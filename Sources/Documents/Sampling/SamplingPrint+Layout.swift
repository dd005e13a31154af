import Kernel

extension SamplingPrint: PrintedDocument {
    /// Most plans that the table has columns for.
    static let maximumPlans = 6

    package func layout(_ type: Typesetter) throws -> PageLayout {
        try checkContents()
        try sheet.check()
        let grid = SlotGrid(sheet)
        let heading = try SamplingHeading(self, type)
        let pages = samplingPages(
            animals, spares: copy == .farmer ? 0...0 : spareRows,
            firstSlot: grid.firstSlot(below: heading.bottom + AnimalTable.headHeight), slotsPerPage: grid.slotsPerPage)
        let labels = copy == .farmer ? nil : try LabelBatch(of: self, on: pages, type.barcodes)
        let form = try tuberculin.map { try TuberculinPrint(head: head, edition: edition, form: $0).page(type) }
        let total = pages.count + (form == nil ? 0 : 1)

        var layout = PageLayout(pages: [], labels: labels?.barcodes ?? 0, findings: labels?.findings ?? [])
        for (index, page) in pages.enumerated() {
            let place = PagePlace(number: index + 1, total: total)
            layout.pages.append { canvas in draw(canvas, page, place, (heading, grid, labels)) }
        }
        if let form { layout.pages.append { canvas in form(canvas, PagePlace(number: total, total: total)) } }
        return layout
    }

    private func checkContents() throws(SamplingFault) {
        guard head.hasValidNumber else { throw .interventionNumber(head.number) }
        guard plans.count <= SamplingPrint.maximumPlans else { throw .tooManyPlans(plans.count) }
        let marks = Set(plans.map(\.mark))
        var seen: Set<AnimalNumber> = []
        for animal in animals {
            if let mark = animal.requested.subtracting(marks).min() {
                throw .unknownPlan(mark: mark, animal: animal.number)
            }
            guard seen.insert(animal.number).inserted else { throw .animalTwice(animal.number) }
        }
    }

    private func draw(
        _ canvas: Canvas, _ page: SamplingPage, _ place: PagePlace,
        _ parts: (heading: SamplingHeading, grid: SlotGrid, labels: LabelBatch?)
    ) {
        let table = AnimalTable(self, parts.grid)
        if edition.isDraft { drawDraftMark(canvas, Rect(x: table.left, y: 0, width: table.width, height: A4.height)) }
        parts.heading.draw(canvas, isFirst: place.number == 1)
        table.draw(canvas, page)
        parts.labels?.draw(canvas, page, parts.grid)
        drawFoot(canvas, place)
    }

    /// Legend of the reasons, what this paper is, and the page number within the document.
    private func drawFoot(_ canvas: Canvas, _ place: PagePlace) {
        let left = mm(LabelSheet.tableLeft)
        let right = A4.width - A4.margin
        let legend = reasons.map { "\($0.code) \($0.label)" }.joined(separator: " · ")
        canvas.text(
            "Motifs de non-réalisation : \(legend)", .narrow(6.5), .left(left, mm(287.5), width: right - left))
        let validity = edition.validUntil.map { " · valable jusqu’au \($0.french)" } ?? ""
        let kind = copy == .farmer ? "DAP, copie éleveur" : "DAP"
        canvas.text(
            "\(kind) · intervention \(head.groupedNumber) · édition n° \(edition.number)\(validity)", .narrow(6.5),
            .left(left, mm(291), width: right - left - mm(20)))
        place.draw(canvas)
    }
}

/// Page number within one document, whatever file it is in.
struct PagePlace {
    let number: Int
    let total: Int

    func draw(_ canvas: Canvas, baseline: Points = mm(291)) {
        canvas.text("page \(number)/\(total)", .bold(8), .right(A4.width - A4.margin, baseline))
    }
}
