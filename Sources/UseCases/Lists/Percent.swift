/// A share in percent, rounded down, so that 99.96 never looks complete; nothing of nothing is empty.
enum Percent {
    /// `85.7` for machines.
    static func plain(_ part: Int, of whole: Int) -> String { digits(part, of: whole, decimals: 1, separator: ".") }

    /// `85,7` or `0,72` and a sign, `space` between them.
    static func french(_ part: Int, of whole: Int, decimals: Int, space: String = " ") -> String {
        let digits = digits(part, of: whole, decimals: decimals, separator: ",")
        return digits.isEmpty ? "" : "\(digits)\(space)%"
    }

    private static func digits(_ part: Int, of whole: Int, decimals: Int, separator: String) -> String {
        guard whole > 0 else { return "" }
        let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
        let (units, rest) = (part * 100 * scale / whole).quotientAndRemainder(dividingBy: scale)
        let fraction = String(rest)
        return "\(units)\(separator)\(String(repeating: "0", count: decimals - fraction.count))\(fraction)"
    }
}
