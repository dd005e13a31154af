import CPangoCairo

/// A PNG, decoded by cairo.
final class Picture {
    fileprivate let surface: OpaquePointer
    let width: Points
    let height: Points
    private static let maximumSide = 2000

    /// Throws `LetterFault.logo` for anything but a PNG of at most 2,000 × 2,000 pixels: a picture of a few kB can
    /// declare gigabytes.
    init(png bytes: [UInt8]) throws(LetterFault) {
        let signature: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
        guard bytes.count > 33, bytes.starts(with: signature) else { throw .logo }
        let width = bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
        let height = bytes[20..<24].reduce(0) { $0 << 8 | Int($1) }
        guard (1...Picture.maximumSide).contains(width), (1...Picture.maximumSide).contains(height) else { throw .logo }
        guard let surface = Picture.decode(bytes) else { throw .logo }
        self.surface = surface
        self.width = Double(width)
        self.height = Double(height)
    }

    deinit { cairo_surface_destroy(surface) }

    private struct Reading {
        let bytes: UnsafeBufferPointer<UInt8>
        var position = 0
    }

    private static func decode(_ bytes: [UInt8]) -> OpaquePointer? {
        bytes.withUnsafeBufferPointer { buffer in
            var reading = Reading(bytes: buffer)
            let surface = withUnsafeMutablePointer(to: &reading) { state in
                cairo_image_surface_create_from_png_stream(
                    { closure, target, count in
                        guard let closure, let target else { return CAIRO_STATUS_READ_ERROR }
                        let state = closure.assumingMemoryBound(to: Reading.self)
                        let (start, end) = (state.pointee.position, state.pointee.position + Int(count))
                        guard end <= state.pointee.bytes.count else { return CAIRO_STATUS_READ_ERROR }
                        for index in 0..<Int(count) { target[index] = state.pointee.bytes[start + index] }
                        state.pointee.position = end
                        return CAIRO_STATUS_SUCCESS
                    }, state)
            }
            guard let surface else { return nil }
            guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
                cairo_surface_destroy(surface)
                return nil
            }
            return surface
        }
    }
}

extension Canvas {
    /// Draws a picture as large as `room` allows, keeping its shape. Returns its height.
    func picture(_ picture: Picture, _ x: Points, _ y: Points, _ room: (width: Points, height: Points)) -> Points {
        let scale = min(room.width / picture.width, room.height / picture.height)
        cairo_save(context)
        cairo_translate(context, x, y)
        cairo_scale(context, scale, scale)
        cairo_set_source_surface(context, picture.surface, 0, 0)
        cairo_paint(context)
        cairo_restore(context)
        return picture.height * scale
    }
}
