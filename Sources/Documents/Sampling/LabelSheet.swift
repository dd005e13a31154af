/// The paper with self-adhesive labels: where its labels are, and how far a printer misses them.
///
/// All lengths in millimetres from the upper left corner of the A4 page. The table of animals stands to the left of
/// the labels; its rows follow the pitch of the labels, so that a label always lies beside its animal.
package struct LabelSheet: Hashable, Sendable, Codable {
    /// Label columns and rows on a page.
    package var columns: Int
    package var rows: Int
    /// Equal labels for each animal, side by side; divides `columns`.
    package var labelsPerAnimal: Int
    /// Upper left corner of the first label.
    package var left: Double
    package var top: Double
    package var labelWidth: Double
    package var labelHeight: Double
    /// From one label to the next one, to the right and down.
    package var pitchX: Double
    package var pitchY: Double
    /// What a printer needs so that labels come out in their place: added to everything in the label zone.
    package var offsetX: Double
    package var offsetY: Double
    /// Width of the narrowest bar.
    package var moduleWidth: Double

    package init(
        columns: Int, rows: Int, labelsPerAnimal: Int = 1, origin: (left: Double, top: Double),
        label: (width: Double, height: Double), pitch: (x: Double, y: Double), offset: (x: Double, y: Double) = (0, 0),
        moduleWidth: Double = 0.33
    ) {
        self.columns = columns
        self.rows = rows
        self.labelsPerAnimal = labelsPerAnimal
        (left, top) = origin
        (labelWidth, labelHeight) = label
        (pitchX, pitchY) = pitch
        (offsetX, offsetY) = offset
        self.moduleWidth = moduleWidth
    }

    /// 2 × 20 labels of 48.5 × 12 mm, one for each animal: 40 animals on a page.
    package static let twoColumns = LabelSheet(
        columns: 2, rows: 20, origin: (107, 30), label: (48.5, 12), pitch: (49.5, 12.7))

    /// 1 × 20 labels of 55 × 12 mm: 20 animals on a page, with room to write.
    package static let oneColumn = LabelSheet(
        columns: 1, rows: 20, origin: (150, 30), label: (55, 12), pitch: (55, 12.7))

    /// The two columns with two equal labels for each animal: tube and report.
    package static let pairs = LabelSheet(
        columns: 2, rows: 20, labelsPerAnimal: 2, origin: (107, 30), label: (48.5, 12), pitch: (49.5, 12.7))

    /// The same sheet on a printer that needs another offset.
    package func shifted(x: Double, y: Double) -> LabelSheet {
        var sheet = self
        sheet.offsetX += x
        sheet.offsetY += y
        return sheet
    }
}

/// What is wrong with a label sheet. Lengths in millimetres.
package enum LabelSheetFault: Error, Hashable, Sendable {
    /// Columns, rows or labels per animal below 1, or columns no multiple of the labels per animal.
    case grid
    /// A length that is not a number, or not above zero.
    case length
    /// Labels overlap: the pitch is less than the label.
    case pitch
    /// The narrowest bar is under 0.25 mm.
    case moduleTooNarrow(Double)
    /// An animal number with its quiet zones, at the module asked for, does not fit on the label.
    case barcodeTooWide(needed: Double, label: Double)
    /// With the offset, labels leave the page.
    case outsidePage
    /// Rows of the table would be lower than two lines of text (5.5 mm).
    case rowTooLow(Double)
    /// The labels leave too little width (85 mm) for the table.
    case tableTooNarrow(Double)
    /// The labels begin above the heading (28 mm) or leave no room for the foot.
    case headingTooLow(Double)
}
