/// Where the rows of the table and their labels lie on a page. A slot is the place of one animal: a row and its labels.
struct SlotGrid {
    let sheet: LabelSheet
    let rowHeight: Points
    let slotsPerPage: Int
    private let slotsPerLabelRow: Int

    init(_ sheet: LabelSheet) {
        self.sheet = sheet
        rowHeight = mm(sheet.rowHeight)
        slotsPerLabelRow = sheet.columns / sheet.labelsPerAnimal
        slotsPerPage = sheet.rows * slotsPerLabelRow
    }

    /// The first slot of the first row of labels that begins below `y`; `slotsPerPage` when none does.
    func firstSlot(below y: Points) -> Int {
        for row in 0..<sheet.rows where mm(sheet.top + Double(row) * sheet.pitchY) >= y {
            return row * slotsPerLabelRow
        }
        return slotsPerPage
    }

    /// Top of an animal's row. Not moved by the offset, which is for labels.
    func rowTop(_ slot: Int) -> Points { mm(sheet.top) + Double(slot) * rowHeight }

    /// The labels of a slot, from left to right, moved by the printer's offset.
    func labels(_ slot: Int) -> [Rect] {
        (0..<sheet.labelsPerAnimal).map { copy in
            let (row, column) = (slot * sheet.labelsPerAnimal + copy).quotientAndRemainder(dividingBy: sheet.columns)
            return label(row: row, column: column)
        }
    }

    func label(row: Int, column: Int) -> Rect {
        Rect(
            x: mm(sheet.left + Double(column) * sheet.pitchX + sheet.offsetX),
            y: mm(sheet.top + Double(row) * sheet.pitchY + sheet.offsetY),
            width: mm(sheet.labelWidth), height: mm(sheet.labelHeight))
    }
}
