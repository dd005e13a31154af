/// Why a text has no barcode.
package enum BarcodeFault: Error, Hashable, Sendable {
    /// Empty, or a character outside printable ASCII.
    case text(String)
    /// The encoder's own words; warnings count as errors, since a label that "may not" read is no label.
    case encoder(String)
}
