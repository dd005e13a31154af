/// Text of somebody else's choice as it may stand in a line of ours.
package enum OneLine {
    /// What would end the line, turn the direction of writing or be no sign at all becomes a space; what is too long is
    /// cut, counted in scalars: a single letter may carry thousands of accents.
    package static func of(_ text: String, most: Int) -> String {
        let scalars = text.unicodeScalars
        var line = ""
        for scalar in scalars.prefix(most) { line.unicodeScalars.append(isSign(scalar) ? scalar : " ") }
        if scalars.dropFirst(most).first != nil { line += "…" }
        return line
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: false
        default: true
        }
    }
}
