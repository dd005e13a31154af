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

    /// Columns with a share get it; the others share the rest after what they hold.
    private static func share(_ width: Points, _ shares: [Double?], _ natural: [Points]) -> [Points] {
        let given = shares.compactMap { $0 }.reduce(0, +)
        let scale = given > 1 ? 1 / given : 1
        let rest = width * (1 - given * scale)
        let naturalSum = zip(shares, natural).reduce(0) { $0 + ($1.0 == nil ? $1.1 : 0) }
        return zip(shares, natural).map { share, natural in
            share.map { $0 * scale * width } ?? natural * (naturalSum > 0 ? rest / naturalSum : 0)
        }
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

extension FlowBuilder {
    /// Adds the rows of a table; its head stands above the first one and on every page that follows.
    mutating func table(_ table: ReportTable) throws {
        guard !table.columns.isEmpty else { throw ReportFault.noColumns }
        if let long = table.rows.firstIndex(where: { $0.count > table.columns.count }) {
            throw ReportFault.tooManyCells(row: long + 1)
        }
        let frame = try TableFrame(table, type, left: left, width: width)
        let titles = table.columns.map(\.title)
        let headHeight = try frame.height(titles, TableFrame.headStyle, type)
        let drawHead: (Canvas, Points) -> Void = { canvas, top in
            frame.draw(canvas, titles, TableFrame.headStyle, top)
            canvas.line(frame.left, top, frame.right, top, weight: 0.8)
            canvas.line(frame.left, top + headHeight, frame.right, top + headHeight, weight: 0.8)
        }
        add(FlowItem(height: headHeight, gap: mm(3), keepsWithNext: !table.rows.isEmpty, draw: drawHead))
        let head = FlowHead(height: headHeight, draw: drawHead)
        for row in table.rows { try add(row, TableFrame.cellStyle, frame, head) }
        if let total = table.total { try add(total, TableFrame.headStyle, frame, head) }
    }

    private mutating func add(
        _ cells: [String], _ style: TextStyle, _ frame: TableFrame, _ head: FlowHead
    ) throws {
        let height = try frame.height(cells, style, type)
        add(
            FlowItem(height: height, head: head) { canvas, top in
                frame.draw(canvas, cells, style, top)
                canvas.line(frame.left, top + height, frame.right, top + height, weight: 0.3)
            })
    }
}
