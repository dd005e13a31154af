import CPangoCairo

extension Canvas {
    /// Large hollow letters, rising to the right: seen at once, and no grey or ink over the text beneath.
    func outlined(_ text: String, size: Points, middle: (x: Points, y: Points)) {
        do {
            let face = try type.face(.bold(size))
            guard let width = type.set(text, in: face, limit: .infinity) else { return }
            cairo_save(context)
            cairo_translate(context, middle.x, middle.y)
            cairo_rotate(context, -0.6)
            cairo_translate(context, -width / 2, face.style.capHeight / 2)
            cairo_new_path(context)
            cairo_set_scaled_font(context, face.scaledFont)
            type.line.withUnsafeBufferPointer { cairo_glyph_path(context, $0.baseAddress, Int32($0.count)) }
            cairo_set_line_width(context, 0.5)
            cairo_stroke(context)
            cairo_restore(context)
        } catch {
            failure = failure ?? error
        }
    }
}
