import Kernel

/// A commune of the official geographic code.
package struct CommuneRow: TableRow {
    package var code: String
    package var name: String
    package var department: String

    package init(code: String, name: String, department: String) {
        self.code = code
        self.name = name
        self.department = department
    }

    package enum Column: Int, TableColumn {
        case code, name, department

        package var definition: ColumnDefinition {
            switch self {
            case .code: .init("Code INSEE", .commune, .required)
            case .name: .init("Nom", .text(100), .required)
            case .department: .init("Département", .department, .required)
            }
        }
    }

    package static let table = TableSpecification("communes", "Communes", Column.self, key: [.code])

    package init?(_ fields: inout FieldScope<CommuneRow>) {
        let code = fields.territory(.code)
        let name = fields.text(.name)
        let department = fields.territory(.department)
        guard let code, let name, let department else { return nil }
        self.init(code: code, name: name, department: department)
    }

    package func field(_ column: Column) -> String {
        switch column {
        case .code: code
        case .name: name
        case .department: department
        }
    }
}
