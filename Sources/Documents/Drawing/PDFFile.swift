import CPangoCairo

/// One PDF file being written: pages go out as they end, so that memory does not grow with their number.
final class PDFFile {
    let canvas: Canvas
    private let surface: OpaquePointer
    private let context: OpaquePointer
    private let output: ByteOutput
    private(set) var pages = 0

    init(_ job: PrintJob, _ type: Typesetter, to sink: @escaping (UnsafeRawBufferPointer) throws -> Void)
        throws(PrintFault)
    {
        let output = ByteOutput(sink)
        let write: cairo_write_func_t = { closure, bytes, count in
            guard let closure, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
            let output = Unmanaged<ByteOutput>.fromOpaque(closure).takeUnretainedValue()
            let taken = output.take(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
            return taken ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR
        }
        // Held by `self.output`, which outlives the surface.
        let closure = Unmanaged.passUnretained(output).toOpaque()
        guard let surface = cairo_pdf_surface_create_for_stream(write, closure, A4.width, A4.height),
            let context = cairo_create(surface)
        else { throw .drawing("no memory for a page") }
        self.output = output
        self.surface = surface
        self.context = context
        canvas = try Canvas(context, type)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, job.title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, job.author)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Vigie")
        // Without it cairo writes the time of day, and the same document would have other bytes.
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "\(job.day)T00:00:00Z")
    }

    deinit {
        // Destroying an unfinished surface writes the end of the file: nobody wants it any more.
        output.isOpen = false
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    /// Draws one page and sends it on.
    func page(_ draw: (Canvas) throws -> Void) throws {
        canvas.clear()
        try draw(canvas)
        cairo_show_page(context)
        pages += 1
        try check()
    }

    /// Writes what is left: fonts and table of contents.
    func finish() throws {
        guard pages > 0 else { throw PrintFault.nothingPrinted }
        cairo_surface_finish(surface)
        try check()
        try output.flush()
    }

    private func check() throws {
        if let failure = output.failure { throw failure }
        if let failure = canvas.failure { throw failure }
        for status in [cairo_status(context), cairo_surface_status(surface)] where status != CAIRO_STATUS_SUCCESS {
            throw PrintFault.drawing(String(cString: cairo_status_to_string(status)))
        }
    }
}
