/// The two engines, and the one place that chooses between two variants of a statement.
package enum Dialect: String, Sendable, CaseIterable {
    case sqlite
    case postgres

    /// The variant of a statement for this engine, both side by side where the statement is written.
    package func pick<T>(sqlite: @autoclosure () -> T, postgres: @autoclosure () -> T) -> T {
        switch self {
        case .sqlite: sqlite()
        case .postgres: postgres()
        }
    }
}
