import Kernel
import Mustache
import Prophylaxis
import UseCases

/// A table of a dossier; the template asks for its cells by name, without reflection.
struct DossierSection: MustacheParent, Sendable {
    struct Row: MustacheParent, Sendable {
        let columns: [String]
        let fields: [String]
        let time: LocalTime

        func child(named name: String) -> Any? {
            name == "cells" ? zip(fields, columns).map { DossierCell($0, in: $1, time) } : nil
        }
    }

    private let section: Dossier.Section
    private let time: LocalTime
    private let number: Int

    /// Columns where no row has anything are left out.
    private let shown: [Int]

    init(_ section: Dossier.Section, _ time: LocalTime, number: Int) {
        self.section = section
        self.time = time
        self.number = number
        shown = section.columns.indices.filter { column in
            section.rows.contains { column < $0.count && !$0[column].isEmpty }
        }
    }

    func child(named name: String) -> Any? {
        switch name {
        case "id": "rubrique-\(number)"
        case "title": section.title
        case "count": section.rows.count
        case "columns": shown.map { section.columns[$0] }
        case "isEmpty": section.rows.isEmpty
        case "rows":
            section.rows.map { row in
                Row(
                    columns: shown.map { section.columns[$0] },
                    fields: shown.map { $0 < row.count ? row[$0] : "" }, time: time)
            }
        default: nil
        }
    }
}

/// One field of a dossier: dates as people write them, numbers as links to what they name.
struct DossierCell: MustacheParent, Sendable {
    struct Fact: Sendable {
        let label: String
        let cell: DossierCell
    }

    let text: String
    let link: String?

    init(_ value: String, in column: String, _ time: LocalTime) {
        text = DossierCell.readable(value, in: column, time)
        link = DossierCell.address(of: value, in: column)
    }

    func child(named name: String) -> Any? {
        switch name {
        case "text": text
        // Never nil: a nil would be looked for around the cell.
        case "link": link.map { [$0] } ?? []
        default: nil
        }
    }

    /// `2021-02-15` and `2021-02-15T08:00:00Z`; anything else stays as it is.
    private static func readable(_ value: String, in column: String, _ time: LocalTime) -> String {
        if column == "Maladie", let disease = Disease(rawValue: value) { return CodeWords.disease(disease) }
        return Day(value)?.french ?? time.text(value)
    }

    private static func address(of value: String, in column: String) -> String? {
        let isNumber = !value.isEmpty && value.allSatisfy { $0.isASCII && $0.isNumber }
        switch column {
        case "Intervention", "Intervention d'origine": return isNumber ? "/interventions/\(value)" : nil
        case "EDE", "Exploitation": return isNumber && value.count == 8 ? "/elevages/\(value)" : nil
        case "Numéro" where isNumber && value.count == 12: return "/interventions/\(value)"
        case "Numéro", "Bovin":
            return value.count == 12 && value.hasPrefix("FR") ? "/bovins/\(value)" : nil
        case "Atelier":
            let parts = value.split(separator: "/", maxSplits: 1).map { String($0) }
            guard parts.count == 2, parts[0].count == 8 else { return nil }
            return "/elevages/\(parts[0])/\(parts[1].formEncoded)"
        default: return nil
        }
    }
}
