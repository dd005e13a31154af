/// Builds the items of a running text.
struct FlowBuilder {
    let type: Typesetter
    let left: Points
    let width: Points
    private(set) var items: [FlowItem] = []

    init(_ type: Typesetter, left: Points, width: Points) {
        self.type = type
        self.left = left
        self.width = width
    }

    mutating func add(_ item: FlowItem) { items.append(item) }

    /// A paragraph that may go on over the page, but leaves no single line behind.
    mutating func paragraph(
        _ text: String, _ style: TextStyle, gap: Points = 0, indent: Points = 0, keepsWithNext: Bool = false
    ) throws {
        let paragraph = try Paragraph(text, in: type.face(style), of: type, width: width - indent)
        let x = left + indent
        for line in 0..<paragraph.lineCount {
            let isWidowGuard = paragraph.lineCount > 1 && (line == 0 || line == paragraph.lineCount - 2)
            items.append(
                FlowItem(
                    height: paragraph.lineHeight, gap: line == 0 ? gap : 0,
                    keepsWithNext: isWidowGuard || (keepsWithNext && line == paragraph.lineCount - 1),
                    draw: { canvas, top in paragraph.draw(line..<line + 1, on: canvas.context, x: x, top: top) }))
        }
    }

    /// A paragraph behind a dash or a number.
    mutating func bullet(_ text: String, _ style: TextStyle, mark: String = "–", gap: Points = 0) throws {
        let first = items.count
        try paragraph(text, style, gap: gap, indent: style.size * 1.3)
        let x = left
        decorate(first) { canvas, top, lineHeight in
            canvas.text(mark, style, .left(x + 2, top + (lineHeight + style.capHeight) / 2))
        }
    }

    /// Draws something beside the item `index`, given its top and height.
    mutating func decorate(_ index: Int, _ draw: @escaping (Canvas, Points, Points) -> Void) {
        guard items.indices.contains(index) else { return }
        let (height, drawItem) = (items[index].height, items[index].draw)
        items[index].draw = { canvas, top in
            draw(canvas, top, height)
            drawItem(canvas, top)
        }
    }

    mutating func heading(_ text: String, _ style: TextStyle, gap: Points) throws {
        try paragraph(text, style, gap: gap, keepsWithNext: true)
    }
}
