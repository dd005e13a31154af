import CPangoCairo

extension Canvas {
    /// Draws a symbol with upright bars: A4 paper is fed along its long side, and a bar along the feed keeps its
    /// width when the paper slips. `x` is the left end of the first bar, quiet zone apart.
    ///
    /// The symbol is one line of text in `BarFont`; to whoever takes the text out of the file it is a space.
    func bars(_ code: Code128, _ x: Points, _ y: Points, module: Points, height: Points) {
        do {
            var bars: [cairo_glyph_t] = []
            bars.reserveCapacity(code.widths.count / 2 + 1)
            var left = x
            for (index, width) in code.widths.enumerated() {
                if index.isMultiple(of: 2) { bars.append(cairo_glyph_t(index: UInt(width), x: left, y: y + height)) }
                left += Double(width) * module
            }
            cairo_set_scaled_font(context, try type.bars.scaled(module: module, height: height))
            var cluster = cairo_text_cluster_t(num_bytes: 1, num_glyphs: Int32(bars.count))
            bars.withUnsafeBufferPointer {
                cairo_show_text_glyphs(
                    context, " ", 1, $0.baseAddress, Int32($0.count), &cluster, 1, cairo_text_cluster_flags_t(0))
            }
        } catch {
            failure = failure ?? error
        }
    }
}
