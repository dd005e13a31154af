import Kernel

/// Whether a line that could not be read may hold a result that is not negative (decision 4: nothing that is not
/// negative stays unseen). It may when one of its words looks like such a code, when the field of the interpretation
/// says something else than negative, or when the line was cut before a negative one was seen.
///
/// - Parameter field: where the interpretation should stand, from 1.
func mayBeNonNegative(_ line: RefusedLine, separator: Separator, field: Int?) -> Bool {
    let fields = line.raw.uppercased().split(omittingEmptySubsequences: false) { String($0) == separator.text }
    let words = fields.flatMap { $0.split { " \t|,;:\"'()".contains($0) } }
    if words.contains(where: looksNonNegative) { return true }
    if line.isCut, !words.contains("NEG") { return true }
    guard let field, fields.indices.contains(field - 1) else { return false }
    let interpretation = fields[field - 1].filter { $0 != " " && $0 != "\t" }
    return !interpretation.isEmpty && interpretation != "NEG"
}

/// Codes that are not negative, and words that begin as people write them: positif, douteux, ininterprétable.
func looksNonNegative(_ word: some StringProtocol) -> Bool {
    ["POS", "DTX", "DOUT", "IN_IT", "ININT", "+"].contains { word.hasPrefix($0) } || word == "ABS"
}
