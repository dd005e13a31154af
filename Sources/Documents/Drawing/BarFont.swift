import CPangoCairo

/// A font of bars: glyph number n is a bar of n modules, as high as the symbol.
///
/// A PDF holds each glyph once, and a bar in the text is a byte and a distance; as a rectangle it is four numbers, the
/// printing of which took half the time of a page with 40 symbols.
final class BarFont {
    private struct Size: Hashable {
        let module: Points
        let height: Points
    }

    private let face: OpaquePointer
    private let options: OpaquePointer
    private var sizes: [Size: OpaquePointer] = [:]

    init() throws(PrintFault) {
        guard let face = cairo_user_font_face_create(), let options = cairo_font_options_create() else {
            throw .drawing("no memory for barcodes")
        }
        cairo_user_font_face_set_render_glyph_func(face) { _, modules, context, extents in
            let width = Double(modules)
            extents?.pointee.x_advance = width
            cairo_rectangle(context, 0, -1, width, 1)
            cairo_fill(context)
            return CAIRO_STATUS_SUCCESS
        }
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        self.face = face
        self.options = options
    }

    deinit {
        for font in sizes.values { cairo_scaled_font_destroy(font) }
        cairo_font_options_destroy(options)
        cairo_font_face_destroy(face)
    }

    /// The font with bars of `height` whose narrowest is `module` wide.
    func scaled(module: Points, height: Points) throws(PrintFault) -> OpaquePointer {
        let size = Size(module: module, height: height)
        if let known = sizes[size] { return known }
        var scale = cairo_matrix_t()
        var identity = cairo_matrix_t()
        cairo_matrix_init_scale(&scale, module, height)
        cairo_matrix_init_identity(&identity)
        guard let font = cairo_scaled_font_create(face, &scale, &identity, options),
            cairo_scaled_font_status(font) == CAIRO_STATUS_SUCCESS
        else { throw .drawing("no font of bars \(module) points wide, \(height) high") }
        sizes[size] = font
        return font
    }
}
