import Kernel

/// What can be wrong with something sent to Vigie, before anything is compared with the store.
///
/// Number faults keep the kernel's own codes (`NumberFault`). The facts each code carries are in brackets;
/// most faults of a field carry `value`, the offending text cut at 60 characters.
package enum ExchangeFinding: String, Error, FindingCode {
    // MARK: Files
    /// Nothing at that path.
    case fileMissing = "file-missing"
    /// The system does not let us read it [reason].
    case fileUnreadable = "file-unreadable"
    /// Not a byte, or nothing but blank lines.
    case fileEmpty = "file-empty"
    /// A workbook, a PDF, an archive where text was expected [kind]. Save it as CSV.
    case fileNotText = "file-not-text"
    /// A small file by nature (manifest, mapping) that is not small [limit].
    case fileTooLarge = "file-too-large"
    /// The system does not let us write it: disk full, no right [reason].
    case fileUnwritable = "file-unwritable"
    /// A file nobody asked for; it is not read.
    case fileUnknown = "file-unknown"

    // MARK: Zip archives
    /// Not a zip, or cut off: no readable directory at its end [reason].
    case zipBroken = "zip-broken"
    /// An entry's bytes are damaged or cut off [reason].
    case zipEntryBroken = "zip-entry-broken"
    /// A name that leads out of the archive: absolute, `..`, a drive, a backslash.
    case zipUnsafeName = "zip-unsafe-name"
    /// More bytes than allowed, as declared or as found [limit, size].
    case zipTooLarge = "zip-too-large"
    /// Packed more tightly than real data ever is: a bomb [limit, ratio].
    case zipSuspiciousRatio = "zip-suspicious-ratio"
    /// More entries than allowed [limit, entries].
    case zipTooManyEntries = "zip-too-many-entries"
    /// Needs a password.
    case zipEncrypted = "zip-encrypted"

    // MARK: Text
    /// Read as Windows-1252, since it is not UTF-8. Told once, at the first such line.
    case encodingWindows1252 = "encoding-windows-1252"
    /// UTF-8 and another encoding in one file; this line was read as Windows-1252. Told once.
    case encodingMixed = "encoding-mixed"
    /// UTF-16, which we do not read [encoding]. Save as UTF-8.
    case encodingUnsupported = "encoding-unsupported"
    /// The sender promised UTF-8, and this line is not.
    case encodingNotUTF8 = "encoding-not-utf8"
    /// Longer than the stated limit [limit]: its first bytes are kept, reading goes on at the next line end.
    case lineTooLong = "line-too-long"
    /// A quotation mark that is never closed, or closed in the middle of a field.
    case quoteUnbalanced = "quote-unbalanced"
    /// A NUL byte: binary content in a text file.
    case controlCharacter = "control-character"

    // MARK: Tables
    /// The header lacks a column that the table needs [header].
    case columnMissing = "column-missing"
    /// The header names a column twice.
    case columnDoubled = "column-doubled"
    /// A column nobody asked for; it is not read.
    case columnUnknown = "column-unknown"
    /// Not as many fields as the header has columns [expected, found].
    case fieldCount = "field-count"
    /// A bundle of this kind needs the table.
    case tableMissing = "table-missing"
    /// Two files for one table [files].
    case tableDoubled = "table-doubled"
    /// In the bundle, but not in the manifest: a cut-off transfer could not be noticed.
    case tableNotInManifest = "table-not-in-manifest"
    /// Not as many rows as the manifest says: a cut-off transfer [expected, found].
    case rowCountMismatch = "row-count-mismatch"
    /// No manifest in the bundle.
    case manifestMissing = "manifest-missing"

    // MARK: TOML (manifest, mapping, profile)
    /// Not TOML [reason].
    case tomlSyntax = "toml-syntax"
    /// A key that is not known there [key].
    case keyUnknown = "key-unknown"
    /// A key that must be there [key].
    case keyMissing = "key-missing"
    /// A value of the wrong type or out of range [key, expected].
    case keyInvalid = "key-invalid"
    /// A format or version of it that this program does not read [value, expected].
    case formatUnknown = "format-unknown"

    // MARK: Fields
    case valueMissing = "value-missing"
    case valueTooLong = "value-too-long"
    /// Our own writer was given a value that the format cannot hold [value].
    case valueNotWritable = "value-not-writable"
    case integerInvalid = "integer-invalid"
    case integerOutOfRange = "integer-out-of-range"
    case flagInvalid = "flag-invalid"
    /// Not one of the codes of the list [value, column].
    case codeUnknown = "code-unknown"
    case dateFormat = "date-format"
    /// A date that no calendar has: 30 February.
    case dateImpossible = "date-impossible"
    /// Later than the day of reading [asOf].
    case dateFuture = "date-future"
    /// Before any date of living cattle: a typing error [earliest].
    case dateImplausible = "date-implausible"
    /// A leading zero was missing and has been put back (spreadsheets drop it).
    case leadingZeroRestored = "leading-zero-restored"

    // MARK: Rows, seen alone
    /// The end lies before the start [start, end].
    case periodReversed = "period-reversed"
    /// A cause of exit without a day of exit.
    case exitCauseWithoutExit = "exit-cause-without-exit"
    /// A day of exit without a day of entry.
    case exitWithoutEntry = "exit-without-entry"
    /// The number says one country, the country column another [number, country].
    case countryContradiction = "country-contradiction"
    /// The phase is not below the interval, so that the screening would never be due.
    case phaseOutOfInterval = "phase-out-of-interval"
    /// Two columns of which exactly one must be filled [columns].
    case eitherColumn = "either-column"
    /// Dates that cannot follow each other [earlier, later]: read before injected, analysed before sampled.
    case datesOutOfOrder = "dates-out-of-order"
    /// Tested is not negative plus non-negative [tested, counted]; stored all the same (decision 21).
    case countsDoNotAddUp = "counts-do-not-add-up"
    /// A cause given for an animal that was tested, or none for one that was not.
    case untestedReason = "untested-reason"
    /// No interpretation, and no reason why there is none.
    case resultWithoutMeaning = "result-without-meaning"

    // MARK: XML
    /// Not well-formed, or cut off [reason].
    case xmlMalformed = "xml-malformed"
    /// A document type declaration: entities are never read.
    case xmlDoctype = "xml-doctype"
    /// Deeper than any message of ours [limit].
    case xmlTooDeep = "xml-too-deep"
    /// An attribute or text longer than the limit [limit].
    case xmlTextTooLong = "xml-text-too-long"
    /// Not the root element or namespace expected [expected, found].
    case xmlWrongRoot = "xml-wrong-root"
    /// An element that has no place there [element].
    case xmlUnexpectedElement = "xml-unexpected-element"
    /// An attribute that has no place there [attribute].
    case xmlUnexpectedAttribute = "xml-unexpected-attribute"
}
