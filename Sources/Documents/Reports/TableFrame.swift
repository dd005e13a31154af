/// Widths for columns that would like `natural` ones: with room to spare all grow in proportion; without it, columns
/// that ask for no more than their equal part keep what they ask for, so that numbers and dates are not broken, and
/// the wide ones share the rest.
func fittedWidths(_ natural: [Points], in width: Points) -> [Points] {
    let sum = natural.reduce(0, +)
    guard sum > width else { return natural.map { sum > 0 ? $0 * width / sum : 0 } }
    var widths = natural
    var open = Set(natural.indices)
    var rest = width
    while !open.isEmpty {
        let part = rest / Double(open.count)
        let content = open.filter { natural[$0] <= part }
        guard !content.isEmpty else {
            for index in open { widths[index] = part }
            break
        }
        for index in content { rest -= natural[index] }
        open.subtract(content)
    }
    return widths
}

/// A table being laid out: widths of its columns and styles of its cells.
struct TableFrame {
    let columns: [ReportTable.Column]
    let widths: [Points]
    let left: Points

    static let cellStyle = TextStyle.narrow(8.5)
    static let headStyle = TextStyle.narrowBold(8.5)
    static let padding: Points = 3
    static let leading = 1.25
    /// A cell longer than this is cut with "…": one text must not push all others off the page.
    static let maximumLines = 30

    var right: Points { left + widths.reduce(0, +) }

    init(_ table: ReportTable, _ type: Typesetter, left: Points, width: Points) throws {
        columns = table.columns
        self.left = left
        var natural: [Points] = []
        for (index, column) in table.columns.enumerated() {
            natural.append(try TableFrame.naturalWidth(index, column, table, type))
        }
        widths = TableFrame.share(width, table.columns.map(\.share), natural)
    }

    /// Width of the widest of the first 200 cells, but never so wide that other columns suffer.
    private static func naturalWidth(
        _ index: Int, _ column: ReportTable.Column, _ table: ReportTable, _ type: Typesetter
    ) throws -> Points {
        let head = try type.face(headStyle)
        let body = try type.face(cellStyle)
        var widest = type.width(of: String(column.title.prefix(40)), in: head)
        for row in table.rows.prefix(200) where index < row.count {
            widest = max(widest, type.width(of: String(row[index].prefix(60)), in: body))
        }
        if let total = table.total, index < total.count {
            widest = max(widest, type.width(of: String(total[index].prefix(60)), in: head))
        }
        return min(widest, mm(90)) + 2 * padding + 1
    }

    /// Columns with a share get it; the others share the rest by what they hold.
    private static func share(_ width: Points, _ shares: [Double?], _ natural: [Points]) -> [Points] {
        let given = shares.compactMap { $0 }.reduce(0, +)
        let scale = given > 1 ? 1 / given : 1
        let free = zip(shares, natural).compactMap { $0 == nil ? $1 : nil }
        var fitted = fittedWidths(free, in: width * (1 - given * scale))[...]
        return shares.map { share in share.map { $0 * scale * width } ?? fitted.popFirst() ?? 0 }
    }

    /// Height of a row, and which of its cells need more than one line.
    func height(_ cells: [String], _ style: TextStyle, _ type: Typesetter) throws -> Points {
        let face = try type.face(style)
        var lines = 1
        for (cell, width) in zip(cells, widths) {
            let room = width - 2 * TableFrame.padding
            guard type.width(of: cell, in: face) > room else { continue }
            lines = max(lines, try paragraph(cell, style, room, .left, type).lineCount)
        }
        return Double(lines) * style.size * TableFrame.leading + 2 * TableFrame.padding
    }

    func draw(_ canvas: Canvas, _ cells: [String], _ style: TextStyle, _ top: Points) {
        var x = left
        for (index, width) in widths.enumerated() {
            defer { x += width }
            guard index < cells.count else { continue }
            drawCell(canvas, cells[index], style, (index, x, top))
        }
    }

    private func drawCell(
        _ canvas: Canvas, _ text: String, _ style: TextStyle, _ place: (column: Int, x: Points, top: Points)
    ) {
        let room = widths[place.column] - 2 * TableFrame.padding
        let x = place.x + TableFrame.padding
        let lineHeight = style.size * TableFrame.leading
        let baseline = place.top + TableFrame.padding + (lineHeight + style.capHeight) / 2
        do {
            let alignment = columns[place.column].alignment
            guard canvas.type.width(of: text, in: try canvas.type.face(style)) > room else {
                switch alignment {
                case .left: canvas.text(text, style, .left(x, baseline))
                case .center: canvas.text(text, style, .center(x + room / 2, baseline))
                case .right: canvas.text(text, style, .right(x + room, baseline))
                }
                return
            }
            let broken = try paragraph(text, style, room, alignment, canvas.type)
            canvas.paragraph(broken, x, place.top + TableFrame.padding)
        } catch {
            canvas.failure = canvas.failure ?? (error as? PrintFault) ?? .drawing("\(error)")
        }
    }

    private func paragraph(
        _ text: String, _ style: TextStyle, _ width: Points, _ alignment: ReportTable.Column.Alignment,
        _ type: Typesetter
    ) throws -> Paragraph {
        let side: Spot.Alignment =
            switch alignment {
            case .left: .left
            case .center: .center
            case .right: .right
            }
        return try Paragraph(
            text, in: type.face(style), of: type, width: width, (TableFrame.leading, TableFrame.maximumLines, side))
    }
}
