import Kernel

/// Writes lines as `MilkReader` takes them back with the same profile: for the demo's laboratories and for tests.
package struct MilkWriter {
    private let profile: MilkProfile
    private let columnsByField: [Int: MilkResultLine.Column]
    private var line: DelimitedLine

    package init(_ profile: MilkProfile = MilkProfile()) {
        self.profile = profile
        columnsByField = profile.fields.reduce(into: [:]) { $0[$1.value] = $1.key }
        line = DelimitedLine(separator: profile.separator, isQuoted: false)
    }

    /// Refuses a value that holds the separator or a line end, since the format has no way to write it.
    package mutating func write(_ result: MilkResultLine, to sink: ByteSink) throws {
        for field in 1...MilkProfile.fieldCount {
            let text = text(field, of: result)
            if text.utf8.contains(where: { $0 == profile.separator.rawValue || $0 < Byte.space }) {
                throw Refusal(.valueNotWritable, at: Place(column: "champ \(field)"), ["value": excerpt(text)])
            }
            line.append(text)
        }
        try line.end(to: sink)
    }

    private func text(_ field: Int, of result: MilkResultLine) -> String {
        switch columnsByField[field] {
        case nil: ""
        case .sampledOn: profile.dates.text(result.sampledOn)
        case .analysedOn: profile.dates.text(result.analysedOn)
        case .some(let column): result.field(column)
        }
    }
}
