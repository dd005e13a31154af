import CPangoCairo

/// What a page is drawn on: text, lines, boxes, bars. Black on white, nothing else.
///
/// Errors of the drawing library are sticky: `PDFFile` asks for them at the end of each page.
package final class Canvas {
    let context: OpaquePointer
    let type: Typesetter
    private let fallbackFace: Face
    /// The first fault since the page began; `PDFFile` throws it at the page's end.
    var failure: PrintFault?

    init(_ context: OpaquePointer, _ type: Typesetter) throws(PrintFault) {
        self.context = context
        self.type = type
        fallbackFace = try type.face(.plain(8))
    }

    /// A white page below all else. It prints nothing, but lets cairo skip the bookkeeping of which parts of the
    /// page are covered: measured 20 % more pages a second with 1,300 bars on a page.
    func clear() {
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_rectangle(context, 0, 0, A4.width, A4.height)
        cairo_fill(context)
        cairo_set_source_rgb(context, 0, 0, 0)
    }

    func line(_ x1: Points, _ y1: Points, _ x2: Points, _ y2: Points, weight: Points = 0.5) {
        cairo_set_line_width(context, weight)
        cairo_move_to(context, x1, y1)
        cairo_line_to(context, x2, y2)
        cairo_stroke(context)
    }

    func box(_ rect: Rect, weight: Points = 0.5) {
        cairo_set_line_width(context, weight)
        cairo_rectangle(context, rect.x, rect.y, rect.width, rect.height)
        cairo_stroke(context)
    }

    func fill(_ rect: Rect) {
        cairo_rectangle(context, rect.x, rect.y, rect.width, rect.height)
        cairo_fill(context)
    }

    /// A box to tick by hand, its left edge at `x`, standing on `baseline`.
    func checkbox(_ x: Points, _ baseline: Points, size: Points = 7, ticked: Bool = false) {
        let rect = Rect(x: x, y: baseline - size + 0.8, width: size, height: size)
        box(rect, weight: 0.6)
        guard ticked else { return }
        line(rect.x, rect.y, rect.right, rect.bottom, weight: 0.9)
        line(rect.x, rect.bottom, rect.right, rect.y, weight: 0.9)
    }

    /// One line of text. Returns its width.
    @discardableResult
    func text(_ text: String, _ style: TextStyle, _ spot: Spot) -> Points {
        let face = face(style)
        if let width = type.set(text, in: face, limit: spot.width) {
            showLine(in: face, from: spot.start(width), spot.baseline)
            return width
        }
        let (layout, width) = type.complexLine(text, in: face, limit: spot.width)
        let baseline = Double(pango_layout_get_baseline(layout)) / Double(PANGO_SCALE)
        cairo_move_to(context, spot.start(width), spot.baseline - baseline)
        pango_cairo_show_layout(context, layout)
        return width
    }

    /// Drawing code need not throw for each word: the fault waits for the end of the page.
    private func face(_ style: TextStyle) -> Face {
        do {
            return try type.face(style)
        } catch {
            failure = failure ?? error
            return fallbackFace
        }
    }

    private func showLine(in face: Face, from x: Points, _ baseline: Points) {
        guard !type.line.isEmpty else { return }
        for index in type.line.indices {
            type.line[index].x += x
            type.line[index].y = baseline
        }
        cairo_set_scaled_font(context, face.scaledFont)
        type.line.withUnsafeBufferPointer { cairo_show_glyphs(context, $0.baseAddress, Int32($0.count)) }
    }

    func paragraph(_ paragraph: Paragraph, _ x: Points, _ top: Points) {
        paragraph.draw(0..<paragraph.lineCount, on: context, x: x, top: top)
    }
}

extension Spot {
    /// Where a text of `width` begins.
    fileprivate func start(_ width: Points) -> Points {
        switch alignment {
        case .left: x
        case .center: x - width / 2
        case .right: x - width
        }
    }
}
