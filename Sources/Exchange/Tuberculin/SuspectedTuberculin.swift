import Kernel

/// Whether a refused line of a tuberculin table may hold something that is not negative (decision 4): a word that looks
/// like it, or, with the header of the reports table, a count of positive or doubtful animals above zero.
package func mayBeNonNegativeTuberculin(_ line: RefusedLine, header: String?) -> Bool {
    let fields = split(line.raw)
    let words = fields.flatMap { $0.split { !$0.isLetter } }
    if words.contains(where: { looksNonNegative($0) || $0.hasPrefix("DOUB") }) || line.isCut { return true }
    guard let header else { return false }
    return zip(split(header), fields).contains { name, field in
        (name.hasPrefix("NP") || name.hasPrefix("NA")) && field.contains { ("1"..."9").contains($0) }
    }
}

private func split(_ text: String) -> [Substring] {
    text.uppercased().split(omittingEmptySubsequences: false) { $0 == ";" || $0 == "," || $0 == "\t" }
}
