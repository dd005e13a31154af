/// Which rule of the schema a statement broke.
package struct ConstraintViolation: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case unique
        case foreignKey = "foreign-key"
        case check
        case notNull = "not-null"
        /// A value of another type than the column's.
        case dataType = "data-type"
        /// Raised by a trigger.
        case trigger
        case other
    }

    package let kind: Kind
    /// Unknown for a foreign key on SQLite.
    package let table: String?
    /// The columns of a `unique` or `notNull` violation, in the order of the constraint; otherwise empty.
    package let columns: [String]
    /// The constraint's name. Always known for `check`; on PostgreSQL for all but `notNull`.
    package let name: String?

    package init(kind: Kind, table: String? = nil, columns: [String] = [], name: String? = nil) {
        self.kind = kind
        self.table = table
        self.columns = columns
        self.name = name
    }
}
