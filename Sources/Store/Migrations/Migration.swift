/// One step of the schema: numbered, frozen once released.
package struct Migration: Sendable {
    package let number: Int
    package let name: String
    /// The statements, with tokens in braces for what the engines name differently (see `MigrationTokens`).
    package let sql: @Sendable (Dialect) -> String

    package init(number: Int, name: String, sql: @escaping @Sendable (Dialect) -> String) {
        self.number = number
        self.name = name
        self.sql = sql
    }

    /// The statements as they run on the engine.
    func statements(_ dialect: Dialect) throws(StoreError) -> String {
        try MigrationTokens.expand(sql(dialect), dialect)
    }
}
