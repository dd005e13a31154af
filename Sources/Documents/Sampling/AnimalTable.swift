import Kernel

/// The table of animals: one row each, as high as the pitch of the labels allows.
struct AnimalTable {
    static let headHeight = mm(5)

    let left = mm(LabelSheet.tableLeft)
    let width: Points
    private let document: SamplingPrint
    private let grid: SlotGrid
    /// Left edges of the columns, in the order of `drawHead`, and the table's right edge.
    private let edges: [Points]

    private static let planWidth = mm(4.7)

    init(_ document: SamplingPrint, _ grid: SlotGrid) {
        self.document = document
        self.grid = grid
        // Without labels the whole width is the table's.
        let right = document.copy == .farmer ? A4.width - A4.margin : mm(document.sheet.left - 2)
        width = right - left
        // Working number, number and birth, sex and entry, one per plan, already sampled; the rest is the reason.
        var edges = [left, left + mm(13.5), left + mm(40.5), left + mm(58.5)]
        for _ in document.plans { edges.append(edges[edges.count - 1] + AnimalTable.planWidth) }
        edges.append(edges[edges.count - 1] + mm(6))
        self.edges = edges + [right]
    }

    func draw(_ canvas: Canvas, _ page: SamplingPage) {
        guard !page.rows.isEmpty else { return }
        let top = grid.rowTop(page.firstSlot)
        drawHead(canvas, top)
        for (index, row) in page.rows.enumerated() {
            let rowTop = grid.rowTop(page.firstSlot + index)
            canvas.line(left, rowTop + grid.rowHeight, edges[edges.count - 1], rowTop + grid.rowHeight, weight: 0.3)
            switch row {
            case .animal(let animal): draw(canvas, animal, rowTop)
            case .spare(let number): drawSpare(canvas, number, rowTop)
            }
        }
        let bottom = grid.rowTop(page.firstSlot + page.rows.count)
        for edge in edges { canvas.line(edge, top, edge, bottom, weight: 0.3) }
    }

    private func drawHead(_ canvas: Canvas, _ top: Points) {
        let style = TextStyle.narrowBold(6.5)
        let upper = top - mm(2.9)
        let lower = top - mm(0.8)
        canvas.line(left, top, edges[edges.count - 1], top, weight: 1)
        canvas.text("N° de", style, .left(edges[0] + 2, upper))
        canvas.text("travail", style, .left(edges[0] + 2, lower))
        canvas.text("N° national", style, .left(edges[1] + 2, upper))
        canvas.text("né(e) le", style, .left(edges[1] + 2, lower))
        canvas.text("Sexe, race", style, .left(edges[2] + 2, upper))
        canvas.text("entrée", style, .left(edges[2] + 2, lower))
        for (index, plan) in document.plans.enumerated() {
            let middle = edges[3 + index] + AnimalTable.planWidth / 2
            canvas.text(plan.mark, .bold(8), .center(middle, lower, width: AnimalTable.planWidth - 1))
        }
        let done = 3 + document.plans.count
        canvas.text("Déjà", style, .left(edges[done] + 1, upper))
        canvas.text("prél.", style, .left(edges[done] + 1, lower))
        let room = edges[done + 2] - edges[done + 1] - 4
        canvas.text("Si non fait,", style, .left(edges[done + 1] + 3, upper, width: room))
        canvas.text("motif", style, .left(edges[done + 1] + 3, lower, width: room))
    }

    private func draw(_ canvas: Canvas, _ animal: SampledAnimal, _ top: Points) {
        let height = grid.rowHeight
        let upper = top + height * 0.5 - 1.5
        let lower = top + height * 0.5 + 6.2
        let working: TextStyle = animal.requested.isEmpty ? .narrow(13) : .narrowBold(13)
        canvas.text(
            animal.workingNumber, working,
            .left(edges[0] + 2, top + (height + working.capHeight) / 2, width: edges[1] - edges[0] - 3))
        let numberRoom = edges[2] - edges[1] - 3
        canvas.text(animal.number.grouped, .narrowBold(7.5), .left(edges[1] + 2, upper, width: numberRoom))
        canvas.text(animal.birth.french, .narrow(7), .left(edges[1] + 2, lower, width: numberRoom))
        let entryRoom = edges[3] - edges[2] - 3
        canvas.text("\(animal.sex) \(animal.breed)", .narrow(7.5), .left(edges[2] + 2, upper, width: entryRoom))
        let entry = [animal.entryCause, animal.entryDay?.french].compactMap { $0 }.joined(separator: " ")
        canvas.text(entry, .narrow(7), .left(edges[2] + 2, lower, width: entryRoom))
        drawPlans(canvas, animal, top)
    }

    private func drawPlans(_ canvas: Canvas, _ animal: SampledAnimal, _ top: Points) {
        let middle = top + grid.rowHeight / 2
        for (index, plan) in document.plans.enumerated() where animal.requested.contains(plan.mark) {
            let x = edges[3 + index] + AnimalTable.planWidth / 2
            if animal.alreadySampled {
                canvas.text(plan.mark, .plain(7.5), .center(x, middle + 2.7, width: AnimalTable.planWidth - 1))
            } else {
                canvas.checkbox(x - 4, middle + 3.2, size: 8)
            }
        }
        let done = 3 + document.plans.count
        if animal.alreadySampled {
            canvas.text("✓", .bold(9), .center((edges[done] + edges[done + 1]) / 2, middle + 3.3))
        }
        if let note = animal.note {
            let room = edges[done + 2] - edges[done + 1] - 4
            canvas.text(note, .narrow(6.5), .left(edges[done + 1] + 3, middle + 2.4, width: room))
        }
    }

    private func drawSpare(_ canvas: Canvas, _ number: Int, _ top: Points) {
        let baseline = top + grid.rowHeight - 4
        canvas.text("R\(number)", .narrow(8), .left(edges[0] + 2, top + grid.rowHeight / 2 + 3))
        canvas.text("N°", .narrow(7), .left(edges[1] + 2, baseline))
        canvas.line(edges[1] + 12, baseline, edges[3] - 4, baseline, weight: 0.3)
        for index in document.plans.indices {
            let x = edges[3 + index] + AnimalTable.planWidth / 2
            canvas.checkbox(x - 4, top + grid.rowHeight / 2 + 3.2, size: 8)
        }
    }
}
