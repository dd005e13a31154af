/// What a column holds. The documentation's tables and the readers' checks both come from it.
package enum FieldKind: Sendable, Hashable {
    case holdingNumber
    case animalNumber
    case siret
    case orderNumber
    /// A date that may lie ahead.
    case day
    /// A date that cannot lie after the day of reading.
    case pastDay
    case flag
    case integer(ClosedRange<Int>)
    /// INSEE code of a commune, five characters, with 2A and 2B.
    case commune
    /// Two characters, or three overseas.
    case department
    case postcode
    /// At most so many characters.
    case text(Int)
    case code([CodeEntry])
    /// Several codes in one field, separated by commas.
    case codes([CodeEntry])
}

/// One line of a closed list, for documentation.
package struct CodeEntry: Sendable, Hashable {
    package let code: String
    package let french: String
    package let aliases: [String]
}

extension FieldKind {
    package static func code<Code: CodeTable>(of list: Code.Type) -> FieldKind { .code(list.entries) }
    package static func codes<Code: CodeTable>(of list: Code.Type) -> FieldKind { .codes(list.entries) }
}

extension CodeTable {
    package static var entries: [CodeEntry] {
        allCases.map { code in
            CodeEntry(
                code: code.rawValue, french: code.french,
                aliases: aliases.filter { $0.value == code }.map(\.key).sorted())
        }
    }
}

/// What happens when a column or a value is not there or not right.
package enum Need: String, Sendable, Hashable, CaseIterable {
    /// Column and value must be there; a wrong value refuses the line.
    case required
    /// The column must be there, its value may be empty; a wrong value refuses the line.
    case column
    /// The column may be left out; a wrong value refuses the line.
    case optional
    /// The column may be left out; a wrong value is told and left out, the line counts.
    case informative
}

package struct ColumnDefinition: Sendable, Hashable {
    package let french: String
    package let kind: FieldKind
    package let need: Need
    /// One sentence for the documentation, where label and kind do not say it all.
    package let note: String

    package init(_ french: String, _ kind: FieldKind, _ need: Need, _ note: String = "") {
        self.french = french
        self.kind = kind
        self.need = need
        self.note = note
    }
}

package struct ColumnSpecification: Sendable, Hashable {
    /// The name in the header, in kebab-case.
    package let name: String
    package let definition: ColumnDefinition
}

/// The columns of a table: one enum case each, in the order in which they are written.
/// The case `birthDate` is the header name `birth-date`.
package protocol TableColumn: RawRepresentable<Int>, CaseIterable, Hashable, Sendable {
    var definition: ColumnDefinition { get }
}

extension TableColumn {
    package var name: String { kebabCase(String(describing: self)) }
}

func kebabCase(_ camelCase: String) -> String {
    camelCase.reduce(into: "") { name, character in
        if character.isUppercase { name += "-" }
        name += character.lowercased()
    }
}

/// A table as the documentation shows it and the readers check it.
package struct TableSpecification: Sendable, Hashable {
    package let name: String
    package let french: String
    /// The columns that together name a row; a file should hold each combination once.
    package let key: [String]
    package let columns: [ColumnSpecification]

    package init<Column: TableColumn>(_ name: String, _ french: String, _ columns: Column.Type, key: [Column]) {
        self.name = name
        self.french = french
        self.key = key.map(\.name)
        self.columns = Column.allCases.map { ColumnSpecification(name: $0.name, definition: $0.definition) }
    }

    package func column(_ name: String) -> ColumnSpecification? { columns.first { $0.name == name } }
}
