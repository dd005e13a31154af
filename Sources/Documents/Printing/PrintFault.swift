/// Why a PDF could not be made. None of these comes from what a name or a text holds.
package enum PrintFault: Error, Hashable, Sendable {
    /// The font is not installed: printing with another one would move every text and label.
    case fontMissing(String)
    /// The drawing library reports an error; its text.
    case drawing(String)
    /// A run ends without a page.
    case nothingPrinted
    /// A run goes on after its end or after an error.
    case runEnded
}
