import Kernel

/// One line of a milk file, and whether it may hide a result that is not negative.
package struct MilkLine: Sendable {
    package let outcome: LineOutcome<MilkResultLine>
    /// Looked at before the line is attached to anything, refused lines included (decision 4).
    package let suspectedNonNegative: Bool
}

/// Reads a dairy laboratory's file front to back. Whether one field error refuses the whole file (PRO-174) is for the
/// caller to say: all of them are told here, and every line is given.
package final class MilkReader {
    /// Complete once `next()` has returned nil.
    package private(set) var outcome: TableOutcome
    private let profile: MilkProfile
    private var running: RunningTable<MilkResultLine>?
    private var isFirst = true

    package init(_ source: ByteSource, _ profile: MilkProfile, _ options: ReadingOptions) {
        self.profile = profile
        var outcome = TableOutcome(file: source.name)
        var options = options
        options.dates = profile.dates
        options.format.separator = profile.separator
        options.format.isQuoted = false
        options.format.encoding = profile.encoding
        do throws(Refusal) {
            let reader = try DelimitedReader(source, options.format)
            let binding = profile.binding(file: source.name)
            running = RunningTable(reader: reader, scope: FieldScope(binding, options), binding: binding)
        } catch {
            outcome.findings += error.findings
        }
        self.outcome = outcome
    }

    /// The next line of data; nil at the end, and where the file cannot be read on.
    package func next() -> MilkLine? {
        guard let reader = running?.reader else { return nil }
        do throws(Refusal) {
            while true {
                switch try reader.next() {
                case .record(let view):
                    if profile.hasHeader, isFirst {
                        isFirst = false
                        outcome.header = view.rawText
                        reader.counts.header += 1
                        continue
                    }
                    isFirst = false
                    if let line = running?.judge(view) { return look(at: line) }
                case .refused(let line): return look(at: .refused(line))
                case .end: return finish(reader)
                }
            }
        } catch {
            outcome.findings += error.findings
            return finish(reader)
        }
    }

    private func finish(_ reader: DelimitedReader) -> MilkLine? {
        outcome.counts = reader.counts
        outcome.findings += reader.findings
        if reader.counts.rows == 0, !outcome.isFatal {
            outcome.findings.append(Finding(ExchangeFinding.fileEmpty, .fatal, at: Place(file: outcome.file)))
        }
        running = nil
        return nil
    }

    private func look(at line: LineOutcome<MilkResultLine>) -> MilkLine {
        switch line {
        case .accepted(let row, _, _):
            MilkLine(outcome: line, suspectedNonNegative: row.interpretation != .negative)
        case .refused(let refused):
            MilkLine(
                outcome: line,
                suspectedNonNegative: mayBeNonNegative(
                    refused, separator: profile.separator, field: MilkProfile.knownFields[.interpretation]))
        }
    }
}

extension MilkProfile {
    func binding(file: String) -> TableBinding {
        let names = (1...Self.fieldCount).map { "champ \($0)" }
        let columns = MilkResultLine.table.columns.map { column in
            column.name == MilkResultLine.Column.siret.name && !isSiretRequired
                ? column.with(need: .optional) : column
        }
        let positions = fields.reduce(into: [:]) { $0[$1.key.name] = $1.value - 1 }
        return TableBinding(file: file, columns: columns, positions: positions, header: names, nil)
    }
}

extension ColumnSpecification {
    func with(need: Need) -> ColumnSpecification {
        ColumnSpecification(
            name: name,
            definition: ColumnDefinition(definition.french, definition.kind, need, definition.note))
    }
}
