import CPangoCairo

/// Text broken into lines of a given width; words longer than a line are broken too.
final class Paragraph {
    private let layout: OpaquePointer
    let lineCount: Int
    let lineHeight: Points
    /// From the top of a line to its baseline.
    private let ascent: Points

    /// - Parameters:
    ///   - spacing: line height as a multiple of the type size.
    ///   - maximumLines: what is beyond is cut with "…".
    init(
        _ text: String, in face: Face, of type: Typesetter, width: Points,
        _ form: (spacing: Double, maximumLines: Int?, alignment: Spot.Alignment) = (1.3, nil, .left)
    ) throws(PrintFault) {
        guard let layout = pango_layout_new(type.context) else { throw .drawing("no memory for a text") }
        self.layout = layout
        pango_layout_set_font_description(layout, face.description)
        pango_layout_set_single_paragraph_mode(layout, 1)
        pango_layout_set_width(layout, Int32(max(1, width) * Double(PANGO_SCALE)))
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        switch form.alignment {
        case .left: pango_layout_set_alignment(layout, PANGO_ALIGN_LEFT)
        case .center: pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER)
        case .right: pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT)
        }
        if let lines = form.maximumLines {
            // A negative height counts lines.
            pango_layout_set_height(layout, -Int32(lines))
            pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END)
        }
        // What is cut would still travel in the file, hidden behind the "…"; no line holds 300 characters.
        let shown = text.unicodeScalars.prefix((form.maximumLines ?? text.unicodeScalars.count) * 300)
        let clean = cleaned(shown) { face.glyph($0) != nil }
        pango_layout_set_text(layout, clean, -1)
        lineCount = Int(pango_layout_get_line_count(layout))
        lineHeight = face.style.size * form.spacing
        // Middle of the capitals in the middle of the line.
        ascent = (lineHeight + face.style.capHeight) / 2
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

    var height: Points { Double(lineCount) * lineHeight }

    /// Draws the lines `range` with the first one's top at `top`.
    func draw(_ range: Range<Int>, on context: OpaquePointer, x: Points, top: Points) {
        var baseline = top + ascent
        for index in range {
            guard let line = pango_layout_get_line_readonly(layout, Int32(index)) else { continue }
            cairo_move_to(context, x + offset(of: index, line), baseline)
            pango_cairo_show_layout_line(context, line)
            baseline += lineHeight
        }
    }

    /// What alignment and writing direction move a line to the right.
    private func offset(of index: Int, _ line: UnsafeMutablePointer<PangoLayoutLine>) -> Points {
        var extents = PangoRectangle()
        pango_layout_line_get_extents(line, nil, &extents)
        let room = Double(pango_layout_get_width(layout) - extents.width) / Double(PANGO_SCALE)
        let rightToLeft = pango_layout_line_get_resolved_direction(line) == PANGO_DIRECTION_RTL
        switch pango_layout_get_alignment(layout) {
        case PANGO_ALIGN_CENTER: return room / 2
        case PANGO_ALIGN_RIGHT: return rightToLeft ? 0 : room
        default: return rightToLeft ? room : 0
        }
    }
}
