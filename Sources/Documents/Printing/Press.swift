/// Loaded fonts, for callers that print many small files one after the other: loading them takes longer than drawing
/// a page. One run at a time, on one thread.
package final class Press {
    let type: Typesetter

    /// - Throws: `PrintFault.fontMissing` where DejaVu Sans is not installed.
    package init() throws { type = try Typesetter() }
}
