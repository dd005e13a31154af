import Kernel

/// A text that a campaign rests on (annex 1, PRO-319).
package struct ReferenceTextRow: TableRow {
    package var theme: ReferenceTheme
    package var kind: ReferenceKind
    package var reference: String
    package var title: String
    package var dated: Day?
    /// Whether the delegate has it.
    package var held: Bool

    package init(theme: ReferenceTheme, kind: ReferenceKind, reference: String, title: String, held: Bool) {
        self.theme = theme
        self.kind = kind
        self.reference = reference
        self.title = title
        self.held = held
    }

    package enum Column: Int, TableColumn {
        case theme, kind, reference, title, dated, held

        package var definition: ColumnDefinition {
            switch self {
            case .theme: .init("Thème", .code(of: ReferenceTheme.self), .required)
            case .kind: .init("Nature", .code(of: ReferenceKind.self), .required)
            case .reference: .init("Référence", .text(100), .required)
            case .title: .init("Intitulé", .text(300), .required)
            case .dated: .init("Date", .day, .optional)
            case .held: .init("Détenu", .flag, .required)
            }
        }
    }

    package static let table = TableSpecification(
        "reference-texts", "Textes de référence d'une campagne", Column.self, key: [.reference])

    package init?(_ fields: inout FieldScope<ReferenceTextRow>) {
        let theme: ReferenceTheme? = fields.code(.theme)
        let kind: ReferenceKind? = fields.code(.kind)
        let reference = fields.text(.reference)
        let title = fields.text(.title)
        dated = fields.day(.dated)
        let held = fields.flag(.held)
        guard let theme, let kind, let reference, let title, let held else { return nil }
        self.theme = theme
        self.kind = kind
        self.reference = reference
        self.title = title
        self.held = held
    }

    package func field(_ column: Column) -> String {
        switch column {
        case .theme: cell(theme)
        case .kind: cell(kind)
        case .reference: reference
        case .title: title
        case .dated: cell(dated)
        case .held: cell(held)
        }
    }
}

/// What a text is about.
package enum ReferenceTheme: String, CodeTable, Codable {
    case generic
    case tuberculosis = "TUB"
    case brucellosis = "BRU"
    case leukosis = "LEU"

    package var french: String {
        switch self {
        case .generic: "général"
        case .tuberculosis: "tuberculose"
        case .brucellosis: "brucellose"
        case .leukosis: "leucose"
        }
    }
    package static let index = CodeIndex<ReferenceTheme>()
}

package enum ReferenceKind: String, CodeTable, Codable {
    case directive
    case order
    case note
    /// A letter of limited diffusion: only the authority sees it.
    case limitedLetter = "limited-letter"

    package var french: String {
        switch self {
        case .directive: "directive ou règlement"
        case .order: "arrêté"
        case .note: "note de service"
        case .limitedLetter: "lettre à diffusion limitée"
        }
    }
    package static let index = CodeIndex<ReferenceKind>()
}
