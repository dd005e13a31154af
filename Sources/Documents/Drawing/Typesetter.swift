import CPangoCairo

/// The fonts of one print run and the buffers that lines of text are set in. Used by one thread at a time.
package final class Typesetter {
    let map: UnsafeMutablePointer<PangoFontMap>
    let context: OpaquePointer
    private var faces: [TextStyle: Face] = [:]
    /// Glyphs of the line set last, from x = 0 on the baseline y = 0.
    var line: [cairo_glyph_t] = []
    private let singleLine: OpaquePointer
    let barcodes: Code128Encoder
    let bars: BarFont

    init() throws(PrintFault) {
        do { barcodes = try Code128Encoder() } catch { throw .drawing("no memory for barcodes") }
        bars = try BarFont()
        guard let map = pango_cairo_font_map_new() else { throw .drawing("no font map") }
        guard let context = pango_font_map_create_context(map), let layout = pango_layout_new(context) else {
            g_object_unref(map)
            throw .drawing("no text context")
        }
        self.map = map
        self.context = context
        singleLine = layout
        // Paper has no pixels to fit letters to: without this, advances are rounded to whole points.
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
        pango_context_set_round_glyph_positions(context, 0)
        pango_context_set_language(context, pango_language_from_string("fr"))
        pango_layout_set_single_paragraph_mode(layout, 1)
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END)
        // One failing style would fail the whole run: find out before anything is drawn.
        for style in [TextStyle.plain(10), .bold(10), .narrow(10), .narrowBold(10)] { _ = try face(style) }
    }

    deinit {
        g_object_unref(UnsafeMutableRawPointer(singleLine))
        g_object_unref(UnsafeMutableRawPointer(context))
        g_object_unref(map)
    }

    func face(_ style: TextStyle) throws(PrintFault) -> Face {
        if let face = faces[style] { return face }
        let face = try Face(style, map: map, context: context)
        faces[style] = face
        return face
    }

    /// Sets `text` into `line`, cut with "…" where it would be wider than `limit`, and returns its width;
    /// nil when it holds characters that need pango.
    func set(_ text: String, in face: Face, limit: Points) -> Points? {
        line.removeAll(keepingCapacity: true)
        var x: Points = 0
        for scalar in text.unicodeScalars {
            let glyph: Face.Glyph?
            switch CharacterClass(scalar) {
            case .simple: glyph = face.glyph(scalar) ?? face.glyph("\u{fffd}")
            case .space: glyph = face.glyph(" ")
            case .invisible: continue
            case .complex: return nil
            }
            guard let glyph else { continue }
            if x + glyph.advance > limit { return cut(at: x, in: face, limit: limit) }
            line.append(cairo_glyph_t(index: glyph.index, x: x, y: 0))
            x += glyph.advance
        }
        return x
    }

    /// Takes glyphs off the end of `line` until "…" fits behind them.
    private func cut(at end: Points, in face: Face, limit: Points) -> Points {
        guard let ellipsis = face.glyph("…") else { return end }
        var x = end
        while x + ellipsis.advance > limit, let last = line.popLast() { x = last.x }
        guard x + ellipsis.advance <= limit else { return x }
        line.append(cairo_glyph_t(index: ellipsis.index, x: x, y: 0))
        return x + ellipsis.advance
    }

    /// A line of text that needs pango, cut at `limit`; valid until the next call.
    func complexLine(_ text: String, in face: Face, limit: Points) -> (layout: OpaquePointer, width: Points) {
        pango_layout_set_font_description(singleLine, face.description)
        pango_layout_set_width(singleLine, -1)
        let clean = cleaned(text.unicodeScalars.prefix(1000)) { face.glyph($0) != nil }
        pango_layout_set_text(singleLine, clean, -1)
        var width = Typesetter.width(of: singleLine)
        if width > limit {
            pango_layout_set_width(singleLine, Int32(max(0, limit) * Double(PANGO_SCALE)))
            width = min(limit, Typesetter.width(of: singleLine))
        }
        return (singleLine, width)
    }

    /// Width of `text` on one line.
    func width(of text: String, in face: Face) -> Points {
        set(text, in: face, limit: .infinity) ?? complexLine(text, in: face, limit: .infinity).width
    }

    private static func width(of layout: OpaquePointer) -> Points {
        var extents = PangoRectangle()
        pango_layout_get_extents(layout, nil, &extents)
        return Double(extents.width) / Double(PANGO_SCALE)
    }
}
