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
