import CPangoCairo

/// One font in one size, with a table of its glyphs, so that a table cell costs no text layout.
///
/// Pairs are not kerned: cells hold numbers and names in small sizes. Paragraphs go through pango.
final class Face {
    struct Glyph {
        let index: UInt
        let advance: Points
    }

    let style: TextStyle
    let description: OpaquePointer
    let scaledFont: OpaquePointer
    private let font: UnsafeMutablePointer<PangoFont>
    /// By scalar value: unseen (nil), seen and lacking (`.some(nil)`).
    private var latin: [Glyph??] = Array(repeating: nil, count: 0x250)
    private var others: [UInt32: Glyph?] = [:]

    init(_ style: TextStyle, map: UnsafeMutablePointer<PangoFontMap>, context: OpaquePointer) throws(PrintFault) {
        guard let description = pango_font_description_new() else { throw .drawing("no memory for a font") }
        pango_font_description_set_family(description, Face.familyName)
        // Absolute: pango would scale a size in points from 96 dots per inch, a third too large for a PDF.
        pango_font_description_set_absolute_size(description, style.size * Double(PANGO_SCALE))
        pango_font_description_set_weight(description, style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_font_description_set_stretch(
            description, style.condensed ? PANGO_STRETCH_CONDENSED : PANGO_STRETCH_NORMAL)
        pango_font_description_set_style(description, style.italic ? PANGO_STYLE_OBLIQUE : PANGO_STYLE_NORMAL)
        guard let font = pango_font_map_load_font(map, context, description) else {
            pango_font_description_free(description)
            throw .fontMissing(Face.familyName)
        }
        guard Face.isOurs(font), let scaled = pango_cairo_font_get_scaled_font(OpaquePointer(font)) else {
            pango_font_description_free(description)
            g_object_unref(font)
            throw .fontMissing(Face.familyName)
        }
        self.style = style
        self.description = description
        self.font = font
        scaledFont = cairo_scaled_font_reference(scaled)
    }

    deinit {
        cairo_scaled_font_destroy(scaledFont)
        g_object_unref(font)
        pango_font_description_free(description)
    }

    /// The glyph of a character; nil where the font has none.
    func glyph(_ scalar: Unicode.Scalar) -> Glyph? {
        let value = scalar.value
        if value < 0x250 {
            if let known = latin[Int(value)] { return known }
            let found = lookUp(scalar)
            latin[Int(value)] = .some(found)
            return found
        }
        if let known = others[value] { return known }
        let found = lookUp(scalar)
        others[value] = .some(found)
        return found
    }

    private func lookUp(_ scalar: Unicode.Scalar) -> Glyph? {
        var glyphs: UnsafeMutablePointer<cairo_glyph_t>?
        var count: Int32 = 0
        let bytes = Array(String(scalar).utf8)
        let status = bytes.withUnsafeBytes { raw in
            cairo_scaled_font_text_to_glyphs(
                scaledFont, 0, 0, raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count),
                &glyphs, &count, nil, nil, nil)
        }
        guard status == CAIRO_STATUS_SUCCESS, let glyphs else { return nil }
        defer { cairo_glyph_free(glyphs) }
        guard count == 1, glyphs.pointee.index != 0 else { return nil }
        var extents = cairo_text_extents_t()
        cairo_scaled_font_glyph_extents(scaledFont, glyphs, 1, &extents)
        return Glyph(index: glyphs.pointee.index, advance: extents.x_advance)
    }

    // MARK: The family

    static let familyName = "DejaVu Sans"

    /// Fontconfig answers with another font when the one asked for is not installed.
    private static func isOurs(_ font: UnsafeMutablePointer<PangoFont>) -> Bool {
        guard let description = pango_font_describe(font) else { return false }
        defer { pango_font_description_free(description) }
        guard let family = pango_font_description_get_family(description) else { return false }
        return String(cString: family).hasPrefix(familyName)
    }
}
