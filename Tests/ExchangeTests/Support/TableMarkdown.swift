import Exchange

/// A table's columns as `docs/formats/*.md` shows them.
func markdown(_ table: TableSpecification) -> String {
    var lines = [
        "| column | intitulé | content | need | note |",
        "|---|---|---|---|---|",
    ]
    for column in table.columns {
        let definition = column.definition
        lines.append(
            "| `\(column.name)` | \(definition.french) | \(content(definition.kind)) | \(definition.need.rawValue) "
                + "| \(definition.note) |")
    }
    let key = table.key.map { "`\($0)`" }.joined(separator: ", ")
    return lines.joined(separator: "\n") + "\n\nKey: \(key)."
}

private func content(_ kind: FieldKind) -> String {
    switch kind {
    case .holdingNumber: "holding number (EDE), 8 digits"
    case .animalNumber: "animal number"
    case .siret: "SIRET, 14 digits"
    case .orderNumber: "number at the Order, 1 to 9 digits"
    case .day: "date"
    case .pastDay: "date, not in the future"
    case .flag: "yes or no"
    case .integer(let range): "whole number, \(range.lowerBound) to \(range.upperBound)"
    case .commune: "INSEE code, 5 characters"
    case .department: "department, 2 or 3 characters"
    case .postcode: "postcode, 5 digits"
    case .text(let limit): "text, at most \(limit) characters"
    case .code(let entries): codeList(entries)
    case .codes(let entries): "several of, separated by commas: " + codeList(entries)
    }
}

private func codeList(_ entries: [CodeEntry]) -> String {
    entries.map { entry in
        let aliases = entry.aliases.map { ", also `\($0)`" }.joined()
        return "`\(entry.code)` \(entry.french)\(aliases)"
    }.joined(separator: "; ")
}
