extension LabelSheet {
    /// Modules of a French animal number with its quiet zones: FR in set B, ten digits in set C, check and stop.
    private static let modulesOfAnimalNumber = 143.0

    /// Table width that holds the columns of an animal, and height that holds its two lines, in millimetres.
    static let tableWidthAtLeast = 85.0
    static let rowHeightAtLeast = 5.5
    /// Heading of every page, and foot with legend and page number, in millimetres.
    static let headingHeight = 30.0
    static let footHeight = 13.0
    /// Left edge of the table.
    static let tableLeft = 8.0
    private static let pageWidth = 210.0
    private static let pageHeight = 297.0

    /// Height of an animal's row in millimetres.
    var rowHeight: Double { pitchY * Double(labelsPerAnimal) / Double(columns) }

    /// Throws the first thing that would make labels unreadable or misplaced.
    package func check() throws(LabelSheetFault) {
        guard columns >= 1, rows >= 1, labelsPerAnimal >= 1, columns % labelsPerAnimal == 0 else { throw .grid }
        let lengths = [left, top, labelWidth, labelHeight, pitchX, pitchY, moduleWidth]
        guard lengths.allSatisfy({ $0.isFinite && $0 > 0 }), offsetX.isFinite, offsetY.isFinite else { throw .length }
        guard columns == 1 || pitchX >= labelWidth, rows == 1 || pitchY >= labelHeight else { throw .pitch }
        guard moduleWidth >= Code128.narrowestModule else { throw .moduleTooNarrow(moduleWidth) }
        let needed = moduleWidth * LabelSheet.modulesOfAnimalNumber
        guard needed <= labelWidth else { throw .barcodeTooWide(needed: needed, label: labelWidth) }
        guard rowHeight >= LabelSheet.rowHeightAtLeast else { throw .rowTooLow(rowHeight) }
        let tableWidth = left - LabelSheet.tableLeft - 2
        guard tableWidth >= LabelSheet.tableWidthAtLeast else { throw .tableTooNarrow(tableWidth) }
        try checkBounds()
    }

    private func checkBounds() throws(LabelSheetFault) {
        let right = left + pitchX * Double(columns - 1) + labelWidth + offsetX
        let bottom = top + pitchY * Double(rows - 1) + labelHeight
        guard left + offsetX >= 0, right <= LabelSheet.pageWidth, bottom + offsetY <= LabelSheet.pageHeight else {
            throw .outsidePage
        }
        guard top >= LabelSheet.headingHeight, top + offsetY >= 0,
            bottom <= LabelSheet.pageHeight - LabelSheet.footHeight
        else { throw .headingTooLow(top) }
    }
}
